// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace decision_card::language {

/// Returns the bytes of the bullet or list number at the front of a line, 0 where it has none: "-", "–", "•", "o"
/// before a blank, "1.", "12)", "(a)", signs and emoji.
std::size_t bullet_size(std::string_view line);

}  // namespace decision_card::language
