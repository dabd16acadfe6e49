// SPDX-License-Identifier: MIT
#include "costs/estimator.hpp"

#include <algorithm>
#include <cmath>

#include "decision_card/limits.hpp"

namespace decision_card::costs {

using base::Part;
using base::quote;
using document::JsonKind;
using document::JsonValue;
using document::kind_name;
using document::Reporter;

namespace {

using Kind = FormulaStep::Kind;

double applied(Kind kind, double left, double right) {
  switch (kind) {
    case Kind::add: return left + right;
    case Kind::subtract: return left - right;
    case Kind::multiply: return left * right;
    case Kind::divide: return left / right;
    case Kind::least: return std::min(left, right);
    default: return std::max(left, right);
  }
}

double rounded(double value) { return std::floor(value + 0.5); }

class Estimator {
 public:
  Estimator(const Estimates& estimates, std::vector<double> values, JsonValue at, Reporter& reporter)
      : estimates_(estimates), values_(std::move(values)), at_(at), reporter_(reporter) {}

  CostPicture run() {
    for (const Formula& formula : estimates_.formulas) evaluate(formula);
    for (const Cost& cost : estimates_.costs) take_amount(cost);
    for (std::size_t series = 0; series < estimates_.series.size(); ++series) check_total(series);
    if (!reporter_.clean()) return {};
    for (std::size_t series = 0; series < estimates_.series.size(); ++series) accumulate(series);
    for (std::size_t second = 1; second < estimates_.series.size(); ++second) {
      for (std::size_t first = 0; first < second; ++first) compare(first, second);
    }
    return std::move(result_);
  }

 private:
  void fail(const char* code, std::string_view name, const char* what) {
    if (reporter_.clean())
      reporter_.report(code, at_, {quote(name), what, " with these figures."}, {"Change the figures, or the formula."});
  }

  /// Appends the formula's value. Operands are folded from the left, as JsonLogic does.
  void evaluate(const Formula& formula) {
    std::vector<double> stack;
    for (std::uint32_t k = formula.first; k < formula.last; ++k) {
      const FormulaStep& step = estimates_.steps[k];
      if (step.kind <= Kind::variable) {
        stack.push_back(step.kind == Kind::number ? step.number : values_[step.variable]);
        continue;
      }
      double* operands = &stack[stack.size() - step.operands];
      for (std::uint32_t n = 1; n < step.operands; ++n) {
        if (step.kind == Kind::divide && operands[n] == 0) fail("division_by_zero", formula.name, " divides by zero");
        operands[0] = applied(step.kind, operands[0], operands[n]);
      }
      stack.resize(stack.size() - step.operands + 1);
    }
    values_.push_back(stack[0]);
  }

  /// Rounded to millionths here and nowhere else.
  void take_amount(const Cost& cost) {
    const Formula& formula = estimates_.formulas[cost.formula];
    const double amount = values_[estimates_.inputs.size() + cost.formula];
    const bool good = amount >= 0 && amount <= limits::cost;
    if (amount < 0) fail("negative_cost", formula.name, " costs less than nothing");
    else if (!good) fail("cost_out_of_range", formula.name, too_large);
    const bool open = cost.due == Due::repeated && cost.every == 0;
    result_.costs.push_back({good ? static_cast<Millionths>(rounded(amount * whole_unit)) : 0,
                             open ? static_cast<std::uint32_t>(values_[cost.every_input]) : cost.every});
  }

  /// In doubles, before the sums in whole numbers, which then can't overflow.
  void check_total(std::size_t series) {
    double total = 0;
    for (std::size_t k = 0; k < estimates_.costs.size(); ++k) {
      const std::uint32_t every = result_.costs[k].every;
      const std::uint32_t times = every > 0 ? estimates_.months / every : 1;
      if (estimates_.costs[k].series == series)
        total += static_cast<double>(result_.costs[k].amount) / whole_unit * times;
    }
    if (total > limits::cost) fail("cost_out_of_range", estimates_.series[series].name, too_large);
  }

  void accumulate(std::size_t series) {
    Millionths sum = 0;
    for (std::uint32_t month = 0; month <= estimates_.months; ++month) {
      for (std::size_t k = 0; k < estimates_.costs.size(); ++k) {
        const std::uint32_t every = result_.costs[k].every;
        const bool due = every == 0 ? month == 0 : month > 0 && month % every == 0;
        if (due && estimates_.costs[k].series == series) sum += result_.costs[k].amount;
      }
      result_.cumulative.push_back(sum);
    }
  }

  [[nodiscard]] Millionths cumulative(std::size_t series, std::uint32_t month) const {
    return result_.cumulative[series * (estimates_.months + 1) + month];
  }

  [[nodiscard]] Millionths monthly(std::size_t series) const {
    Millionths sum = 0;
    for (std::size_t k = 0; k < estimates_.costs.size(); ++k) {
      const Cost& cost = estimates_.costs[k];
      if (cost.series == series && cost.due == Due::monthly) sum += result_.costs[k].amount;
    }
    return sum;
  }

  /// The gap between the two is a straight line within each month and jumps only where months meet, so its sign changes
  /// at most once within a month, at a fraction that two whole numbers give.
  void compare(std::size_t first, std::size_t second) {
    const Millionths slope = monthly(first) - monthly(second);
    std::optional<std::optional<Index>> cheaper;  // nothing yet
    const auto enter = [&](Millionths gap, std::uint32_t month, double fraction) {
      const std::size_t series = gap <= 0 ? first : second;
      const std::optional<Index> now = gap == 0 ? std::nullopt : std::optional(static_cast<Index>(series));
      if (cheaper && *cheaper == now) return;
      cheaper = now;
      const auto part = [&](Millionths of) {
        return static_cast<Millionths>(rounded(static_cast<double>(of) * fraction));
      };
      result_.stretches.push_back({static_cast<Index>(first), static_cast<Index>(second), now,
                                   month * whole_unit + part(whole_unit),
                                   cumulative(series, month) + part(monthly(series))});
    };
    for (std::uint32_t month = 0; month <= estimates_.months; ++month) {
      const Millionths start = cumulative(first, month) - cumulative(second, month);
      const Millionths end = month == estimates_.months ? start : start + slope;
      enter(start != 0 ? start : end, month, 0);
      if ((start < 0 && end > 0) || (start > 0 && end < 0))
        enter(end, month, static_cast<double>(start) / static_cast<double>(start - end));
    }
  }

  static constexpr const char* too_large = " costs more than 1,000,000,000,000";

  const Estimates& estimates_;
  std::vector<double> values_;
  CostPicture result_{};
  JsonValue at_;
  Reporter& reporter_;
};

}  // namespace

bool check_input(JsonValue value, const EstimateInput& input, Reporter& reporter) {
  const auto fail = [&](const char* code, std::string_view written) {
    const Part kind = input.whole ? Part("a whole number") : Part("a number");
    reporter.report(code, value, {quote(input.text), " can't be ", written, "."},
                    {"Write ", kind, " from ", input.least.text, " to ", input.most.text, "."});
    return false;
  };
  const double number = value.number();
  if (!value.is(JsonKind::number)) return fail("wrong_type", kind_name(value.kind()));
  if (number < input.least.value || number > input.most.value) return fail("number_out_of_range", value.text());
  if (input.whole && number != std::floor(number)) return fail("not_whole", value.text());
  return true;
}

CostPicture compute(const Estimates& estimates, std::vector<double> values, JsonValue at, Reporter& reporter) {
  return Estimator(estimates, std::move(values), at, reporter).run();
}

}  // namespace decision_card::costs
