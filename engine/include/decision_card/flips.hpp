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

/// A smallest set of changes that leads to a recommendation.
struct Flip {
  std::vector<Change> changes{};
  bool changeable = false;  ///< the reader could act on every one
};

struct FlipTarget {
  Index recommendation = 0;
  std::uint32_t changes = 0;   ///< 0: none found
  bool exact = false;          ///< `changes` is proved, also where it is 0
  std::uint32_t searched = 0;  ///< all sets of up to this many changes were looked at
  std::uint32_t count = 0;     ///< sets of that size
  std::vector<Flip> flips{};   ///< the first of them, changeable ones first
};

/// What the other choices of one given answer lead to, alone.
struct Sensitivity {
  Index question = 0;
  std::vector<Index> recommendations{};  ///< by choice; for the given one, the present recommendation
};

/// What would change the recommendation. The definition is the verdict on the changed answers: open questions stay
/// open, and a question that a change makes asked has the answer that was given to it, or none.
struct Flips {
  bool exact = true;  ///< all of the below is proved
  Index recommendation = 0;
  std::uint32_t same = 0, of = 0;  ///< of all single changes, those that keep the recommendation
  std::vector<Sensitivity> sensitivity{};
  std::vector<FlipTarget> targets{};  ///< fewest changes first; those without any behind
  /// A smallest set of given answers that fix the recommendation; nothing when the open questions could change it, or
  /// when it is not proved.
  std::optional<Indices> reason{};
};

Flips flips(const Pack& pack, const Answers& answers);

}  // namespace decision_card
