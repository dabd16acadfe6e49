// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "base/key_table.hpp"

namespace decision_card::base {

/// Numbers rows of words, one table a word, because most rows are one word: the lowest bits of each word
/// (`number_bits`) are taken, in the first word by a number that belongs to the row, in the others by that of the words
/// before it.
class RowTable {
 public:
  static constexpr std::size_t most_words = 64;  ///< a form each, at the most

  /// Forgets all rows; the memory stays. It is needed before the first use, too.
  void reset(std::size_t words);
  void swap(RowTable& other, std::size_t words);
  std::uint32_t number(std::uint32_t own, const std::uint64_t* row, std::size_t words) {
    for (std::size_t w = 0; w < words; ++w) own = tables_[w].number(row[w] | own);
    return own;
  }
  /// Writes the words of a row; returns the number that belongs to it.
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

}  // namespace decision_card::base
