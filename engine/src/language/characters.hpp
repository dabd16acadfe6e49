// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/utf8.hpp"
#include "language/stem.hpp"

namespace decision_card::language {

// Most characters are ASCII: those are looked at in place, all others in a function.
bool is_other_blank(char32_t c);
inline bool is_blank(char32_t c) { return c == ' ' || c == '\t' || (c >= 0x80 && is_other_blank(c)); }
inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_invisible(char32_t c);
inline bool is_dash(char32_t c) { return c >= 0x2012 && c <= 0x2015; }
/// Crosses and other signs that say no.
bool is_cross(char32_t c);
inline bool is_arrow(char32_t c) { return c == 0x2192 || c == 0x21D2 || c == 0x27A1 || c == 0x2794; }

char32_t folded_other(char32_t c);
bool is_other_letter(char32_t c);

/// Returns the plain character that full-width forms, curly marks and other twins stand for, and lower case for upper.
inline char32_t folded(char32_t c) {
  if (c >= 0x80) return folded_other(c);
  return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

/// Precondition: `c` is folded.
inline bool is_letter(char32_t c) {
  if (c >= 0x80) return is_other_letter(c);
  return (c >= 'a' && c <= 'z') || is_digit(c);
}

/// True for what has a small twin: "A", "Ä", a full-width "A".
inline bool is_capital(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return (c < 0xFF41 || c > 0xFF5A) && folded_other(c) != c && is_other_letter(folded_other(c));
}

/// A place in a text, at which bytes and UTF-16 code units go forward together. An HTML entity is the character it
/// stands for.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] std::uint32_t unit() const { return unit_; }
  [[nodiscard]] bool before(std::size_t end) const { return at_ < end; }
  /// Returns the character here; 0 at the end.
  [[nodiscard]] char32_t peek() const {
    if (at_ >= text_.size()) return 0;
    const auto byte = static_cast<unsigned char>(text_[at_]);
    return byte < 0x80 && byte != '&' ? byte : sequence().code;
  }
  /// Precondition: not at the end.
  char32_t take() {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (byte >= 0x80 || byte == '&') return take_sequence();
    ++at_;
    ++unit_;
    return byte;
  }
  void skip_to(std::size_t end) {
    while (at_ < end) take();
  }

 private:
  [[nodiscard]] base::Character sequence() const;
  char32_t take_sequence();

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t unit_ = 0;
};

/// The letters of the word being read, as UTF-8, as far as they fit. Letters that Unicode writes in two ways are kept
/// in one: ligatures taken apart, letters and their accents put together.
class Letters {
 public:
  void clear() { size_ = 0; }
  void add(char32_t c) {
    if (c >= 0x80) return add_sequence(c);
    if (size_ + 4 <= sizeof bytes_) put(c);
  }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::string_view text() const { return {bytes_, size_}; }

 private:
  void put(char32_t byte) { bytes_[size_++] = static_cast<char>(byte); }
  void add_sequence(char32_t c);
  bool add_accent(char32_t accent);

  char bytes_[Stem::longest];
  std::size_t size_ = 0;
};

}  // namespace decision_card::language
