// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace decision_card::base {

/// A character and the number of bytes that write it. A byte that begins no well-formed sequence counts as one
/// character that is not known.
struct Character {
  static constexpr char32_t unknown = 0xFFFD;

  char32_t code = unknown;
  unsigned bytes = 1;

  /// U+FFFD may be written in a text; it takes three bytes then.
  [[nodiscard]] bool well_formed() const { return code != unknown || bytes > 1; }
};

/// Decodes the character that begins at this byte (RFC 3629). Precondition: at < text.size().
Character character_at(std::string_view text, std::size_t at);

/// True for the second and all further bytes of a character.
inline bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

/// Returns the offset of the first byte that is not well-formed UTF-8, or npos.
std::size_t find_bad_utf8(std::string_view text);

/// Both are counted from 1; the column counts UTF-16 code units.
struct Place {
  unsigned line = 1, column = 1;
};
/// `from`: where the text begins.
Place place_of(std::string_view text, std::size_t offset, Place from = {});

}  // namespace decision_card::base
