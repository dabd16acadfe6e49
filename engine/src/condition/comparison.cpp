// SPDX-License-Identifier: MIT
#include "condition/comparison.hpp"

namespace decision_card::condition {

std::optional<Comparison> comparison_of(std::string_view op) {
  if (op == "<") return Comparison::less;
  if (op == "<=") return Comparison::less_equal;
  if (op == ">") return Comparison::greater;
  if (op == ">=") return Comparison::greater_equal;
  if (op == "==" || op == "===") return Comparison::equal;
  if (op == "!=" || op == "!==") return Comparison::not_equal;
  return std::nullopt;
}

bool is_order(Comparison op) { return op != Comparison::equal && op != Comparison::not_equal; }

}  // namespace decision_card::condition
