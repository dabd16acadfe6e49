// SPDX-License-Identifier: MIT
#include "language/characters.hpp"

#include "language/markup/entities.hpp"

namespace decision_card::language {

namespace {

/// Accents, and the small letters without and with each.
struct Accent {
  char32_t mark;
  std::u32string_view pairs;
};

constexpr Accent accents[] = {
    {0x0300, U"aàeèiìoòuù"},
    {0x0301, U"aáeéiíoóuúyýcćlĺnńrŕsśzźαάεέηήιίϋΰοόυύώώгѓкќ"},
    {0x0302, U"aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷ"},
    {0x0303, U"aãnñoõiĩuũ"},
    {0x0304, U"aāeēiīoōuū"},
    {0x0306, U"aăeĕgğiĭoŏuŭийуў"},
    {0x0307, U"cċeėgġzż"},
    {0x0308, U"aäeëiïoöuüyÿιϊυϋеёії"},
    {0x030A, U"aåuů"},
    {0x030B, U"oőuű"},
    {0x030C, U"cčdďeělľnňrřsštťzž"},
    {0x0327, U"cçgģkķlļnņrŗsştţ"},
    {0x0328, U"aąeęiįuų"},
};

constexpr std::string_view ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};  // from U+FB00 on

/// Returns the letter with its accent, 0 where there is none.
char32_t composed(char32_t letter, char32_t mark) {
  for (const Accent& accent : accents) {
    if (accent.mark != mark) continue;
    for (std::size_t k = 0; k < accent.pairs.size(); k += 2) {
      if (accent.pairs[k] == letter) return accent.pairs[k + 1];
    }
  }
  return 0;
}

/// Latin letters with marks: a capital stands before its small letter, but for some it has an odd number.
char32_t folded_latin(char32_t c) {
  if (c == 0x130 || c == 0x131 || c == 0x138 || c == 0x149) return c == 0x130 ? U'i' : c;
  if (c == 0x178) return 0xFF;
  if (c == 0x17F) return 's';
  const bool odd_capitals = (c >= 0x139 && c <= 0x148) || c >= 0x179;
  return (c & 1) == (odd_capitals ? 1u : 0u) ? c + 1 : c;
}

}  // namespace

char32_t folded_other(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) {
    c -= 0xFEE0;
    if (c >= 'A' && c <= 'Z') return c + 32;
  }
  if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 32;
  if (c >= 0x100 && c <= 0x17F) return folded_latin(c);
  switch (c) {
    case 0xB4:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0x2035:
    case 0x02B9:
    case 0x02BB:
    case 0x02BC:
    case 0x02C8:
    case 0x02CA:
    case 0x055A:
    case 0xA78C: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x00AB:
    case 0x00BB: return '"';
    case 0x2010:
    case 0x2011:
    case 0x2212: return '-';
    case 0x2026:
    case 0x3002: return '.';
    default: return c;
  }
}

bool is_other_blank(char32_t c) {
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0x1680 ||
         c == 0xFEFF;
}

bool is_cross(char32_t c) {
  return (c >= 0x2715 && c <= 0x2718) || c == 0x274C || c == 0x274E || c == 0x2612 || c == 0x26D4 || c == 0x1F6AB ||
         c == 0x1F44E;
}

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

bool is_other_letter(char32_t c) {
  if (c < 0xC0 || c == 0xD7 || c == 0xF7) return false;
  return !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFE00 && c <= 0xFFFF) &&
         !(c >= 0x1F000 && c < 0x20000);
}

base::Character Cursor::sequence() const {
  return text_[at_] == '&' ? entity_at(text_, at_) : base::character_at(text_, at_);
}

char32_t Cursor::take_sequence() {
  const bool entity = text_[at_] == '&';
  const base::Character one = sequence();
  at_ += one.bytes;
  unit_ += entity ? one.bytes : one.code >= 0x10000 ? 2 : 1;
  return one.code;
}

void Letters::add_sequence(char32_t c) {
  if (c >= 0xFB00 && c <= 0xFB06) {
    for (const char letter : ligatures[c - 0xFB00]) add(static_cast<unsigned char>(letter));
    return;
  }
  if (c >= 0x300 && c <= 0x36F && add_accent(c)) return;
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

/// Puts the accent on the last letter, if there is a letter for both.
bool Letters::add_accent(char32_t accent) {
  std::size_t last = size_;
  while (last > 0 && base::continues_character(bytes_[--last])) {
  }
  if (last == size_) return false;
  const char32_t both = composed(base::character_at(text(), last).code, accent);
  if (both == 0) return false;
  size_ = last;
  add_sequence(both);
  return true;
}

}  // namespace decision_card::language
