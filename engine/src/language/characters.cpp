// SPDX-License-Identifier: MIT
#include "language/characters.hpp"

namespace decision_card::language {

char32_t folded_other(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) {
    c -= 0xFEE0;
    if (c >= 'A' && c <= 'Z') return c + 32;
  }
  if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 32;
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x00AB:
    case 0x00BB: return '"';
    case 0x2010:
    case 0x2011: return '-';
    case 0x2026:
    case 0x3002: return '.';
    default: return c;
  }
}

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

bool is_other_letter(char32_t c) {
  if (c < 0xC0 || c == 0xD7 || c == 0xF7) return false;
  return !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFE00 && c <= 0xFFFF) &&
         !(c >= 0x1F000 && c < 0x20000);
}

bool is_bullet_sign(char32_t c) {
  return c == 0x2022 || c == 0x2023 || c == 0x25E6 || c == 0x2219 || c == 0x25AA || c == 0x25CF || c == 0x2705 ||
         c == 0x274C || (c >= 0x2713 && c <= 0x2718) || c == 0x25B6 || c == 0x2192;
}

char32_t Cursor::take_sequence() {
  const base::Character one = base::character_at(text_, at_);
  at_ += one.bytes;
  unit_ += one.code >= 0x10000 ? 2 : 1;
  return one.code;
}

void Letters::add_sequence(char32_t c) {
  if (size_ + 4 > sizeof bytes_) return;
  if (c < 0x800) {
    put(0xC0 | c >> 6);
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

}  // namespace decision_card::language
