// SPDX-License-Identifier: MIT
#include "language/markup/bullets.hpp"

#include "language/characters.hpp"

namespace decision_card::language {

namespace {

constexpr int longest_sign = 6;  // an emoji may have a colour of skin, a form and joiners

/// Signs that are bullets even with no blank behind: dots, squares, stars, numbers in circles, dingbats, emoji.
bool is_tight_sign(char32_t c) {
  return c == 0xB7 || (c >= 0x2022 && c <= 0x2023) || c == 0x2043 || c == 0x2192 || c == 0x2219 || c == 0x22C5 ||
         (c >= 0x2460 && c <= 0x24FF) || (c >= 0x25A0 && c <= 0x27BF) || (c >= 0xF000 && c <= 0xF0FF) ||
         (c >= 0x1F300 && c <= 0x1FAFF);
}

/// Signs that are bullets before a blank: arrows and others that a font of symbols shows as one.
bool is_loose_sign(char32_t c) {
  return is_tight_sign(c) || c == 0xA7 || c == 0xBB || c == 0xAC || c == 0x203A || (c >= 0x2190 && c <= 0x21FF) ||
         (c >= 0x2300 && c <= 0x23FF) || (c >= 0x2900 && c <= 0x297F) || (c >= 0x2B00 && c <= 0x2BFF) || c == 0x30FB ||
         (c >= 0xE000 && c <= 0xF8FF) || (c >= 0x1F000 && c <= 0x1F2FF);
}

bool is_dash_sign(char32_t c) {
  return c == '-' || c == '*' || c == '+' || c == '~' || c == 0x2010 || c == 0x2011 || is_dash(c) || c == 0x2212;
}

/// "o" and its like are bullets in a font of symbols; the rarer ones only before a tab, as word processors copy them.
bool is_letter_sign(char32_t c, char32_t after) {
  if (c == 'o' || c == 0xD8 || c == 0xFC) return is_blank(after);
  return (c == 'v' || c == 'q' || c == 'n' || c == 'l' || c == 0xE0) && after == '\t';
}

bool goes_on_sign(char32_t c) {
  return is_loose_sign(c) || is_invisible(c) || c == 0x20E3 || (c >= 0x1F3FB && c <= 0x1F3FF);
}

std::size_t before_blank(const Cursor& cursor) { return is_blank(cursor.peek()) ? cursor.at() : 0; }

bool is_roman(char32_t c) { return c == 'i' || c == 'v' || c == 'x'; }

/// Moves past up to three digits, one letter, or a small Roman number. Returns whether anything was there.
bool skip_number(Cursor& cursor) {
  const char32_t first = folded(cursor.peek());
  if (!is_letter(first) || first >= 0x80) return false;
  cursor.take();
  for (int k = 1; k < (is_digit(first) ? 3 : 5); ++k) {
    const char32_t next = folded(cursor.peek());
    if (is_digit(first) ? !is_digit(next) : !(is_roman(first) && is_roman(next))) break;
    cursor.take();
  }
  return true;
}

std::size_t number_size(std::string_view line) {
  Cursor cursor(line);
  const bool bracket = cursor.peek() == '(';
  if (bracket) cursor.take();
  if (!skip_number(cursor)) return 0;
  const char32_t mark = folded(cursor.peek());
  if (mark != ')' && (bracket || mark != '.')) return 0;
  cursor.take();
  if (mark == '.' && cursor.peek() == ')') cursor.take();
  return before_blank(cursor);
}

std::size_t sign_size(std::string_view line) {
  Cursor cursor(line);
  const char32_t first = cursor.take();
  const bool keycap = is_digit(first) && (cursor.peek() == 0xFE0F || cursor.peek() == 0x20E3);
  if (!is_loose_sign(first) && !keycap) return 0;
  const std::size_t tight = is_tight_sign(first) ? cursor.at() : 0;
  for (int k = 0; k < longest_sign && goes_on_sign(cursor.peek()) && !is_blank(cursor.peek()); ++k) cursor.take();
  const std::size_t size = before_blank(cursor);
  return size != 0 ? size : tight;
}

}  // namespace

std::size_t bullet_size(std::string_view line) {
  if (line.empty()) return 0;
  if (const std::size_t size = sign_size(line)) return size;
  Cursor cursor(line);
  const char32_t first = cursor.take();
  if (is_dash_sign(first)) return before_blank(cursor);
  if (is_letter_sign(first, cursor.peek())) return cursor.at();
  return number_size(line);
}

}  // namespace decision_card::language
