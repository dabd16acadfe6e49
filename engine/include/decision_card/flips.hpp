// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "decision_card/pack.hpp"

namespace decision_card {

/// A question, and the choice that is changed to.
struct Change {
  Index question = 0;
  std::uint8_t choice = 0;
};

struct FlipTarget {
  Index recommendation = 0;
  std::optional<std::uint32_t> changes{};  ///< the fewest that lead here; nothing: none found
  bool exact = false;                      ///< `changes` is proved, also that there are none
  std::uint32_t searched = 0;              ///< all sets of up to this many changes were looked at
  std::uint32_t count = 0;                 ///< sets of that size
  /// The first of these sets, `changes` at a time, at most budgets::flip_list of each kind: those that the reader could
  /// act on, and the others.
  std::vector<Change> changeable{}, others{};
};

/// What would change the recommendation. The definition is the verdict on the changed answers: open questions stay
/// open, and a question that a change makes asked has the answer that was given to it, or none.
struct Flips {
  bool exact = true;  ///< all of the below is proved
  Index recommendation = 0;
  std::uint32_t same = 0, of = 0;     ///< of all single changes, those that keep the recommendation
  Indices given{};                    ///< the questions whose answers are changed
  Indices single{};                   ///< for each of them, by choice, where that choice alone leads
  std::vector<FlipTarget> targets{};  ///< one for each other recommendation, in the pack's order
  /// A smallest set of given answers that fix the recommendation; nothing when the open questions could change it, or
  /// when it is not proved.
  std::optional<Indices> anchor{};
};

Flips flips(const Pack& pack, const Answers& answers);

}  // namespace decision_card
