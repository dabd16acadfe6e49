// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "base/bits.hpp"
#include "decision_card/condition.hpp"

namespace decision_card::condition {

/// Returns the questions that a condition looks at itself.
base::QuestionSet questions_of(const Condition& condition);

/// Returns "a and b"; nothing when the product has more than limits::terms terms.
std::optional<Condition> both(const Condition& a, const Condition& b);

/// Returns "a or b"; nothing when the sum has more than limits::terms terms.
std::optional<Condition> either(const Condition& a, const Condition& b);

}  // namespace decision_card::condition
