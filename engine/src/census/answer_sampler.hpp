// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "census/diagram_queries.hpp"
#include "decision_card/decide.hpp"

namespace decision_card::census {

/// Complete answers at random, always the same ones in the same order: where a proof is over the budget they still show
/// what can happen.
class AnswerSampler {
 public:
  explicit AnswerSampler(const Sizes& sizes) : sizes_(sizes), answers_{std::vector<std::uint8_t>(sizes.size())} {}

  const Answers& next() {
    for (std::size_t q = 0; q < sizes_.size(); ++q) answers_.choices[q] = static_cast<std::uint8_t>(below(sizes_[q]));
    return answers_;
  }

 private:
  std::uint32_t below(std::uint32_t count) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;  // Knuth's MMIX
    return static_cast<std::uint32_t>((state_ >> 33) % count);
  }

  const Sizes& sizes_;
  Answers answers_;
  std::uint64_t state_ = 1;
};

}  // namespace decision_card::census
