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

/// A verdict spends most of its time here. Pointers of its own: in WebAssembly a member is memory, read again each
/// time.
Truth Situation::truth(Range terms) const {
  const std::uint64_t* const bits = bits_.data();
  const Range* term = program_.terms.data() + terms.first;
  const Range* const end = program_.terms.data() + terms.last;
  Truth any = Truth::no;
  for (; term != end && any != Truth::yes; ++term) {
    Truth all = Truth::yes;
    const PackedLiteral* literal = program_.literals.data() + term->first;
    const PackedLiteral* const last = program_.literals.data() + term->last;
    for (; literal != last && all != Truth::no; ++literal) {
      const std::uint64_t possible = bits[literal->word] & literal->group;
      if ((possible & ~literal->allowed) != 0) all = (possible & literal->allowed) == 0 ? Truth::no : Truth::unknown;
    }
    if (all > any) any = all;
  }
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
  changed_ = {};
  for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
    const Truth asked = decision_.questions[q].conditional ? truth(program_.question_when[q]) : Truth::yes;
    if (counted_ && asked == asked_[q] && answers.choices[q] == given_[q]) continue;
    changed_.add(q);
    asked_[q] = asked;
    given_[q] = answers.choices[q];
    place(q, given_[q], asked);
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

/// Rules on no question that has changed hold as they did. Of all that a verdict asks, most differs by one answer.
void Situation::count_rules() {
  if (!counted_) rules_.assign(decision_.rules.size(), Truth::no);
  if (!counted_) sums_.assign(decision_.alternatives.size(), {});
  for (std::size_t r = 0; r < decision_.rules.size(); ++r) {
    if (counted_ && !program_.rule_questions[r].meets(changed_)) continue;
    const Truth holds = truth(program_.rules[r]);
    if (holds == rules_[r]) continue;
    count_rule(r, -1);
    rules_[r] = holds;
    count_rule(r, 1);
  }
  counted_ = true;
}

/// Puts the points of a rule in, or takes them out where `sign` is -1.
void Situation::count_rule(std::size_t rule, std::int32_t sign) {
  if (rules_[rule] == Truth::no) return;
  const bool holds = rules_[rule] == Truth::yes;
  for (std::size_t a = 0; a < sums_.size(); ++a) {
    const std::int32_t points = sign * decision_.rules[rule].points[a];
    if (holds) sums_[a].now += points;
    else (decision_.rules[rule].points[a] < 0 ? sums_[a].falls : sums_[a].rises) += points;
  }
}

void Situation::test_scores(Scores scores) {
  const auto lowest = [&](Index a) { return sums_[a].now + (scores == Scores::possible ? sums_[a].falls : 0); };
  const auto highest = [&](Index a) { return sums_[a].now + (scores == Scores::possible ? sums_[a].rises : 0); };
  for (std::size_t k = 0; k < decision_.score_tests.size(); ++k) {
    const ScoreTest& test = decision_.score_tests[k];
    put(program_.score_tests[k],
        outcomes(lowest(test.left), highest(test.left), test.op, test.right ? lowest(*test.right) : test.constant,
                 test.right ? highest(*test.right) : test.constant));
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
  test_scores(Scores::possible);
  judge_gates();
  for (std::size_t k = 0; k < gates_.size(); ++k)
    put(program_.gates_groups[k], std::uint64_t{1} << static_cast<unsigned>(gates_[k]));
  test_scores(Scores::present);
}

void Situation::bound(const Answers& answers) {
  constexpr std::uint64_t pass = 1, fail = 2;
  place_answers(answers);
  count_rules();
  test_scores(Scores::possible);
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
