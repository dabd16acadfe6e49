// SPDX-License-Identifier: MIT
#include <algorithm>
#include <bit>
#include <cstdlib>

#include "order.hpp"
#include "residue.hpp"

namespace decision_card {

namespace {

std::uint64_t set_of(std::size_t question) { return std::uint64_t{1} << question; }

std::uint64_t questions_of(const Condition& condition) {
  std::uint64_t questions = 0;
  for (const Term& term : condition.terms) {
    for (const Literal& literal : term) questions |= set_of(literal.index);
  }
  return questions;
}

/// What a layer costs: the different things that its choices do, and the sums that they move.
std::uint64_t cost_of(const Program& program, const Decision& decision, const LinearForms& forms, std::size_t question) {
  const std::size_t alternatives = decision.alternatives.size(), choices = decision.questions[question].choices.size();
  const std::int32_t* const points = program.single_points[question].data();
  std::uint64_t moved = 0, different = 0;
  for (const LinearForm& form : forms.forms) {
    bool moves = false;
    for (std::size_t c = 0; c <= choices; ++c) moves = moves || form.of(points + c * alternatives) != 0;
    moved += moves;
  }
  for (std::size_t c = 0; c < choices; ++c) {
    bool seen = false;
    for (std::size_t other = 0; other < c; ++other)
      seen = seen || std::equal(points + c * alternatives, points + (c + 1) * alternatives, points + other * alternatives);
    different += !seen;
  }
  return std::max<std::uint64_t>(1, moved) * different;
}

}  // namespace

Indices elimination_order(const Program& program, const Decision& decision, const Situation& situation,
                          const LinearForms& forms) {
  std::vector<std::uint64_t> gains(decision.questions.size(), 0), costs;
  for (const Rule& rule : decision.rules) {
    std::uint64_t total = 0;
    for (const std::int32_t points : rule.points) total += static_cast<std::uint64_t>(std::abs(points));
    for (std::uint64_t left = questions_of(rule.when); left != 0; left &= left - 1)
      gains[static_cast<std::size_t>(std::countr_zero(left))] += total;
  }
  std::uint64_t open = 0;
  for (std::size_t q = 0; q < gains.size(); ++q) {
    costs.push_back(cost_of(program, decision, forms, q));
    if (std::popcount(situation.values(q)) > 1) open |= set_of(q);
  }
  const auto better = [&](std::uint32_t a, std::uint32_t b) { return gains[a] * costs[b] > gains[b] * costs[a]; };
  const std::vector<std::uint32_t> ranked = stable_order(gains.size(), better);
  Indices order;
  for (std::size_t k = 0; open != 0; ++k) {
    const std::uint32_t question = ranked[k];
    if ((open & set_of(question)) == 0 || (open & questions_of(decision.questions[question].when)) != 0) continue;
    order.push_back(static_cast<Index>(question));
    open &= ~set_of(question);
    k = SIZE_MAX;  // from the best one again: a question may have waited for this one
  }
  return order;
}

}  // namespace decision_card
