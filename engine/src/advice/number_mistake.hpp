// SPDX-License-Identifier: MIT
#pragma once

#include "advice/json_mistake.hpp"

namespace decision_card::advice {

/// Where a number ends, or why it is none.
struct NumberEnd {
  std::size_t end = 0;
  std::optional<Mistake> mistake{};
};
NumberEnd read_number(std::string_view text, std::size_t at);

}  // namespace decision_card::advice
