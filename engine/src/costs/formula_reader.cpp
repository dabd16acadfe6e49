// SPDX-License-Identifier: MIT
#include "costs/formula_reader.hpp"

#include <algorithm>
#include <array>

namespace decision_card::costs {

using base::quote;
using document::ids_of;
using document::JsonKind;
using document::JsonValue;
using document::Reporter;

namespace {

using Kind = FormulaStep::Kind;

/// In the order of Kind, from `add` on.
constexpr std::array<std::string_view, 6> operators{"+", "-", "*", "/", "min", "max"};

class FormulaReader {
 public:
  FormulaReader(Estimates& estimates, Reporter& reporter) : estimates_(estimates), reporter_(reporter) {}

  /// Recursion ends at limits::depth, which the document has been checked against.
  void read(JsonValue value) {
    if (value.is(JsonKind::number)) return add({.kind = Kind::number, .number = value.number()});
    if (!value.is(JsonKind::object) || value.size() != 1)
      return reporter_.report("not_a_formula", value, {"A formula is a number or an object with one operator."},
                              {"Write 12, {\"var\": \"input\"} or {\"*\": [ …, … ]}."});
    const JsonValue operands = *value.begin();
    if (operands.key() != "var") return read_operator(operands);
    if (const auto index = read_variable(operands, estimates_, reporter_))
      add({.kind = Kind::variable, .variable = *index});
  }

 private:
  void add(const FormulaStep& step) { estimates_.steps.push_back(step); }

  void read_operator(JsonValue operands) {
    const auto found = std::find(operators.begin(), operators.end(), operands.key());
    if (found == operators.end())
      return reporter_.report_key("unknown_operator", operands,
                                  {quote(operands.key()), " is not an operator of formulas."},
                                  {reporter_.did_you_mean(operands.key(), {operators.begin(), operators.end()})});
    const auto kind = static_cast<Kind>(found - operators.begin() + static_cast<int>(Kind::add));
    const bool pair = kind == Kind::subtract || kind == Kind::divide;
    if (!operands.is(JsonKind::list) || operands.size() < 2 || (pair && operands.size() > 2))
      return reporter_.report("operand_count", operands,
                              {quote(operands.key()), " takes two operands", pair ? "." : " or more."});
    for (const JsonValue operand : operands) read(operand);
    add({.kind = kind, .operands = operands.size()});
  }

  Estimates& estimates_;
  Reporter& reporter_;
};

}  // namespace

std::optional<Index> read_variable(JsonValue path, const Estimates& estimates, Reporter& reporter) {
  if (path.is(JsonKind::list) && path.size() == 1) path = *path.begin();
  std::vector<std::string_view> known = ids_of(estimates.inputs);
  for (std::uint32_t k = 0; k < estimates.named; ++k) known.push_back(estimates.formulas[k].name);
  const auto found = std::find(known.begin(), known.end(), path.text());
  if (path.is(JsonKind::text) && found != known.end()) return static_cast<Index>(found - known.begin());
  reporter.report_unknown("unknown_variable", path, path.text(), {"an input or an earlier formula"}, known);
  return std::nullopt;
}

void read_formula(JsonValue value, std::string_view name, Estimates& estimates, Reporter& reporter) {
  const auto size = [&] { return static_cast<std::uint32_t>(estimates.steps.size()); };
  Formula formula{name, size(), 0};
  FormulaReader(estimates, reporter).read(value);
  formula.last = size();
  estimates.formulas.push_back(formula);
}

}  // namespace decision_card::costs
