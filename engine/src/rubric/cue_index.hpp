// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "base/key_table.hpp"
#include "base/word_table.hpp"
#include "decision_card/rubric.hpp"

namespace decision_card::rubric {

/// The cues of a rubric by the keys of their traits.
class CueIndex {
 public:
  static constexpr std::uint32_t none = base::KeyTable::none;

  /// Adds the stems that the cues name to `stems`.
  void add(const Rubric& rubric, base::WordTable& stems);
  /// Returns the position among the rubric's cues of this trait, or `none`.
  [[nodiscard]] std::uint32_t find(std::uint64_t key) const {
    const std::uint32_t number = keys_.find(key);
    return number == none ? none : positions_[number];
  }

 private:
  base::KeyTable keys_;
  std::vector<std::uint32_t> positions_;
};

}  // namespace decision_card::rubric
