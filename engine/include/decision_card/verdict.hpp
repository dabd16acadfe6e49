// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "decision_card/pack.hpp"

namespace decision_card {

enum class Status : std::uint8_t { settled, provisional };
enum class Stance : std::uint8_t { favours, opposes, neutral };
enum class Clarity : std::uint8_t { firm, fair, delicate, open };

/// A rule that certainly holds, and the questions whose answers made it hold.
struct Reason {
  Index rule = 0;
  Stance stance = Stance::neutral;
  Indices questions;
};

struct GateVerdict {
  GateState state = GateState::unknown;
  Indices questions;  ///< the answers that bear on it
  Indices waits_for;  ///< open questions that could still decide it
};

/// Why the recommendation `index` was not given.
struct WhyNot {
  Index recommendation = 0;
  bool outranked = false;  ///< its condition holds, but an earlier recommendation comes first
  Term missing;            ///< the literals that do not hold, of the term that lacks least
};

/// The engine's full answer for some answers. Indices refer to the pack.
struct Verdict {
  Status status = Status::provisional;
  bool exact = true;  ///< false: the proof of the status ran over limits::settle_steps
  Index recommendation = 0;
  Clarity clarity = Clarity::open;
  std::uint32_t same = 0, of = 0;  ///< of all single changes, those that keep the recommendation, as in `Flips`
  std::int32_t lead = 0;           ///< best score it stands on, less the best of the others
  int rival = -1;                  ///< the alternative with the best score of the others
  std::vector<std::int32_t> scores;
  std::vector<Reason> reasons;  ///< strongest first
  std::vector<GateVerdict> gates;
  std::vector<WhyNot> why_not;
  Indices notes;
  Indices open, pending, not_asked, ignored;  ///< questions
};

/// Complete or partial answers to the verdict. Only rules that certainly hold count.
Verdict verdict(const Pack& pack, const Answers& answers);

/// The recommendation of `verdict` alone, for complete or partial answers.
Index recommend(const Pack& pack, const Answers& answers);

}  // namespace decision_card
