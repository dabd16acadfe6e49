// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_table.hpp"
#include "decision_card/rubric.hpp"
#include "language/prose.hpp"
#include "rubric/owner.hpp"
#include "rubric/reading.hpp"

namespace decision_card {
struct Grader;
}

namespace decision_card::rubric {

struct Found;

/// Something that a sentence says or shows, as one number. Each has a name that people can read (docs/rubrics.md):
/// "stale" a word, "!stale" a denied one, "go_stale" and "!go_stale" two neighbours, "=fresh" a concept, "rag=!fresh"
/// one that is denied of a subject, "@rag+tuning" the subjects that the sentence names, "*cost" a pattern of this
/// criterion or misconception.
struct Trait {
  std::uint64_t key = 0;
  std::uint32_t first = 0, last = 0;  ///< words that show it, `last` exclusive
};

/// True for words and neighbours, denied or not: what a sentence says again when it is said again.
bool is_wording(std::uint64_t key);
/// Returns 0 for a name that no sentence of this rubric can have. Adds the stems that it names.
std::uint64_t trait_key(std::string_view name, const Rubric& rubric, base::WordTable& stems);
/// Precondition: the key is a trait's of this rubric, over these stems.
std::string trait_name(std::uint64_t key, const Rubric& rubric, const base::WordTable& stems);

/// Reads what cues know of sentences. The cells of a table's row are one sentence.
class TraitReader {
 public:
  TraitReader(const Grader& grader, const language::Prose& prose, const Reading& reading, const Found& found);

  /// Appends the traits of the sentence that begins at this position, some perhaps twice. Returns the position behind
  /// it.
  std::size_t read(std::size_t position, std::vector<Trait>& traits) const;

 private:
  struct PatternPlace {
    std::uint32_t first = 0, last = 0;  ///< words
    std::uint32_t number = 0;           ///< of its criterion, or behind these of its misconception
  };

  void add_places(Owner owner, std::uint32_t number, const Found& found, std::vector<PatternPlace>& places) const;
  [[nodiscard]] std::uint32_t word_at(std::uint32_t unit) const;
  [[nodiscard]] bool says_anything(std::uint32_t first, std::uint32_t last) const;
  void read_words(const language::Sentence& sentence, std::vector<Trait>& traits) const;
  void read_hits(const ReadSentence& read, std::vector<Trait>& traits) const;
  void read_patterns(std::uint32_t first, std::uint32_t last, std::vector<Trait>& traits) const;

  const language::Prose& prose_;
  const Reading& reading_;
  std::vector<PatternPlace> places_;  ///< in the order of the text
};

}  // namespace decision_card::rubric
