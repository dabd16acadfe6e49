// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "base/utf8.hpp"

namespace decision_card::language {

/// Reads the HTML entity at an ampersand: "&rsquo;", "&#39;", "&#x2019;". Returns the ampersand itself where none
/// stands. What "&lt;" stands for never opens a tag, so it is given as another sign (U+2039).
base::Character entity_at(std::string_view text, std::size_t at);

}  // namespace decision_card::language
