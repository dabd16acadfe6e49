// SPDX-License-Identifier: MIT
#include "language/markup/entities.hpp"

namespace decision_card::language {

namespace {

struct Named {
  std::string_view name;
  char32_t code;
};

constexpr Named named[] = {
    {"amp", 0x26},      {"lt", 0x2039},    {"gt", 0x203A},     {"quot", 0x22},    {"apos", 0x27},     {"nbsp", 0xA0},
    {"ensp", 0x2002},   {"emsp", 0x2003},  {"thinsp", 0x2009}, {"shy", 0xAD},     {"lsquo", 0x2018},  {"rsquo", 0x2019},
    {"ldquo", 0x201C},  {"rdquo", 0x201D}, {"bdquo", 0x201E},  {"sbquo", 0x201A}, {"laquo", 0xAB},    {"raquo", 0xBB},
    {"prime", 0x2032},  {"acute", 0xB4},   {"ndash", 0x2013},  {"mdash", 0x2014}, {"hyphen", 0x2010}, {"minus", 0x2212},
    {"hellip", 0x2026}, {"bull", 0x2022},  {"middot", 0xB7},   {"rarr", 0x2192},  {"ne", 0x2260},     {"zwnj", 0x200C},
    {"zwj", 0x200D},    {"eacute", 0xE9},  {"egrave", 0xE8},   {"ccedil", 0xE7},  {"iuml", 0xEF},     {"ouml", 0xF6},
    {"auml", 0xE4},     {"uuml", 0xFC},    {"szlig", 0xDF},    {"ntilde", 0xF1},  {"ecirc", 0xEA}};

constexpr std::size_t longest = 10;  // letters between the ampersand and the semicolon

/// Returns what a number stands for, 0 where it is none. It has few digits, so it can't overflow.
char32_t numbered(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  char32_t code = 0;
  for (const char digit : digits.substr(0, 7)) {
    const char small = static_cast<char>(digit | 0x20);
    if (digit >= '0' && digit <= '9') code = code * (hexadecimal ? 16 : 10) + static_cast<char32_t>(digit - '0');
    else if (hexadecimal && small >= 'a' && small <= 'f') code = code * 16 + static_cast<char32_t>(small - 'a' + 10);
    else return 0;
  }
  return code == '<' ? 0x2039 : code > 0x10FFFF ? 0 : code;
}

char32_t meaning(std::string_view name) {
  if (name.starts_with('#')) return numbered(name.substr(1));
  for (const Named& entry : named) {
    if (entry.name == name) return entry.code;
  }
  return 0;
}

}  // namespace

base::Character entity_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at + 1, longest);
  const std::size_t end = rest.find(';');
  const char32_t code = end == std::string_view::npos ? 0 : meaning(rest.substr(0, end));
  if (code == 0) return {'&', 1};
  return {code, static_cast<unsigned>(end + 2)};
}

}  // namespace decision_card::language
