// SPDX-License-Identifier: MIT
#pragma once

#include "decision/situation.hpp"

namespace decision_card::decision {

struct Settlement {
  bool settled = false;
  bool exact = true;         ///< false: the search ran over budgets::settle_steps
  Index recommendation = 0;  ///< when settled
  std::size_t steps = 0;     ///< that it took
};

/// Whether a few completions are looked at before the proof: where two of them differ, there is nothing to prove.
enum class Looking : bool { never, first };

/// Proves that every completion of the open questions gives the same recommendation, or finds two that differ.
/// Depth first over the open questions, those with most points first; a branch ends as soon as bounds on scores and
/// Kleene's logic leave one recommendation. Never samples, never guesses.
Settlement settle(const Program& program, const Decision& decision, const Answers& answers);
Settlement settle(const Program& program, const Decision& decision, const Answers& answers, std::size_t most_steps,
                  Looking looking = Looking::first);

/// The steps of a proof that has no other budget: budgets::settle_steps, fewer where a step has much to look at.
std::size_t most_settle_steps(const Program& program);

}  // namespace decision_card::decision
