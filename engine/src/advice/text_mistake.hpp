// SPDX-License-Identifier: MIT
#pragma once

#include "advice/json_mistake.hpp"

namespace decision_card::advice {

/// Where a text in quotation marks ends, behind its last one, or what is wrong inside it.
struct TextEnd {
  std::size_t end = 0;
  std::optional<Mistake> mistake{};
};
/// `key`: the text names a member.
TextEnd read_text(std::string_view text, std::size_t at, bool key);

}  // namespace decision_card::advice
