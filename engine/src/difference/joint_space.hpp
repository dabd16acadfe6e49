// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "census/diagram_queries.hpp"

namespace decision_card::difference {

using base::Array;
using census::Sizes;

/// How many answers of a question are still answers in the other version.
std::uint32_t kept_answers(const Question& before, const Question& after);

/// The answers that two versions of a decision have in common: every question of either, with the choices of both where
/// both ask it.
class JointSpace {
 public:
  JointSpace(const Decision& before, const Decision& after);

  [[nodiscard]] const Sizes& sizes() const { return sizes_; }
  /// A version over these questions: all its conditions say the same about them. `side`: 0 before, 1 after.
  [[nodiscard]] Decision decision(int side) const;
  /// An order of the questions in which no version asks one before what its `when` looks at; nothing where the versions
  /// contradict each other.
  [[nodiscard]] std::optional<Array<Index>> order(const Decision& before, const Decision& after) const;
  /// Joint answers as a version takes them.
  [[nodiscard]] Answers answers(int side, const Answers& joint) const;

 private:
  struct JointQuestion {
    int own[2];                              ///< its index in each version, or -1
    std::vector<std::uint8_t> choices[2]{};  ///< by joint answer, the version's own
  };
  void add(int before, int after);
  static void add_common(const Question& before, const Question& after, JointQuestion& question);
  void remap(Condition& condition, int side) const;

  const Decision* decisions_[2];
  std::vector<JointQuestion> questions_{};
  std::vector<std::size_t> joint_[2]{};
  Sizes sizes_{};
};

}  // namespace decision_card::difference
