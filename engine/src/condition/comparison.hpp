// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "decision_card/condition.hpp"

namespace decision_card::condition {

/// The comparison that an operator of JsonLogic stands for; none for any other operator.
std::optional<Comparison> comparison_of(std::string_view op);

/// True for those that ask which of two is less.
bool is_order(Comparison op);

}  // namespace decision_card::condition
