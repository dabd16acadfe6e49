// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/bits.hpp"
#include "decision/program.hpp"
#include "decision_card/limits.hpp"

namespace decision_card::decision {

/// The values that a question can still have: its answers from `first` to before `last`, and perhaps "not asked", which
/// is the value behind the last answer.
struct Possible {
  std::uint16_t first = 0, last = 0, not_asked = 0;  ///< the number of that value, or 0 where it is asked for certain

  [[nodiscard]] std::size_t count() const { return std::size_t{last} - first + (not_asked != 0); }
  [[nodiscard]] std::size_t at(std::size_t index) const {
    return index < std::size_t{last} - first ? first + index : not_asked;
  }
  /// Precondition: count() is 1.
  [[nodiscard]] std::size_t only() const { return at(0); }
};

/// What is known of a decision for partial answers: the values still possible for each subject, and the scores.
class Situation {
 public:
  Situation(const Program& program, const Decision& decision) : program_(program), decision_(decision) {}

  /// Takes the answers, the scores and the gates in. Afterwards score tests and gates hold their present outcome
  /// (a gate may be "unknown"), as recommendations and notes see them. Answers that differ little from those before are
  /// taken in sooner: only what the difference bears on is looked at again.
  void assess(const Answers& answers);

  /// The same, but score tests and gates hold every outcome they can still have. Cheaper than `assess`.
  void bound(const Answers& answers);

  [[nodiscard]] Truth truth(Range terms) const;
  [[nodiscard]] Truth truth(std::uint32_t term) const { return truth({term, term + 1}); }
  [[nodiscard]] Truth literal(std::uint32_t index) const;

  /// The first recommendation that certainly holds. Precondition: assess().
  [[nodiscard]] Index first_certain() const;
  /// The recommendations that some completion may give, as bits. Precondition: bound().
  [[nodiscard]] std::uint32_t possible_recommendations() const;

  /// Whether a text with this condition may be said: only what certainly holds is. Precondition: assess().
  [[nodiscard]] bool says(TextCondition when) const { return !when || truth(program_.texts[*when]) == Truth::yes; }

  [[nodiscard]] Truth rule(std::size_t index) const { return rules_[index]; }
  [[nodiscard]] GateState gate(std::size_t index) const { return gates_[index]; }
  [[nodiscard]] std::int32_t score(std::size_t alternative) const { return sums_[alternative].now; }
  [[nodiscard]] Possible values(std::size_t question) const;
  [[nodiscard]] bool asked_for_certain(std::size_t question) const { return asked_[question] == Truth::yes; }
  [[nodiscard]] bool never_asked(std::size_t question) const { return asked_[question] == Truth::no; }

 private:
  /// An alternative's points: for certain, and what rules that may hold can still take away and give.
  struct Sum {
    std::int32_t now = 0, falls = 0, rises = 0;
  };
  enum class Scores : std::uint8_t { present, possible };

  void place_answers(const Answers& answers);
  void place(std::size_t question, std::size_t answer, Truth asked);
  void count_rules();
  void count_rule(std::size_t rule, std::int32_t sign);
  void test_scores(Scores scores);
  void judge_gates();
  void put(const Group& group, std::uint64_t values) {
    bits_[group.word] = (bits_[group.word] & ~group.mask()) | (values << group.shift);
  }

  const Program& program_;
  const Decision& decision_;
  std::array<std::uint64_t, Program::most_words> bits_{};
  std::array<Truth, limits::questions> asked_{};         ///< by question
  std::array<std::uint8_t, limits::questions> given_{};  ///< by question: the answer
  std::vector<Truth> rules_;
  std::vector<GateState> gates_;
  std::vector<Sum> sums_;        ///< by alternative
  base::QuestionSet changed_{};  ///< questions whose values are not those of the answers before
  bool counted_ = false;         ///< some answers were taken in already
};

}  // namespace decision_card::decision
