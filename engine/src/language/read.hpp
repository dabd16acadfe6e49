// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/word_table.hpp"
#include "language/english.hpp"
#include "language/prose.hpp"

namespace decision_card::language {

/// Reads a text once, from front to back. `stems` are those that matter.
Prose read_prose(std::string_view text, const English& english, const base::WordTable& stems);

/// A word of a lexicon phrase or an example.
struct PhraseWord {
  std::uint32_t stem = 0;      ///< in the table of stems
  std::uint32_t hash = 0;      ///< of its folded letters
  std::uint32_t capitals = 0;  ///< a bit for each of its first 32 letters
  bool exact = false;          ///< written "=IT": found only in these letters
};

/// Reads a phrase or an example, and adds its stems to the table. Words without letters are left out.
std::vector<PhraseWord> phrase_words(std::string_view phrase, base::WordTable& stems);

}  // namespace decision_card::language
