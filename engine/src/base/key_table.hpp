// SPDX-License-Identifier: MIT
#pragma once

#include "base/array.hpp"
#include "base/hash.hpp"

namespace decision_card::base {

/// Numbers words 0, 1, 2 … in the order they are first seen. It needs a `reset()` before its first use.
class KeyTable {
 public:
  static constexpr std::uint32_t none = 0xFFFF'FFFF;

  /// Forgets all words; the memory stays, with room for as many as last time.
  void reset();
  void swap(KeyTable& other);
  /// Returns the number of this word; `size()` grew if it is new.
  std::uint32_t number(std::uint64_t word) {
    const std::size_t at = slot_of(word);
    const std::uint32_t after = slots_[at];
    return after != 0 ? after - 1 : add(at, word);
  }
  /// Returns the number of this word, or `none`.
  [[nodiscard]] std::uint32_t find(std::uint64_t word) const { return slots_[slot_of(word)] - 1; }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  [[nodiscard]] std::uint64_t word(std::uint32_t number) const { return words_[number]; }

 private:
  [[nodiscard]] std::size_t slot_of(std::uint64_t word) const {
    const std::uint32_t* const slots = slots_.data();
    const std::uint64_t* const words = words_.data();
    return find_slot(hash_of(word), mask_,
                     [=](std::size_t at) { return slots[at] == 0 || words[slots[at] - 1] == word; });
  }
  std::uint32_t add(std::size_t at, std::uint64_t word);
  void grow();

  Array<std::uint64_t> words_;
  Array<std::uint32_t> slots_;  ///< number + 1, or 0 where free; a power of two of them
  std::size_t mask_ = 0;
};

}  // namespace decision_card::base
