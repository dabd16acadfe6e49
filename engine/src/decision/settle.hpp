// SPDX-License-Identifier: MIT
#pragma once

#include "decision/situation.hpp"

namespace decision_card {

struct Settlement {
  bool settled = false;
  bool exact = true;         ///< false: the search ran over limits::settle_steps
  Index recommendation = 0;  ///< when settled
  std::size_t steps = 0;     ///< that it took
};

/// Proves that every completion of the open questions gives the same recommendation, or finds two that differ.
/// Depth first over the open questions, those with most points first; a branch ends as soon as bounds on scores and
/// Kleene's logic leave one recommendation. Never samples, never guesses.
Settlement settle(const Program& program, const Decision& decision, const Answers& answers);

}  // namespace decision_card
