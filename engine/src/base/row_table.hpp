// SPDX-License-Identifier: MIT
#pragma once

#include <array>

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

/// Numbers rows of words, one table a word, because most rows are one word: the lowest bits of each word
/// (`number_bits`) are taken, in the first word by a number that belongs to the row, in the others by that of the words
/// before it.
class RowTable {
 public:
  static constexpr std::size_t most_words = 64;  ///< a form each, at the most

  /// Forgets all rows; the memory stays. Before its first use, too.
  void reset(std::size_t words);
  void swap(RowTable& other, std::size_t words);
  std::uint32_t number(std::uint32_t own, const std::uint64_t* row, std::size_t words) {
    for (std::size_t w = 0; w < words; ++w) own = tables_[w].number(row[w] | own);
    return own;
  }
  /// The words of a row; returns the number that belongs to it.
  std::uint32_t row(std::uint32_t number, std::uint64_t* row, std::size_t words, unsigned number_bits) const {
    for (std::size_t w = words; w-- > 0;) {
      row[w] = tables_[w].word(number);
      number = static_cast<std::uint32_t>(row[w] & ((std::uint64_t{1} << number_bits) - 1));
    }
    return number;
  }
  [[nodiscard]] std::uint32_t size(std::size_t words) const { return tables_[words - 1].size(); }

 private:
  std::array<KeyTable, most_words> tables_{};
};

}  // namespace decision_card
