// SPDX-License-Identifier: MIT
#include "rubric/listing.hpp"

#include "language/english.hpp"

namespace decision_card::rubric {

namespace {

using language::Pause;
using language::Word;

constexpr std::uint32_t holds_together =
    language::function_word | language::is_verb | language::negates | language::negates_noun | language::preposition;
constexpr std::size_t fewest = 8;           ///< words; fewer are no list
constexpr std::size_t holding_rarity = 10;  ///< one word in so many, or fewer, holds the others together
constexpr std::size_t label_words = 3;      ///< "Tram:", "tram =", "My answer:"
constexpr std::size_t item_words = 4;       ///< what a label lists has a mark after so many, on average

/// Returns how many words of a label stand in front.
std::size_t label_size(std::span<const Word> words) {
  for (std::size_t k = 1; k <= label_words && k < words.size(); ++k) {
    if (words[k].pause == Pause::label) return k;
  }
  return 0;
}

bool is_loose(std::span<const Word> words) {
  std::size_t holding = 0;
  for (const Word& word : words) holding += (word.classes & holds_together) != 0;
  return words.size() >= fewest && holding * holding_rarity <= words.size();
}

bool has_items(std::span<const Word> words) {
  std::size_t pauses = 0;
  for (const Word& word : words) pauses += word.pause != Pause::none;
  return pauses * item_words >= words.size();
}

}  // namespace

bool is_listing(const language::Sentence& sentence, std::span<const Word> words, bool subject_first) {
  if (sentence.kind == language::Sentence::Kind::cell) return false;
  const std::span<const Word> whole = words.subspan(sentence.first, sentence.last - sentence.first);
  const std::size_t label = label_size(whole);
  const std::span<const Word> rest = whole.subspan(label);
  return is_loose(rest) && !(label > 0 && subject_first && has_items(rest));
}

}  // namespace decision_card::rubric
