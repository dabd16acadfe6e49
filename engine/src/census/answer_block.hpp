// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "decision_card/pack.hpp"

namespace decision_card::census {

/// 64 answer sets, a bit each.
using Plane = std::uint64_t;
inline constexpr Plane everywhere = ~Plane{0};

/// All answers to the last questions of a decision, at least about a thousand sets of them, in planes. The others are
/// the outer questions. Questions that hang together by `when` are on one side.
class AnswerBlock {
 public:
  explicit AnswerBlock(const Decision& decision);

  [[nodiscard]] const std::vector<std::size_t>& inner() const { return inner_; }
  [[nodiscard]] const std::vector<std::size_t>& outer() const { return outer_; }
  [[nodiscard]] bool is_inner(std::size_t question) const { return !values_[question].empty(); }
  [[nodiscard]] std::uint64_t sets() const { return sets_; }
  [[nodiscard]] std::size_t words() const { return valid_.size(); }

  /// Marks one set of each group that differs only in questions that are not asked.
  [[nodiscard]] Plane valid(std::size_t word) const { return valid_[word]; }
  /// The sets in which an inner question has this value, by word; "not asked" is the value behind the last choice.
  [[nodiscard]] const std::vector<Plane>& value(std::size_t question, std::size_t value) const {
    return values_[question][value];
  }
  /// The sets that satisfy a literal on an inner question.
  [[nodiscard]] Plane where(const Literal& literal, std::size_t word) const;

 private:
  void split();
  void lay_out();
  void mask_not_asked(std::size_t question);

  const Decision& decision_;
  std::vector<std::size_t> inner_{}, outer_{};
  std::uint64_t sets_ = 1;
  std::vector<Plane> valid_{};
  std::vector<std::vector<std::vector<Plane>>> values_{};  ///< by question, value and word; empty for an outer question
};

}  // namespace decision_card::census
