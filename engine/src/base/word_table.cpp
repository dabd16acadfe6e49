// SPDX-License-Identifier: MIT
#include "base/word_table.hpp"

namespace decision_card {

std::size_t WordTable::place(std::string_view word, std::uint32_t hash) const {
  std::size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot] != 0) {
    const Entry& entry = words_[slots_[slot] - 1];
    if (entry.hash == hash && std::string_view(letters_).substr(entry.offset, entry.size) == word) break;
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slot;
}

std::uint32_t WordTable::add(std::string_view word) {
  const std::uint32_t hash = hash_of(word);
  const std::size_t slot = place(word, hash);
  if (slots_[slot] != 0) return slots_[slot];
  words_.push_back({hash, static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(word.size())});
  letters_ += word;
  slots_[slot] = size();
  if (words_.size() * 2 > slots_.size()) grow();
  return size();
}

void WordTable::grow() {
  slots_.assign(slots_.size() * 4, 0);
  for (std::uint32_t k = 0; k < words_.size(); ++k) {
    const Entry& entry = words_[k];
    slots_[place(std::string_view(letters_).substr(entry.offset, entry.size), entry.hash)] = k + 1;
  }
}

}  // namespace decision_card
