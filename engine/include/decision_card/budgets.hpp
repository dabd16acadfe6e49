// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

/// The steps that a proof may take. A proof over its budget says that it is not exact; it never guesses.
namespace decision_card::budgets {

/// Reading a pack: literals looked at while its conditions are multiplied out (one that is kept counts as
/// `kept_literal`, because every verdict looks at it again), and pairs of letters compared for "Did you mean".
inline constexpr std::size_t reading = 20'000'000, kept_literal = 333;
inline constexpr std::size_t compared_letters = 4'000'000;

/// Grading a text: hits and words looked at by patterns and examples. A text over it has no grade.
inline constexpr std::size_t grading = 30'000'000;

/// Values looked at for the ranges of a pack's scores, all alternatives together.
inline constexpr std::size_t range_looks = 1'000'000;

/// Steps that the proof of "settled" may take before it says that it is not proved; and what they may look at, because
/// each step looks at all conditions and points of a decision.
inline constexpr std::size_t settle_steps = 20'000, settle_looks = 4'000'000;
/// Steps (diagram.hpp) of the decision diagram behind an outlook or flips.
inline constexpr std::size_t outlook_steps = 1'000'000;
/// Steps of a diagram that is kept for a pack's outlooks: at most 2 MB and 6 ms to count. In place of a larger one,
/// each outlook has one of what is open.
inline constexpr std::size_t preparation_steps = 500'000;
/// Changed answer sets that a search for flips looks at, and edges that the search for an anchor (anchor.hpp) follows.
inline constexpr std::size_t flip_steps = 250'000;
inline constexpr std::size_t anchor_steps = 20'000'000;
inline constexpr std::size_t flip_list = 50;  ///< listed for one recommendation

/// Edges of one diagram of an inspection, and of all of them.
inline constexpr std::size_t diagram_steps = 12'000'000;
inline constexpr std::size_t inspection_steps = 150'000'000;
inline constexpr std::size_t law_scores = 600;    ///< different scores of a law's alternative
inline constexpr std::size_t stop_replays = 500;  ///< stopping points that are asked of the card's own proof
/// Cases that are run on changed packs (a partial one counts as 200), and combinations that tell one from the pack.
inline constexpr std::size_t mutant_steps = 20'000'000;
inline constexpr std::size_t mutant_samples = 4'000;
/// Cases that are suggested: at most so many, and no more than it takes to notice this share of all changes. They are
/// chosen among witnesses and combinations at random, each of which is tried on every change that no case notices;
/// fewer where a decision has no table for complete answers.
inline constexpr std::size_t suggested_cases = 10, enough_noticed = 85;
inline constexpr std::size_t suggestion_samples = 4'000, slow_suggestion_samples = 256, suggestion_climbs = 16;
inline constexpr std::size_t suggestion_looks = 4'000'000;      ///< at changed packs, for the choice among candidates
inline constexpr std::size_t suggestion_climbing = 12'000'000;  ///< the same for making the best ones better
/// Combinations that are tried where a proof is over the budget.
inline constexpr std::size_t inspection_samples = 200'000;

}  // namespace decision_card::budgets
