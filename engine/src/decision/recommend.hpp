// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "decision/situation.hpp"
#include "decision_card/pack.hpp"

namespace decision_card::decision {

/// What the verdict on some answers recommends, found without the rest of the verdict.
struct Recommended {
  Index recommendation = 0;
  bool exact = true;      ///< false: a proof that could have changed it ran over its steps
  std::size_t steps = 0;  ///< of the proof; 0 where none was needed
  std::size_t cost = 1;   ///< it took about as long as deciding this many complete answer sets
};

/// Whether partial answers are settled is proved always and from the start, so that what was spent on a search does not
/// depend on luck; or only where a look at a few completions does not show yet that it would change nothing. The
/// recommendation is the same.
enum class Settling : std::uint8_t { always, where_needed };

/// `most_steps` is the proof's budget (settle.hpp); `situation` is any of this pack, best one that has taken in answers
/// that differ little from these.
Recommended find_recommendation(const Pack& pack, Situation& situation, const Answers& answers, Settling settling,
                                std::size_t most_steps);

}  // namespace decision_card::decision
