// SPDX-License-Identifier: MIT
#include "base/utf8.hpp"

#include <algorithm>

namespace decision_card::base {

namespace {

/// False for what more bytes than needed would write, for halves of UTF-16 pairs and for what lies above Unicode.
bool allowed(char32_t code, unsigned bytes) {
  constexpr char32_t least[] = {0x80, 0x800, 0x10000};
  return code >= least[bytes - 2] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const unsigned bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + bytes > text.size()) return {};
  char32_t code = lead & (0x7Fu >> bytes);
  for (unsigned k = 1; k < bytes; ++k) {
    if (!continues_character(text[at + k])) return {};
    code = code << 6 | (static_cast<unsigned char>(text[at + k]) & 0x3Fu);
  }
  return allowed(code, bytes) ? Character{code, bytes} : Character{};
}

std::size_t find_bad_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (!character.well_formed()) return at;
    at += character.bytes;
  }
  return std::string_view::npos;
}

Place place_of(std::string_view text, std::size_t offset, Place place) {
  for (const char byte : text.substr(0, std::min(offset, text.size()))) {
    if (byte == '\n') {
      ++place.line;
      place.column = 1;
    } else if (!continues_character(byte)) {
      place.column += static_cast<unsigned char>(byte) >= 0xF0 ? 2 : 1;
    }
  }
  return place;
}

}  // namespace decision_card::base
