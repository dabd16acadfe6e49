// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace decision_card {

/// A word's letters as a number, for tables and to tell words apart.
inline std::uint32_t hash_of(std::string_view word) {
  std::uint32_t value = 2166136261u;  // FNV-1a
  for (const char c : word) value = (value ^ static_cast<unsigned char>(c)) * 16777619u;
  return value ^ value >> 15;
}

/// Strings to small numbers: 1, 2, … in the order they are added; 0 is "not there". Open addressing, nothing erased.
class WordTable {
 public:
  std::uint32_t add(std::string_view word);
  [[nodiscard]] std::uint32_t find(std::string_view word, std::uint32_t hash) const {
    return slots_[place(word, hash)];
  }
  [[nodiscard]] std::uint32_t find(std::string_view word) const { return find(word, hash_of(word)); }
  /// Precondition: 1 <= id <= size().
  [[nodiscard]] std::string_view word(std::uint32_t id) const {
    return std::string_view(letters_).substr(words_[id - 1].offset, words_[id - 1].size);
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }

 private:
  struct Entry {
    std::uint32_t hash = 0, offset = 0, size = 0;
  };
  [[nodiscard]] std::size_t place(std::string_view word, std::uint32_t hash) const;
  void grow();

  std::string letters_;
  std::vector<Entry> words_;
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1024);
};

}  // namespace decision_card
