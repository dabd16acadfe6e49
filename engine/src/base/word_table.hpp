// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.hpp"

namespace decision_card::base {

/// Numbers words 1, 2, … in the order they are added; 0 is "not there".
class WordTable {
 public:
  std::uint32_t add(std::string_view word);
  [[nodiscard]] std::uint32_t find(std::string_view word, std::uint32_t hash) const {
    return slots_[slot_of(word, hash)];
  }
  [[nodiscard]] std::uint32_t find(std::string_view word) const { return find(word, hash_of(word)); }
  /// Precondition: 1 <= id <= size().
  [[nodiscard]] std::string_view word(std::uint32_t id) const { return letters_of(words_[id - 1]); }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }

 private:
  struct Entry {
    std::uint32_t hash = 0, offset = 0, size = 0;
  };
  [[nodiscard]] std::string_view letters_of(const Entry& entry) const {
    return std::string_view(letters_).substr(entry.offset, entry.size);
  }
  [[nodiscard]] std::size_t slot_of(std::string_view word, std::uint32_t hash) const;
  void grow();

  std::string letters_;
  std::vector<Entry> words_;
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1024);  ///< ids, 0 where free; a power of two of them
};

}  // namespace decision_card::base
