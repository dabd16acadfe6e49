// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace decision_card::language {

/// One word's Porter2 (Snowball English) stem, made in place in a small buffer. The algorithm is described at
/// https://snowballstem.org/algorithms/english/stemmer.html; this is our own writing of it, tested against Snowball's
/// vocabulary (tests/engine/stem.test.cpp).
class Stem {
 public:
  static constexpr std::size_t longest = 64;  ///< longer words are their own stem

  /// `word`: lower case; apostrophes are plain ('). Other bytes than a to z count as consonants.
  explicit Stem(std::string_view word);

  [[nodiscard]] std::string_view text() const { return {buffer_, size_}; }

 private:
  [[nodiscard]] bool vowel(std::size_t at) const;
  [[nodiscard]] bool has_vowel(std::size_t until) const;
  [[nodiscard]] bool short_syllable_at(std::size_t end) const;
  [[nodiscard]] std::size_t region_after(std::size_t from) const;
  [[nodiscard]] std::size_t first_region() const;
  void cut(std::size_t letters) { size_ -= letters; }
  void replace(std::size_t letters, std::string_view with);

  void strip();
  void mark_consonant_y();
  void drop_possessive();
  void drop_plural();
  void drop_past_and_participle();
  void mend_after_participle();
  void final_y();
  void double_suffixes();
  void middle_suffixes();
  void last_suffixes();
  void final_e_or_l();

  char buffer_[longest + 2];
  std::size_t size_ = 0;
  std::size_t r1_ = 0, r2_ = 0;
};

}  // namespace decision_card::language
