// SPDX-License-Identifier: MIT
#include "base/word_table.hpp"

namespace decision_card::base {

std::size_t WordTable::slot_of(std::string_view word, std::uint32_t hash) const {
  return find_slot(hash, slots_.size() - 1, [&](std::size_t at) {
    if (slots_[at] == 0) return true;
    const Entry& entry = words_[slots_[at] - 1];
    return entry.hash == hash && letters_of(entry) == word;
  });
}

std::uint32_t WordTable::add(std::string_view word) {
  const std::uint32_t hash = hash_of(word);
  const std::size_t at = slot_of(word, hash);
  if (slots_[at] != 0) return slots_[at];
  words_.push_back({hash, static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(word.size())});
  letters_ += word;
  slots_[at] = size();
  if (2 * words_.size() > slots_.size()) grow();
  return size();
}

void WordTable::grow() {
  slots_.assign(2 * slots_.size(), 0);
  for (std::uint32_t k = 0; k < words_.size(); ++k) slots_[slot_of(letters_of(words_[k]), words_[k].hash)] = k + 1;
}

}  // namespace decision_card::base
