// SPDX-License-Identifier: MIT
#pragma once

#include "base/array.hpp"

namespace decision_card {

/// Numbers words 0, 1, 2 … in the order they are first seen. `reset()` before its first use.
class KeyTable {
 public:
  /// Forgets all words; the memory stays, with room for as many as last time.
  void reset();
  void swap(KeyTable& other);
  /// The number of this word; `size()` grew if it is new.
  std::uint32_t number(std::uint64_t word) {
    const std::uint32_t* const slots = slots_.data();
    const std::uint64_t* const words = words_.data();
    std::size_t at = home(word);
    for (; slots[at] != 0; at = (at + 1) & mask_) {
      if (words[slots[at] - 1] == word) return slots[at] - 1;
    }
    return add(at, word);
  }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  [[nodiscard]] std::uint64_t word(std::uint32_t number) const { return words_[number]; }

 private:
  [[nodiscard]] std::size_t home(std::uint64_t word) const {
    return static_cast<std::size_t>(word * 0x9E37'79B9'7F4A'7C15 >> 36) & mask_;
  }
  std::uint32_t add(std::size_t at, std::uint64_t word);
  void grow();

  Array<std::uint64_t> words_;
  Array<std::uint32_t> slots_;  ///< number + 1, or 0 where free; a power of two of them
  std::size_t mask_ = 0;
};

}  // namespace decision_card
