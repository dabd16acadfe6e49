// SPDX-License-Identifier: MIT
#include "interner.hpp"

#include <algorithm>

namespace decision_card {

namespace {

std::uint32_t hash_of(const std::uint64_t* row, std::size_t length) {
  constexpr std::uint64_t odd = 0x9E37'79B9'7F4A'7C15;
  std::uint64_t mixed = length;
  for (std::size_t k = 0; k < length; ++k) {
    mixed = (mixed ^ row[k]) * odd;
    mixed ^= mixed >> 32;
  }
  return static_cast<std::uint32_t>(mixed);
}

}  // namespace

void Interner::reset() {
  words_.clear();
  ends_.assign(1, 0);
  if (slots_.empty()) slots_.resize(64);
  else std::fill(slots_.begin(), slots_.end(), Slot{});
}

std::uint32_t Interner::intern(const std::uint64_t* row, std::size_t length) {
  const std::size_t mask = slots_.size() - 1;
  const std::uint32_t hash = hash_of(row, length);
  std::size_t at = hash & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && is(slots_[at].number - 1, row, length)) return slots_[at].number - 1;
  }
  words_.insert(words_.end(), row, row + length);
  ends_.push_back(static_cast<std::uint32_t>(words_.size()));
  slots_[at] = {hash, size()};
  if (2 * std::size_t{size()} > slots_.size()) grow();
  return size() - 1;
}

bool Interner::is(std::uint32_t number, const std::uint64_t* row, std::size_t length) const {
  if (this->length(number) != length) return false;
  const std::uint64_t* const known = this->row(number);
  std::size_t same = 0;
  while (same < length && known[same] == row[same]) ++same;
  return same == length;
}

void Interner::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace decision_card
