// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "decision_card/condition.hpp"

namespace decision_card {

/// The questions that a condition looks at itself, as bits.
std::uint64_t questions_of(const Condition& condition);

/// a and b. Nothing when the product has more than limits::terms terms.
std::optional<Condition> both(const Condition& a, const Condition& b);

/// a or b. Nothing when the sum has more than limits::terms terms.
std::optional<Condition> either(const Condition& a, const Condition& b);

}  // namespace decision_card
