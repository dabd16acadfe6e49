// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace decision_card::advice {

/// What JSON passes over between its parts.
inline constexpr std::string_view blanks = " \t\r\n";

/// Why a text is no JSON, as its author would say it: a comment, a curly quotation mark, a comma too many.
struct Mistake {
  std::size_t at = 0;  ///< the offset of its cause, which is often before the place where a parser gives up
  std::string message{}, suggestion{};
};

/// Returns the first mistake; nothing where the text is JSON, or where no cause is seen.
std::optional<Mistake> json_mistake(std::string_view text);

}  // namespace decision_card::advice
