// SPDX-License-Identifier: MIT
#pragma once

#include "language/characters.hpp"
#include "language/english.hpp"
#include "language/markup/tags.hpp"
#include "language/prose_builder.hpp"

namespace decision_card::language {

/// Reads the words and marks of stretches of a text.
class WordReader {
 public:
  WordReader(std::string_view text, Cursor& cursor, ProseBuilder& prose, const English& english,
             const base::WordTable& stems)
      : text_(text), cursor_(cursor), prose_(prose), english_(english), stems_(stems) {}

  /// Reads from the cursor up to `end`, which lies in the same line. A word that a hyphen divides there is read to its
  /// end, so that the cursor may stand in the next line afterwards.
  void read(std::size_t end);

 private:
  void read_word(char32_t first, std::uint32_t start);
  void add_letter(char32_t raw, char32_t letter) {
    if (raw != letter && letter_count_ < 32 && is_capital(raw)) capitals_ |= 1u << letter_count_;
    ++letter_count_;
    letters_.add(letter);
  }
  void add_divided_negation();
  [[nodiscard]] bool may_be_divided() const;
  void add_rest_of_divided();
  [[nodiscard]] bool matters(std::string_view letters) const;
  void add_word(std::string_view letters, std::uint32_t start);
  void read_mark(char32_t c, std::uint32_t start);
  void read_closing_bracket();
  void read_hyphen();
  void read_colon();
  void read_stop(char32_t c, std::uint32_t start);
  bool stop_ends(char32_t c, std::uint32_t start) const;
  bool skip_address(std::uint32_t start);
  void drop_address(std::size_t first_byte, std::uint32_t stop_unit);
  void read_cross(std::uint32_t start);
  void skip_tag();
  void skip_struck();
  void skip_struck(const Tag& tag);
  [[nodiscard]] char32_t next() const { return cursor_.before(end_) ? cursor_.peek() : ' '; }
  [[nodiscard]] bool letter_follows() const;
  [[nodiscard]] bool ends_here() const;
  [[nodiscard]] bool follows_word(std::uint32_t start) const;

  std::string_view text_;
  Cursor& cursor_;
  ProseBuilder& prose_;
  const English& english_;
  const base::WordTable& stems_;
  Letters letters_;
  std::uint32_t capitals_ = 0, letter_count_ = 0;  ///< of the word being read
  std::size_t mark_at_ = 0;                        ///< where the mark being read begins
  std::size_t end_ = 0;
  std::size_t next_parenthesis_ = 0;                 ///< the first ")" from where one was last looked for
  std::size_t next_strike_ = 0, next_unstrike_ = 0;  ///< the same of "~~" and of a tag that ends what is struck
};

}  // namespace decision_card::language
