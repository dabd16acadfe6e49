// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

/// What a document may hold, and the steps that a proof may take. A document over a bound is refused with a problem
/// code, for most bounds `too_many`; a proof over its steps says that it is not exact, and has no code.
namespace decision_card::limits {

inline constexpr std::size_t document_bytes = 1u << 20;
inline constexpr std::size_t document_values = 200'000;
inline constexpr std::size_t depth = 32;
inline constexpr std::size_t problems = 100;  ///< reported at most; each costs one walk over the text

inline constexpr std::size_t questions = 64;
inline constexpr std::size_t choices = 32;
inline constexpr std::size_t alternatives = 8;
inline constexpr std::size_t rules = 1000;
inline constexpr std::size_t gates = 16;
inline constexpr std::size_t recommendations = 32;
inline constexpr std::size_t notes = 100;
inline constexpr std::size_t cases = 1000;
inline constexpr std::size_t sources = 500;
inline constexpr std::size_t list_items = 50;  ///< steps, risks, citations and the like

inline constexpr std::size_t subjects = 8;
inline constexpr std::size_t levels = 8;
inline constexpr std::size_t criteria = 100;
inline constexpr std::size_t follow_ups = 20;
inline constexpr std::size_t patterns = 200;  ///< of one criterion, misconception or claim
inline constexpr std::size_t samples = 1000;
inline constexpr std::size_t estimate_inputs = 32;
inline constexpr std::size_t formulas = 32;
inline constexpr std::size_t cost_series = 4;
inline constexpr std::size_t costs = 16;  ///< in each list of a series
inline constexpr double months = 120;     ///< the longest horizon and interval
inline constexpr double cost = 1e12;      ///< of a series over its whole horizon: fits 64 bits as millionths

inline constexpr int points = 100;
inline constexpr int score = 32'000;       ///< a score fits a 16-bit lane of the compiled tables
inline constexpr std::size_t terms = 512;  ///< of one condition, after it is multiplied out
inline constexpr std::size_t score_tests = 256;

/// Steps that the proof of "settled" may take before it says that it is not proved; fewer where there are more than 64
/// rules, because a step looks at each.
inline constexpr std::size_t settle_steps = 20'000;
/// Steps (diagram.hpp) of the decision diagram behind an outlook or flips.
inline constexpr std::size_t outlook_steps = 2'000'000;
/// Steps of a diagram that is kept for a pack's outlooks: at most 2 MB and 6 ms to count. In place of a larger one,
/// each outlook has one of what is open.
inline constexpr std::size_t preparation_steps = 500'000;
/// Changed answer sets that a search for flips looks at, and edges that the proof of a reason follows.
inline constexpr std::size_t flip_steps = 250'000;
inline constexpr std::size_t reason_steps = 20'000'000;
inline constexpr std::size_t flip_list = 50;  ///< listed for one recommendation

/// Edges of one diagram of an inspection, and of all of them.
inline constexpr std::size_t diagram_steps = 12'000'000;
inline constexpr std::size_t inspection_steps = 150'000'000;
inline constexpr std::size_t law_scores = 600;    ///< different scores of a law's alternative
inline constexpr std::size_t stop_replays = 500;  ///< stopping points that are asked of the card's own proof
/// Cases that are run on changed packs (a partial one counts as 200), and combinations that tell one from the pack.
inline constexpr std::size_t mutant_steps = 20'000'000;
inline constexpr std::size_t mutant_samples = 4'000;
inline constexpr std::size_t laws = 100, accepted = 200;
/// Combinations that are tried where a proof is over the budget.
inline constexpr std::size_t inspection_samples = 200'000;

}  // namespace decision_card::limits
