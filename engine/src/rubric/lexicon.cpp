// SPDX-License-Identifier: MIT
#include "rubric/lexicon.hpp"

#include "base/wording.hpp"
#include "language/english.hpp"
#include "language/read.hpp"

namespace decision_card::rubric {

Lexicon::Lexicon(const std::vector<Concept>& concepts, base::WordTable& stems) {
  edges_.reset();
  for (std::size_t k = 0; k < concepts.size(); ++k) {
    for (const std::string_view phrase : base::split(concepts[k].phrases, ','))
      add_phrase(phrase, static_cast<std::uint16_t>(k), stems);
  }
}

void Lexicon::add_phrase(std::string_view phrase, std::uint16_t concept_index, base::WordTable& stems) {
  std::uint32_t node = 0, at = 0;
  Entry entry{0, concept_index, static_cast<std::uint32_t>(exact_.size()), 0};
  for (const language::PhraseWord& word : language::phrase_words(phrase, stems)) {
    node = add_child(node, word.stem);
    if (word.exact) exact_.push_back({at, word.hash, word.capitals});
    ++at;
  }
  entry.exact_count = static_cast<std::uint32_t>(exact_.size()) - entry.exact;
  if (node != 0) add_entry(node, entry);
}

/// Phrases of one concept may have the same stems.
void Lexicon::add_entry(std::uint32_t node, Entry added) {
  for (std::uint32_t entry = first_entry_[node]; entry != 0; entry = entries_[entry].next) {
    if (entries_[entry].concept_index == added.concept_index && entries_[entry].exact_count == 0) return;
  }
  added.next = first_entry_[node];
  entries_.push_back(added);
  first_entry_[node] = static_cast<std::uint32_t>(entries_.size() - 1);
}

/// Looks at the words that a phrase wants as it writes them. At the front of a sentence a common word may have its
/// capital from there: the "A" of "A tram is fast" is no "=A".
bool Lexicon::is_written_so(const Entry& entry, std::span<const language::Word> words, bool opens) const {
  for (std::uint32_t k = 0; k < entry.exact_count; ++k) {
    const Exact& wanted = exact_[entry.exact + k];
    const language::Word& word = words[wanted.word];
    if (word.hash != wanted.hash || word.capitals != wanted.capitals) return false;
    if (opens && wanted.word == 0 && wanted.capitals == 1 && word.classes & language::function_word) return false;
  }
  return true;
}

std::uint32_t Lexicon::add_child(std::uint32_t node, std::uint32_t stem) {
  const std::uint32_t child = edges_.number(edge(node, stem)) + 1;
  if (child == first_entry_.size()) first_entry_.push_back(0);
  return child;
}

void Lexicon::find(std::span<const language::Word> words, std::uint32_t offset, std::vector<Hit>& hits) const {
  std::uint32_t covered = 0;  // the furthest end of a phrase so far
  for (std::size_t start = 0; start < words.size(); ++start) {
    const std::size_t first_hit = hits.size();
    std::uint32_t node = 0, end = 0;
    for (std::size_t k = start;
         k < words.size() && words[k].stem != 0 && (k == start || words[k].pause == language::Pause::none); ++k) {
      node = child(node, words[k].stem);
      if (node == 0) break;
      for (std::uint32_t entry = first_entry_[node]; entry != 0; entry = entries_[entry].next) {
        if (entries_[entry].exact_count != 0 && !is_written_so(entries_[entry], words.subspan(start), start == 0))
          continue;
        end = offset + static_cast<std::uint32_t>(k) + 1;
        hits.push_back({offset + static_cast<std::uint32_t>(start), end, entries_[entry].concept_index});
      }
    }
    for (std::size_t k = first_hit; k < hits.size(); ++k) hits[k].inner = hits[k].last < end || hits[k].last <= covered;
    if (end > covered) covered = end;
  }
}

}  // namespace decision_card::rubric
