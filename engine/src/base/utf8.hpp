// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace decision_card {

/// The offset of the first byte that is not well-formed UTF-8 (RFC 3629), or npos.
std::size_t find_bad_utf8(std::string_view text);

/// 1-based; the column counts UTF-16 code units.
struct Place {
  unsigned line = 1, column = 1;
};
Place place_of(std::string_view text, std::size_t offset);

}  // namespace decision_card
