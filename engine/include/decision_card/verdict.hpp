// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "decision_card/closed_set.hpp"
#include "decision_card/pack.hpp"

namespace decision_card {

enum class Status : std::uint8_t { settled, provisional };
inline constexpr ValueWord<Status> status_words[] = {{Status::settled, "settled"},
                                                     {Status::provisional, "provisional"}};
static_assert(in_order(status_words));

enum class Stance : std::uint8_t { favours, opposes, neutral };
inline constexpr ValueWord<Stance> stance_words[] = {
    {Stance::favours, "for"}, {Stance::opposes, "against"}, {Stance::neutral, "neutral"}};
static_assert(in_order(stance_words));

enum class Clarity : std::uint8_t { firm, fair, delicate, open };
inline constexpr ValueWord<Clarity> clarity_words[] = {
    {Clarity::firm, "firm"}, {Clarity::fair, "fair"}, {Clarity::delicate, "delicate"}, {Clarity::open, "open"}};
static_assert(in_order(clarity_words));

/// A rule that certainly holds, and the questions whose answers made it hold.
struct Reason {
  Index rule = 0;
  Stance stance = Stance::neutral;
  Indices questions;
};

/// Which of its variants a text is said in. Nothing: none, and the text is left out.
using Wording = std::optional<Index>;

struct GateVerdict {
  GateState state = GateState::unknown;
  Wording text{};     ///< of the gate's texts for this state
  Indices questions;  ///< the answers that bear on it
  Indices waits_for;  ///< open questions that could still decide it
};

/// Why the recommendation `index` was not given.
struct WhyNot {
  Index recommendation = 0;
  Wording text{};
  bool outranked = false;  ///< its condition holds, but an earlier recommendation comes first
  Term missing;            ///< the literals that do not hold, of the term that lacks least
};

/// What is said of the given recommendation: which variants, and which items of its lists.
struct Advice {
  Wording summary{};
  Wording despite{};  ///< only where another alternative has more points
  Indices steps, risks, measure, costs;
};

/// The engine's full answer for some answers. Indices refer to the pack.
struct Verdict {
  Status status = Status::provisional;
  bool exact = true;  ///< false: the proof of the status ran over budgets::settle_steps
  Index recommendation = 0;
  Advice advice;
  Clarity clarity = Clarity::open;
  std::uint32_t same = 0, of = 0;  ///< of all single changes, those that keep the recommendation, as in `Flips`
  // How far ahead the recommendation is: where it is behind, a card may say why it is given (`Advice::despite`).
  std::int32_t lead = 0;         ///< best score it stands on, less the best of the others
  std::optional<Index> rival{};  ///< the alternative with the best score of the others
  std::vector<std::int32_t> scores;
  std::vector<Reason> reasons;  ///< strongest first
  Wording gates_text{};
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
