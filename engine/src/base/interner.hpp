// SPDX-License-Identifier: MIT
#pragma once

#include "base/array.hpp"

namespace decision_card::base {

/// Numbers rows of words 0, 1, 2 … in the order they are first seen. One hash table, without a template, for all that
/// the decision diagram has to recognise again.
class Interner {
 public:
  Interner() { reset(); }

  /// Forgets all rows; the memory stays.
  void reset();
  void swap(Interner& other);
  /// Returns the number of this row; `size()` grew if it is new.
  std::uint32_t intern(const std::uint64_t* row, std::size_t length);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size() - 1); }
  [[nodiscard]] const std::uint64_t* row(std::uint32_t number) const { return words_.data() + ends_[number]; }
  [[nodiscard]] std::size_t length(std::uint32_t number) const { return ends_[number + 1] - ends_[number]; }

 private:
  /// A row's hash and its number + 1, which is 0 where the slot is free.
  struct Slot {
    std::uint32_t hash, number;
  };
  void grow();

  Array<std::uint64_t> words_;
  Array<std::uint32_t> ends_;  ///< row k ends at ends_[k + 1]
  Array<Slot> slots_;          ///< a power of two of them
};

}  // namespace decision_card::base
