// SPDX-License-Identifier: MIT
#include "rubric/listing.hpp"

#include <algorithm>

#include "language/english.hpp"

namespace decision_card::rubric {

namespace {

using language::Pause;

constexpr std::uint32_t holds_together =
    language::function_word | language::is_verb | language::negates | language::negates_noun | language::preposition;
constexpr std::uint32_t loose_words = 8;  ///< so many in a row are a list, and one in so many must hold the others
constexpr std::uint32_t item_words = 4;   ///< what a label lists has a mark after so many, on average

struct Counts {
  std::uint32_t holding = 0, pauses = 0;
  std::uint32_t longest = 0;  ///< run of words without a pause of which none holds together
  bool label = false;
};

Counts count(std::span<const language::Word> words) {
  Counts counts;
  std::uint32_t run = 0;
  for (std::size_t k = 0; k < words.size(); ++k) {
    const bool holds = (words[k].classes & holds_together) != 0;
    const bool pause = k > 0 && words[k].pause != Pause::none;
    if (k > 0 && words[k].pause == Pause::label) counts.label = true;
    counts.holding += holds;
    counts.pauses += pause;
    run = holds ? 0 : pause ? 1 : run + 1;
    counts.longest = std::max(counts.longest, run);
  }
  return counts;
}

}  // namespace

bool is_listing(const language::Sentence& sentence, std::span<const language::Word> words, bool subject_first) {
  const std::uint32_t size = sentence.last - sentence.first;
  if (size < loose_words || sentence.kind == language::Sentence::Kind::cell) return false;
  const Counts counts = count(words.subspan(sentence.first, size));
  if (counts.longest >= loose_words) return true;
  const bool labelled = subject_first && counts.label && counts.pauses * item_words >= size;
  return counts.holding * loose_words < size && !labelled;
}

}  // namespace decision_card::rubric
