// SPDX-License-Identifier: MIT
#include "base/key_table.hpp"

#include <utility>

namespace decision_card::base {

void KeyTable::reset() {
  std::size_t slots = 64;
  while (slots < 2 * words_.size()) slots *= 2;
  words_.clear();
  slots_.reset(slots);
  mask_ = slots - 1;
}

void KeyTable::swap(KeyTable& other) {
  words_.swap(other.words_);
  slots_.swap(other.slots_);
  std::swap(mask_, other.mask_);
}

std::uint32_t KeyTable::add(std::size_t at, std::uint64_t word) {
  words_.push(word);
  slots_[at] = size();
  if (2 * words_.size() > slots_.size()) grow();
  return size() - 1;
}

void KeyTable::grow() {
  mask_ = 2 * slots_.size() - 1;
  slots_.reset(mask_ + 1);
  for (std::uint32_t k = 0; k < size(); ++k) slots_[slot_of(words_[k])] = k + 1;
}

}  // namespace decision_card::base
