// SPDX-License-Identifier: MIT
#include "rubric/lexicon.hpp"

#include "base/wording.hpp"
#include "language/read.hpp"

namespace decision_card::rubric {

Lexicon::Lexicon(const std::vector<Concept>& concepts, base::WordTable& stems) {
  edges_.reset();
  for (std::size_t k = 0; k < concepts.size(); ++k) {
    for (const std::string_view phrase : base::split(concepts[k].phrases, ',')) {
      std::uint32_t node = 0;
      for (const std::uint32_t stem : language::stems_of(phrase, stems)) node = add_child(node, stem);
      if (node != 0) add_entry(node, static_cast<std::uint16_t>(k));
    }
  }
}

/// Phrases of one concept may have the same stems.
void Lexicon::add_entry(std::uint32_t node, std::uint16_t concept_index) {
  for (std::uint32_t entry = first_entry_[node]; entry != 0; entry = entries_[entry].next) {
    if (entries_[entry].concept_index == concept_index) return;
  }
  entries_.push_back({first_entry_[node], concept_index});
  first_entry_[node] = static_cast<std::uint32_t>(entries_.size() - 1);
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
      if (first_entry_[node] != 0) end = offset + static_cast<std::uint32_t>(k) + 1;
      for (std::uint32_t entry = first_entry_[node]; entry != 0; entry = entries_[entry].next)
        hits.push_back({offset + static_cast<std::uint32_t>(start), end, entries_[entry].concept_index});
    }
    for (std::size_t k = first_hit; k < hits.size(); ++k) hits[k].inner = hits[k].last < end || hits[k].last <= covered;
    if (end > covered) covered = end;
  }
}

}  // namespace decision_card::rubric
