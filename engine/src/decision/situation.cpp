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

Possible Situation::values(std::size_t question) const {
  const auto all = static_cast<std::uint16_t>(decision_.questions[question].choices.size());
  const std::uint16_t not_asked = asked_[question] == Truth::yes ? 0 : all, given = given_[question];
  if (asked_[question] == Truth::no) return {0, 0, not_asked};
  if (given < all) return {given, static_cast<std::uint16_t>(given + 1), not_asked};
  return {0, all, not_asked};
}

void Situation::place_answers(const Answers& answers) {
  for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
    asked_[q] = decision_.questions[q].conditional ? truth(program_.question_when[q]) : Truth::yes;
    given_[q] = answers.choices[q];
    place(q, given_[q], asked_[q]);
  }
}

/// Where several may be chosen, each choice is a yes or no of its own.
void Situation::place(std::size_t index, std::size_t answer, Truth asked) {
  const Question& question = decision_.questions[index];
  const std::size_t all = question.choices.size();
  const bool open = answer >= all;
  const auto put_values = [&](const Group& group, std::uint64_t values, std::size_t not_asked) {
    if (asked == Truth::no) values = 0;
    if (asked != Truth::yes) values |= std::uint64_t{1} << not_asked;
    put(group, values);
  };
  if (!question.several())
    return put_values(program_.questions[index], open ? (std::uint64_t{1} << all) - 1 : std::uint64_t{1} << answer,
                      all);
  for (std::size_t part = 0; part < question.parts.size(); ++part) {
    std::uint64_t values = program_.part_values[program_.first_parts[index] + part];
    if (!open) values = (question.sets[answer] >> part & 1) != 0 ? Chosen::yes : Chosen::no;
    put_values(program_.group_of(index, part), values, 2);
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
