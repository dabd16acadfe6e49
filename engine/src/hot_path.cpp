// SPDX-License-Identifier: MIT
#include "hot_path.hpp"

// Built with -O3 also where the rest is built for size (docs/decisions/0003). Everything is kept in local variables and
// plain pointers: in WebAssembly a member is memory, read again after every write.
namespace decision_card {

namespace {

inline std::int32_t lane(std::uint64_t lanes, unsigned index) {
  return static_cast<std::int32_t>(lanes >> (16 * index) & 0xFFFF) - static_cast<std::int32_t>(HotTables::lane_bias);
}

struct Bits {
  std::uint64_t a, b, c;

  [[nodiscard]] bool breaks(const std::uint64_t* forbidden) const {
    return ((a & forbidden[0]) | (b & forbidden[1]) | (c & forbidden[2])) != 0;
  }
  [[nodiscard]] bool any(const HotTables::Term* term, const HotTables::Term* last) const {
    for (; term != last; ++term) {
      if (!breaks(term->forbidden)) return true;
    }
    return false;
  }
};

}  // namespace

int run_hot(const HotTables& tables, const std::uint8_t* choices, std::int32_t* scores) {
  Bits bits{0, 0, 0};
  std::uint64_t lanes = tables.start;
  const HotTables::Row* const rows = tables.rows.data();
  const HotTables::Term* const terms = tables.terms.data();

  for (const HotTables::Question *q = tables.questions.data(), *last = q + tables.questions.size(); q != last; ++q) {
    std::uint32_t value = *choices++;
    if (q->conditional && !bits.any(terms + q->first_term, terms + q->last_term)) {
      value = q->choices;
    } else if (value >= q->choices) {
      return -1;
    }
    const HotTables::Row& row = rows[q->row + value];
    bits.a |= row.bits[0];
    bits.b |= row.bits[1];
    lanes += row.lanes;
  }

  for (const HotTables::TermRule *r = tables.term_rules.data(), *last = r + tables.term_rules.size(); r != last; ++r) {
    const bool broken = ((bits.a & r->forbidden[0]) | (bits.b & r->forbidden[1])) != 0;
    lanes += r->lanes & (static_cast<std::uint64_t>(broken) - 1);
  }
  for (const HotTables::SumRule *r = tables.sum_rules.data(), *last = r + tables.sum_rules.size(); r != last; ++r) {
    if (bits.any(terms + r->first_term, terms + r->last_term)) lanes += r->lanes;
  }

  std::int32_t padded[HotTables::alternatives + 1] = {lane(lanes, 0), lane(lanes, 1), lane(lanes, 2), lane(lanes, 3),
                                                      0};
  for (unsigned a = 0; a < HotTables::alternatives; ++a) scores[a] = padded[a];
  for (const HotTables::Test *t = tables.tests.data(), *last = t + tables.tests.size(); t != last; ++t) {
    const std::int32_t value = padded[t->left] - padded[t->right] + t->constant;
    const bool outcome = t->equal ? value == 0 : value >= 0;
    bits.c |= std::uint64_t{1} << (t->shift + outcome);
  }
  for (const HotTables::Gate *g = tables.gates.data(), *last = g + tables.gates.size(); g != last; ++g) {
    bits.c |= std::uint64_t{1} << (g->shift + !bits.any(terms + g->first_term, terms + g->last_term));
  }
  const HotTables::Outcome* outcome = tables.outcomes.data();
  while (bits.breaks(outcome->forbidden)) ++outcome;
  return outcome->recommendation;
}

}  // namespace decision_card
