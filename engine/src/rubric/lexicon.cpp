// SPDX-License-Identifier: MIT
#include "rubric/lexicon.hpp"

#include <utility>

#include "language/read.hpp"

namespace decision_card {

Lexicon::Lexicon(const std::vector<Concept>& concepts, WordTable& stems) {
  for (std::size_t k = 0; k < concepts.size(); ++k) {
    for (const std::string_view phrase : concepts[k].phrases) {
      std::uint32_t node = 0;
      for (const std::uint32_t stem : stems_of(phrase, stems)) node = add_child(node, stem);
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

std::size_t Lexicon::place(std::uint64_t key) const {
  std::size_t slot = (key * 0x9E3779B97F4A7C15u >> 40) & (edges_.size() - 1);
  while (edges_[slot].key != 0 && edges_[slot].key != key) slot = (slot + 1) & (edges_.size() - 1);
  return slot;
}

std::uint32_t Lexicon::child(std::uint32_t node, std::uint32_t stem) const {
  return edges_[place(std::uint64_t{node} << 32 | stem)].to;
}

std::uint32_t Lexicon::add_child(std::uint32_t node, std::uint32_t stem) {
  Edge& edge = edges_[place(std::uint64_t{node} << 32 | stem)];
  if (edge.key != 0) return edge.to;
  const auto to = static_cast<std::uint32_t>(first_entry_.size());
  edge = {std::uint64_t{node} << 32 | stem, to};
  first_entry_.push_back(0);
  if (++used_ * 2 > edges_.size()) grow();
  return to;
}

void Lexicon::grow() {
  std::vector<Edge> old(edges_.size() * 4);
  old.swap(edges_);
  for (const Edge& edge : old) {
    if (edge.key != 0) edges_[place(edge.key)] = edge;
  }
}

void Lexicon::find(std::span<const Word> words, std::uint32_t offset, std::vector<Hit>& hits) const {
  std::uint32_t covered = 0;  // the furthest end of a phrase so far
  for (std::size_t start = 0; start < words.size(); ++start) {
    const std::size_t first_hit = hits.size();
    std::uint32_t node = 0, end = 0;
    for (std::size_t k = start; k < words.size() && words[k].stem != 0 && (k == start || words[k].pause == Pause::none);
         ++k) {
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

}  // namespace decision_card
