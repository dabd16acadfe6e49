// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "base/bits.hpp"
#include "decision_card/pack.hpp"

namespace decision_card::proofs {

using base::QuestionSet;

/// What holds the recommendation fast: a smallest set of given answers with which every completion gives it.
struct Anchor {
  bool exact = true;  ///< false: the step budget ended before the proof
  std::optional<Indices> questions{};
};

/// Finds the anchor of this recommendation among the given answers; no questions where the open ones could change it.
Anchor find_anchor(const Pack& pack, const Answers& answers, QuestionSet given, Index recommendation);

}  // namespace decision_card::proofs
