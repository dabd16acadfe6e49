// SPDX-License-Identifier: MIT
#include "decision/situation.hpp"

#include <algorithm>

namespace decision_card::decision {

namespace {

/// The outcomes of `a op b` when a lies in [a_low, a_high] and b in [b_low, b_high].
std::uint64_t outcomes(std::int32_t a_low, std::int32_t a_high, Comparison op, std::int32_t b_low,
                       std::int32_t b_high) {
  const auto bits = [](bool can_hold, bool can_fail) {
    return (can_hold ? Outcome::yes : 0) | (can_fail ? Outcome::no : 0);
  };
  const bool apart = a_high < b_low || b_high < a_low;
  const bool one_point = a_low == a_high && b_low == b_high && a_low == b_low;
  switch (op) {
    case Comparison::less: return bits(a_low < b_high, a_high >= b_low);
    case Comparison::less_equal: return bits(a_low <= b_high, a_high > b_low);
    case Comparison::greater: return bits(a_high > b_low, a_low <= b_high);
    case Comparison::greater_equal: return bits(a_high >= b_low, a_low < b_high);
    case Comparison::equal: return bits(!apart, !one_point);
    case Comparison::not_equal: return bits(!one_point, !apart);
  }
  return Outcome::no | Outcome::yes;
}

}  // namespace

Truth Situation::literal(std::uint32_t index) const {
  const PackedLiteral& literal = program_.literals[index];
  const std::uint64_t possible = bits_[literal.word] & literal.group;
  if ((possible & ~literal.allowed) == 0) return Truth::yes;
  return (possible & literal.allowed) == 0 ? Truth::no : Truth::unknown;
}

Truth Situation::truth(std::uint32_t term) const {
  Truth all = Truth::yes;
  for (std::uint32_t k = program_.terms[term].first; k < program_.terms[term].last && all != Truth::no; ++k)
    all = std::min(all, literal(k));
  return all;
}

Truth Situation::truth(Range terms) const {
  Truth any = Truth::no;
  for (std::uint32_t term = terms.first; term < terms.last && any != Truth::yes; ++term)
    any = std::max(any, truth(term));
  return any;
}

std::uint64_t Situation::values(std::size_t question) const {
  const Group& group = program_.questions[question];
  return (bits_[group.word] & group.mask()) >> group.shift;
}

void Situation::place_answers(const Answers& answers) {
  for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
    const Question& question = decision_.questions[q];
    const std::uint8_t choice = answers.choices[q];
    std::uint64_t values = choice < question.choices.size() ? std::uint64_t{1} << choice : question.all_choices();
    if (question.conditional) {
      const Truth asked = truth(program_.question_when[q]);
      if (asked == Truth::no) values = question.not_asked();
      if (asked == Truth::unknown) values |= question.not_asked();
    }
    put(program_.questions[q], values);
  }
}

void Situation::count_rules() {
  const std::size_t alternatives = decision_.alternatives.size();
  rules_.assign(decision_.rules.size(), Truth::no);
  now_.assign(alternatives, 0);
  lowest_.assign(alternatives, 0);
  highest_.assign(alternatives, 0);
  for (std::size_t r = 0; r < decision_.rules.size(); ++r) {
    const Truth holds = rules_[r] = truth(program_.rules[r]);
    if (holds == Truth::no) continue;
    for (std::size_t a = 0; a < alternatives; ++a) {
      const std::int32_t points = decision_.rules[r].points[a];
      if (holds == Truth::yes) now_[a] += points;
      else (points < 0 ? lowest_ : highest_)[a] += points;
    }
  }
  for (std::size_t a = 0; a < alternatives; ++a) {
    lowest_[a] += now_[a];
    highest_[a] += now_[a];
  }
}

void Situation::test_scores_within_bounds() {
  for (std::size_t k = 0; k < decision_.score_tests.size(); ++k) {
    const ScoreTest& test = decision_.score_tests[k];
    put(program_.score_tests[k],
        outcomes(lowest_[test.left], highest_[test.left], test.op, test.right ? lowest_[*test.right] : test.constant,
                 test.right ? highest_[*test.right] : test.constant));
  }
}

void Situation::judge_gates() {
  gates_.assign(decision_.gates.size(), GateState::unknown);
  for (std::size_t k = 0; k < decision_.gates.size(); ++k) {
    const Truth holds = truth(program_.gates[k]);
    if (holds != Truth::unknown) gates_[k] = holds == Truth::yes ? GateState::pass : GateState::fail;
  }
}

void Situation::assess(const Answers& answers) {
  place_answers(answers);
  count_rules();
  test_scores_within_bounds();
  judge_gates();
  for (std::size_t k = 0; k < gates_.size(); ++k)
    put(program_.gates_groups[k], std::uint64_t{1} << static_cast<unsigned>(gates_[k]));
  lowest_ = highest_ = now_;
  test_scores_within_bounds();
}

void Situation::bound(const Answers& answers) {
  constexpr std::uint64_t pass = 1, fail = 2;
  place_answers(answers);
  count_rules();
  test_scores_within_bounds();
  judge_gates();
  for (std::size_t k = 0; k < gates_.size(); ++k) {
    const GateState state = gates_[k];
    put(program_.gates_groups[k],
        state == GateState::unknown ? pass | fail : std::uint64_t{1} << static_cast<unsigned>(state));
  }
}

Index Situation::first_certain() const {
  for (std::size_t k = 0; k + 1 < program_.recommendations.size(); ++k) {
    if (truth(program_.recommendations[k]) == Truth::yes) return static_cast<Index>(k);
  }
  return static_cast<Index>(program_.recommendations.size() - 1);
}

std::uint32_t Situation::possible_recommendations() const {
  std::uint32_t possible = 0;
  for (std::size_t k = 0; k + 1 < program_.recommendations.size(); ++k) {
    const Truth holds = truth(program_.recommendations[k]);
    if (holds != Truth::no) possible |= std::uint32_t{1} << k;
    if (holds == Truth::yes) return possible;
  }
  return possible | std::uint32_t{1} << (program_.recommendations.size() - 1);
}

}  // namespace decision_card::decision
