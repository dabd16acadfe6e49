// SPDX-License-Identifier: MIT
#include "decision_card/estimate.hpp"

#include <cmath>

#include "decision_card/limits.hpp"
#include "formula.hpp"

namespace decision_card {

namespace {

Problems problem(std::string_view code, std::string_view name, std::string_view what, std::string_view suggestion) {
  return {{code, Severity::error, {}, 1, 1, joined({quote(name), what}), std::string(suggestion)}};
}

class Estimator {
 public:
  Estimator(const Estimates& estimates, InputValues inputs) : estimates_(estimates) {
    for (const InputValue& input : inputs) values_.push_back(input.value);
    estimate_.inputs = std::move(inputs);
  }

  Result<Estimate> run() {
    for (const NamedFormula& formula : estimates_.formulas) values_.push_back(value_of(formula.id, formula.value));
    for (const CostSeries& series : estimates_.series) add_series(series);
    if (!problems_.empty()) return std::move(problems_);
    compare_all();
    return std::move(estimate_);
  }

 private:
  void fail(std::string_view code, std::string_view name, std::string_view what, std::string_view suggestion) {
    if (problems_.empty()) problems_ = problem(code, name, what, suggestion);
  }

  double value_of(std::string_view name, const Formula& formula) {
    const auto value = evaluate(formula, values_);
    if (!value)
      fail("division_by_zero", name, " divides by zero with these figures.",
           "Change the figure that it divides by, or keep it above zero in the formula with max.");
    return value.value_or(0);
  }

  /// Rounded to millionths here and nowhere else.
  Money amount_of(const CostItem& item) {
    const double amount = value_of(item.text, item.amount);
    if (!(amount <= limits::cost)) return too_large(item.text);
    if (amount < 0)
      fail("negative_cost", item.text, " comes out below zero with these figures.",
           "Change the figures, or keep the cost from falling below zero in the formula with max.");
    return static_cast<Money>(std::floor(amount * money_unit + 0.5));
  }

  Money too_large(std::string_view name) {
    fail("cost_out_of_range", name, " costs more than 1,000,000,000,000 with these figures.", "Use smaller figures.");
    return 0;
  }

  void add_series(const CostSeries& series) {
    SeriesEstimate& result = estimate_.series.emplace_back();
    double total = 0;
    for (const CostItem& item : series.items) {
      const std::uint32_t every = interval_of(item);
      const Money amount = amount_of(item);
      const std::uint32_t times = item.due == Due::up_front ? 1 : estimates_.months / std::max(every, 1u);
      total += static_cast<double>(amount) / money_unit * times;
      if (item.due == Due::up_front) result.up_front += amount;
      if (item.due == Due::monthly) result.monthly += amount;
      result.items.push_back(amount);
      result.every.push_back(every);
    }
    if (total <= limits::cost) add_costs(result);
    else too_large(series.name);
  }

  [[nodiscard]] std::uint32_t interval_of(const CostItem& item) const {
    if (item.due != Due::repeated || item.every > 0) return item.every;
    return static_cast<std::uint32_t>(values_[item.every_input]);
  }

  void add_costs(SeriesEstimate& series) const {
    Money cost = series.up_front;
    series.costs.push_back(cost);
    for (std::uint32_t month = 1; month <= estimates_.months; ++month) {
      cost += series.monthly;
      for (std::size_t k = 0; k < series.items.size(); ++k) {
        if (series.every[k] > 0 && month % series.every[k] == 0) cost += series.items[k];
      }
      series.costs.push_back(cost);
    }
  }

  void compare_all() {
    const std::size_t count = estimate_.series.size();
    for (std::size_t first = 0; first < count; ++first) {
      for (std::size_t second = first + 1; second < count; ++second) compare(first, second);
    }
  }

  /// The gap between the two is a straight line within each month and jumps only where months meet, so its sign changes
  /// at most once within a month, at a fraction that two whole numbers give.
  void compare(std::size_t first, std::size_t second) {
    CostComparison& result = estimate_.comparisons.emplace_back();
    result.first = static_cast<Index>(first);
    result.second = static_cast<Index>(second);
    const SeriesEstimate &a = estimate_.series[first], &b = estimate_.series[second];
    for (std::uint32_t month = 0; month < estimates_.months; ++month) {
      const Money start = a.costs[month] - b.costs[month];
      const Money end = start + a.monthly - b.monthly;
      enter(result, start != 0 ? start : end, month, 0);
      if ((start < 0 && end > 0) || (start > 0 && end < 0))
        enter(result, end, month, static_cast<double>(start) / static_cast<double>(start - end));
    }
    enter(result, a.costs.back() - b.costs.back(), estimates_.months, 0);
  }

  /// A new stretch, unless the same one of the two is cheaper as before.
  void enter(CostComparison& result, Money gap, std::uint32_t month, double fraction) const {
    const int cheaper = gap == 0 ? -1 : gap < 0 ? result.first : result.second;
    if (!result.stretches.empty() && result.stretches.back().cheaper == cheaper) return;
    const SeriesEstimate& series = estimate_.series[gap <= 0 ? result.first : result.second];
    const auto part = [&](Money whole) {
      return static_cast<Money>(std::floor(static_cast<double>(whole) * fraction + 0.5));
    };
    result.stretches.push_back(
        {Moment{month} * month_unit + part(month_unit), cheaper, series.costs[month] + part(series.monthly)});
  }

  const Estimates& estimates_;
  std::vector<double> values_;
  Estimate estimate_;
  Problems problems_;
};

}  // namespace

Result<Estimate> estimate(const Estimates& estimates, InputValues inputs) {
  return Estimator(estimates, std::move(inputs)).run();
}

}  // namespace decision_card
