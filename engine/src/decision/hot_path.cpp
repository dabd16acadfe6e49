// SPDX-License-Identifier: MIT
#include "decision/hot_tables.hpp"

#include <bit>

// Built with -O3 also where the rest is built for size (docs/decisions/0003). Everything is kept in local variables and
// plain pointers: in WebAssembly a member is memory, read again after every write.
namespace decision_card::decision {

namespace {

inline std::int32_t lane(std::uint64_t lanes, unsigned index) {
  return static_cast<std::int32_t>(lanes >> (16 * index) & 0xFFFF) - static_cast<std::int32_t>(HotTables::lane_bias);
}

/// `Wide`: the questions take two words. `a` and `b` are the questions', `c` the score tests' and gates'.
template <bool Wide>
struct Bits {
  std::uint64_t a = 0, b = 0, c = 0;

  [[nodiscard]] bool breaks_questions(const std::uint64_t* forbidden) const {
    return Wide ? ((a & forbidden[0]) | (b & forbidden[1])) != 0 : (a & forbidden[0]) != 0;
  }
  [[nodiscard]] bool breaks(const std::uint64_t* forbidden) const {
    const std::uint64_t wide = Wide ? b & forbidden[1] : 0;
    return ((a & forbidden[0]) | wide | (c & forbidden[2])) != 0;
  }
  /// Without an early end: it would be a branch that no predictor can learn.
  [[nodiscard]] bool any(const HotTables::Term* term, const HotTables::Term* last) const {
    bool held = false;
    for (; term != last; ++term) held |= !breaks(term->forbidden);
    return held;
  }
};

template <bool Wide, bool Conditional>
int run(const HotTables& tables, const std::uint8_t* choices, std::int32_t* scores) {
  Bits<Wide> bits;
  std::uint64_t lanes = tables.start;
  const HotTables::Row* const rows = tables.rows.data();
  const HotTables::Term* const terms = tables.terms.data();

  for (const HotTables::Question *q = tables.questions.data(), *last = q + tables.questions.size(); q != last; ++q) {
    std::uint32_t value = *choices++;
    if (Conditional && q->conditional && !bits.any(terms + q->first_term, terms + q->last_term)) {
      value = q->choices;
    } else if (value >= q->choices) {
      return -1;
    }
    const HotTables::Row& row = rows[q->row + value];
    bits.a |= row.bits[0];
    if (Wide) bits.b |= row.bits[1];
    lanes += row.lanes;
  }

  for (const HotTables::TermRule *r = tables.term_rules.data(), *last = r + tables.term_rules.size(); r != last; ++r) {
    const bool broken = bits.breaks_questions(r->forbidden);
    lanes += r->lanes & (static_cast<std::uint64_t>(broken) - 1);
  }
  for (const HotTables::PairRule *r = tables.pair_rules.data(), *last = r + tables.pair_rules.size(); r != last; ++r) {
    const bool first = bits.breaks_questions(r->forbidden);
    const bool second = bits.breaks_questions(r->forbidden + 2);
    lanes += r->lanes & (static_cast<std::uint64_t>(first & second) - 1);
  }
  for (const HotTables::SumRule *r = tables.sum_rules.data(), *last = r + tables.sum_rules.size(); r != last; ++r) {
    const bool held = bits.any(terms + r->first_term, terms + r->last_term);
    lanes += r->lanes & (std::uint64_t{0} - static_cast<std::uint64_t>(held));
  }

  for (unsigned a = 0; a < HotTables::alternatives; ++a) scores[a] = lane(lanes, a);
  scores[HotTables::alternatives] = 0;
  for (const HotTables::Test *t = tables.tests.data(), *last = t + tables.tests.size(); t != last; ++t) {
    const auto value = static_cast<std::uint32_t>(scores[t->left] - scores[t->right] - t->lowest);
    bits.c |= std::uint64_t{1} << (t->shift + (value <= t->width));
  }
  for (const HotTables::Gate *g = tables.gates.data(), *last = g + tables.gates.size(); g != last; ++g) {
    bits.c |= std::uint64_t{1} << (g->shift + !bits.any(terms + g->first_term, terms + g->last_term));
  }
  // All terms are tested without a branch, which no predictor could learn; the first one that holds decides.
  std::uint64_t held = 0;
  const HotTables::Outcome* const outcomes = tables.outcomes.data();
  for (std::size_t k = 0; k < tables.outcomes.size(); ++k) {
    held |= static_cast<std::uint64_t>(!bits.breaks(outcomes[k].forbidden)) << k;
  }
  return outcomes[std::countr_zero(held)].recommendation;
}

}  // namespace

int run_hot(const HotTables& tables, const std::uint8_t* choices, std::int32_t* scores) {
  return tables.plain ? run<false, false>(tables, choices, scores) : run<true, true>(tables, choices, scores);
}

}  // namespace decision_card::decision
