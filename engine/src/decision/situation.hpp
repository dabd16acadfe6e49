// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "decision/program.hpp"

namespace decision_card::decision {

/// What is known of a decision for partial answers: the values still possible for each subject, and the scores.
class Situation {
 public:
  Situation(const Program& program, const Decision& decision) : program_(program), decision_(decision) {}

  /// Takes the answers, the scores and the gates in. Afterwards score tests and gates hold their present outcome
  /// (a gate may be "unknown"), as recommendations and notes see them.
  void assess(const Answers& answers);

  /// The same, but score tests and gates hold every outcome they can still have. Cheaper than `assess`.
  void bound(const Answers& answers);

  [[nodiscard]] Truth truth(Range terms) const;
  [[nodiscard]] Truth truth(std::uint32_t term) const;
  [[nodiscard]] Truth literal(std::uint32_t index) const;

  /// The first recommendation that certainly holds. Precondition: assess().
  [[nodiscard]] Index first_certain() const;
  /// The recommendations that some completion may give, as bits. Precondition: bound().
  [[nodiscard]] std::uint32_t possible_recommendations() const;

  /// Whether a text with this condition may be said: only what certainly holds is. Precondition: assess().
  [[nodiscard]] bool says(TextCondition when) const { return !when || truth(program_.texts[*when]) == Truth::yes; }

  [[nodiscard]] Truth rule(std::size_t index) const { return rules_[index]; }
  [[nodiscard]] GateState gate(std::size_t index) const { return gates_[index]; }
  [[nodiscard]] std::int32_t score(std::size_t alternative) const { return now_[alternative]; }
  [[nodiscard]] std::uint64_t values(std::size_t question) const;
  [[nodiscard]] bool asked_for_certain(std::size_t question) const {
    return (values(question) & not_asked(question)) == 0;
  }
  [[nodiscard]] bool never_asked(std::size_t question) const { return values(question) == not_asked(question); }

 private:
  void place_answers(const Answers& answers);
  void count_rules();
  void test_scores_within_bounds();
  void judge_gates();
  [[nodiscard]] std::uint64_t not_asked(std::size_t question) const {
    return decision_.questions[question].not_asked();
  }
  void put(const Group& group, std::uint64_t values) {
    bits_[group.word] = (bits_[group.word] & ~group.mask()) | (values << group.shift);
  }

  const Program& program_;
  const Decision& decision_;
  std::array<std::uint64_t, Program::most_words> bits_{};
  std::vector<Truth> rules_;
  std::vector<GateState> gates_;
  std::vector<std::int32_t> now_, lowest_, highest_;
};

}  // namespace decision_card::decision
