// SPDX-License-Identifier: MIT
#include <bit>
#include <cstdlib>

#include "residue.hpp"

namespace decision_card {

namespace {

std::uint64_t set_of(std::size_t question) { return std::uint64_t{1} << question; }

std::uint64_t questions_of(const Condition& condition) {
  std::uint64_t questions = 0;
  for (const Term& term : condition.terms) {
    for (const Literal& literal : term) questions |= literal.subject == Subject::question ? set_of(literal.index) : 0;
  }
  return questions;
}

/// What a layer costs: the different things that its choices do, and the sums that they move.
std::uint64_t cost_of(const Program& program, const Decision& decision, const LinearForms& forms, std::size_t question) {
  const std::size_t alternatives = decision.alternatives.size(), choices = decision.questions[question].choices.size();
  const std::int32_t* const points = program.single_points[question].data();
  std::uint64_t moved = 0, different = 0;
  for (std::size_t c = 0; c < choices; ++c) {
    moved |= forms.moved_by(points + c * alternatives);
    bool seen = false;
    for (std::size_t other = 0; other < c; ++other) {
      std::size_t a = 0;
      while (a < alternatives && points[c * alternatives + a] == points[other * alternatives + a]) ++a;
      seen = seen || a == alternatives;
    }
    different += !seen;
  }
  return (static_cast<std::uint64_t>(std::popcount(moved)) + (moved == 0)) * different;
}

}  // namespace

Array<Index> elimination_order(const Program& program, const Decision& decision, const Situation& situation,
                               const LinearForms& forms) {
  std::uint64_t gains[limits::questions]{}, costs[limits::questions]{}, open = 0;
  for (const Rule& rule : decision.rules) {
    std::uint64_t total = 0;
    for (const std::int32_t points : rule.points) total += static_cast<std::uint64_t>(std::abs(points));
    for (std::uint64_t left = questions_of(rule.when); left != 0; left &= left - 1) gains[std::countr_zero(left)] += total;
  }
  std::uint64_t in_gates = 0;
  for (const Gate& gate : decision.gates) in_gates |= questions_of(gate.when);
  for (std::size_t q = 0; q < decision.questions.size(); ++q) {
    gains[q] *= (in_gates & set_of(q)) != 0 ? 3 : 5;
    costs[q] = cost_of(program, decision, forms, q);
    if (std::popcount(situation.values(q)) > 1) open |= set_of(q);
  }
  Array<Index> order;
  while (open != 0) {
    std::size_t best = limits::questions;
    for (std::uint64_t left = open; left != 0; left &= left - 1) {
      const auto q = static_cast<std::size_t>(std::countr_zero(left));
      if ((open & questions_of(decision.questions[q].when)) != 0) continue;
      if (best == limits::questions || gains[q] * costs[best] > gains[best] * costs[q]) best = q;
    }
    order.push(static_cast<Index>(best));
    open &= ~set_of(best);
  }
  return order;
}

}  // namespace decision_card
