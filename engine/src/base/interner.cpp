// SPDX-License-Identifier: MIT
#include "base/interner.hpp"

#include "base/hash.hpp"

namespace decision_card::base {

namespace {

bool same(const std::uint64_t* a, const std::uint64_t* b, std::size_t length) {
  for (std::size_t k = 0; k < length; ++k) {
    if (a[k] != b[k]) return false;
  }
  return true;
}

}  // namespace

/// Makes room for as many rows as last time.
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
  const std::uint32_t hash = hash_of(row, length);
  Slot* const slots = slots_.data();
  const std::size_t at = find_slot(hash, slots_.size() - 1, [&](std::size_t slot) {
    if (slots[slot].number == 0) return true;
    const std::uint32_t known = slots[slot].number - 1;
    return slots[slot].hash == hash && this->length(known) == length && same(row, this->row(known), length);
  });
  if (slots[at].number != 0) return slots[at].number - 1;
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
  for (const Slot& slot : old) {
    if (slot.number == 0) continue;
    slots_[find_slot(slot.hash, slots_.size() - 1, [&](std::size_t at) { return slots_[at].number == 0; })] = slot;
  }
}

}  // namespace decision_card::base
