// SPDX-License-Identifier: MIT
#include "formula.hpp"

#include <algorithm>
#include <array>

namespace decision_card {

namespace {

using Kind = FormulaStep::Kind;

/// In the order of Kind, from `add` on.
constexpr std::array<std::string_view, 6> operators{"+", "-", "*", "/", "min", "max"};

class FormulaReader {
 public:
  FormulaReader(const Estimates& estimates, Reporter& reporter) : estimates_(estimates), reporter_(reporter) {}

  /// Recursion ends at limits::depth, which the document has been checked against.
  void read(JsonValue value) {
    if (value.is(JsonKind::number)) return add(Kind::number, 0, value.number());
    if (!value.is(JsonKind::object) || value.size() != 1) return refuse_shape(value);
    const JsonValue operands = *value.begin();
    if (operands.key() != "var") return read_operator(operands);
    if (const auto index = read_variable(operands, estimates_, reporter_)) add(Kind::variable, *index);
  }

  [[nodiscard]] Formula take() { return std::move(formula_); }

 private:
  void add(Kind kind, std::uint32_t count, double number = 0) { formula_.push_back({kind, count, number}); }

  void refuse_shape(JsonValue value) {
    reporter_.report("not_a_formula", value, {"A formula is a number or an object with one operator."},
                     {"Write 12, {\"var\": \"input\"} or {\"*\": [ …, … ]}."});
  }

  void read_operator(JsonValue operands) {
    const auto found = std::find(operators.begin(), operators.end(), operands.key());
    if (found == operators.end())
      return reporter_.report_key("unknown_operator", operands,
                                  {quote(operands.key()), " is not an operator of formulas."},
                                  {did_you_mean(operands.key(), {operators.begin(), operators.end()})});
    const auto kind = static_cast<Kind>(found - operators.begin() + static_cast<int>(Kind::add));
    const bool pair = kind == Kind::subtract || kind == Kind::divide;
    if (!operands.is(JsonKind::list) || operands.size() < 2 || (pair && operands.size() > 2))
      return reporter_.report("operand_count", operands,
                              {quote(operands.key()), pair ? " takes two operands." : " takes two operands or more."});
    for (const JsonValue operand : operands) read(operand);
    if (kind == Kind::divide && operands.at(1).is(JsonKind::number) && operands.at(1).number() == 0)
      reporter_.report("division_by_zero", operands.at(1), {"Nothing can be divided by zero."});
    add(kind, operands.size());
  }

  const Estimates& estimates_;
  Reporter& reporter_;
  Formula formula_;
};

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

}  // namespace

std::optional<Index> read_variable(JsonValue path, const Estimates& estimates, Reporter& reporter) {
  if (path.is(JsonKind::list) && path.size() == 1) path = *path.begin();
  std::vector<std::string_view> known = ids_of(estimates.inputs);
  for (const NamedFormula& formula : estimates.formulas) known.push_back(formula.id);
  if (!path.is(JsonKind::text)) {
    reporter.report("unknown_variable", path, {"\"var\" takes the id of an input or of an earlier formula, alone."});
    return std::nullopt;
  }
  const auto found = std::find(known.begin(), known.end(), path.text());
  if (found != known.end()) return static_cast<Index>(found - known.begin());
  reporter.report_unknown("unknown_variable", path, path.text(), {"an input or an earlier formula"}, known);
  return std::nullopt;
}

Formula read_formula(JsonValue value, const Estimates& estimates, Reporter& reporter) {
  FormulaReader reader(estimates, reporter);
  reader.read(value);
  return reader.take();
}

std::optional<double> evaluate(const Formula& formula, const std::vector<double>& values) {
  std::vector<double> stack;
  for (const FormulaStep& step : formula) {
    if (step.kind <= Kind::variable) {
      stack.push_back(step.kind == Kind::number ? step.number : values[step.count]);
      continue;
    }
    const std::size_t first = stack.size() - step.count;
    for (std::size_t k = first + 1; k < stack.size(); ++k) {
      if (step.kind == Kind::divide && stack[k] == 0) return std::nullopt;
      stack[first] = applied(step.kind, stack[first], stack[k]);
    }
    stack.resize(first + 1);
  }
  return stack.front();
}

}  // namespace decision_card
