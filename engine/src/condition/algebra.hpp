// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "base/bits.hpp"
#include "decision_card/budgets.hpp"
#include "decision_card/condition.hpp"

namespace decision_card::condition {

/// Returns the questions that a condition looks at itself.
base::QuestionSet questions_of(const Condition& condition);

/// Returns "a and b"; nothing when the product has more than limits::terms terms, or when more literals would have to
/// be looked at than `looks`, of which those that were are taken off.
std::optional<Condition> both(const Condition& a, const Condition& b, std::size_t& looks);

/// Returns "a or b"; nothing when the sum is too large in one of these ways.
std::optional<Condition> either(const Condition& a, const Condition& b, std::size_t& looks);

/// The same with all looks of a budget.
inline std::optional<Condition> both(const Condition& a, const Condition& b) {
  std::size_t looks = budgets::reading;
  return both(a, b, looks);
}
inline std::optional<Condition> either(const Condition& a, const Condition& b) {
  std::size_t looks = budgets::reading;
  return either(a, b, looks);
}

}  // namespace decision_card::condition
