// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "decision_card/pack.hpp"

namespace decision_card {

struct SufficientReason {
  bool exact = true;  ///< false: the step budget ended before the proof
  std::optional<Indices> questions{};
};

/// A smallest set of the given answers (bits of questions) with which every completion gives this recommendation.
SufficientReason sufficient_reason(const Pack& pack, const Answers& answers, std::uint64_t given, Index recommendation);

}  // namespace decision_card
