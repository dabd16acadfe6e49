// SPDX-License-Identifier: MIT
#include "base/interner.hpp"

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

bool same(const std::uint64_t* a, const std::uint64_t* b, std::size_t length) {
  for (std::size_t k = 0; k < length; ++k) {
    if (a[k] != b[k]) return false;
  }
  return true;
}

}  // namespace

/// With room for as many rows as last time.
void Interner::reset() {
  std::size_t slots = 64;
  while (!ends_.empty() && slots < 2 * ends_.size()) slots *= 2;
  words_.clear();
  ends_.reset(1);
  slots_.reset(slots);
}

void Interner::swap(Interner& other) {
  words_.swap(other.words_);
  ends_.swap(other.ends_);
  slots_.swap(other.slots_);
}

std::uint32_t Interner::intern(const std::uint64_t* row, std::size_t length) {
  const std::size_t mask = slots_.size() - 1;
  const std::uint32_t hash = hash_of(row, length);
  Slot* const slots = slots_.data();
  std::size_t at = hash & mask;
  for (; slots[at].number != 0; at = (at + 1) & mask) {
    const std::uint32_t known = slots[at].number - 1;
    if (slots[at].hash == hash && this->length(known) == length && same(row, this->row(known), length)) return known;
  }
  words_.append(row, length);
  ends_.push(static_cast<std::uint32_t>(words_.size()));
  slots[at] = {hash, size()};
  if (2 * std::size_t{size()} > slots_.size()) grow();
  return size() - 1;
}

void Interner::grow() {
  Array<Slot> old;
  old.swap(slots_);
  slots_.reset(old.size() * 2);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace decision_card
