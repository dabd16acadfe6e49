// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

/// What a document may hold. A document over a bound is refused with a problem code, for most bounds `too_many`.
namespace decision_card::limits {

inline constexpr std::size_t document_bytes = 1u << 20;
inline constexpr std::size_t text_bytes = 1u << 18;  ///< of a text to grade: forty times the longest that anyone wrote
inline constexpr std::size_t document_values = 200'000;
inline constexpr std::size_t depth = 32;
inline constexpr std::size_t problems = 100;  ///< reported at most; each costs one walk over the text

inline constexpr std::size_t questions = 64;
inline constexpr std::size_t choices = 32;
inline constexpr std::size_t sets = 255;         ///< of choices, where several may be chosen: an answer is a byte
inline constexpr double number = 1e9;            ///< the largest bound of a question that asks for a number
inline constexpr double millionths = 1'000'000;  ///< such numbers have at most six decimals
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
inline constexpr std::size_t claims = 256;
inline constexpr std::size_t criteria = 100;
inline constexpr std::size_t follow_ups = 20;
inline constexpr std::size_t patterns = 200;  ///< of one criterion, misconception or claim
inline constexpr std::size_t samples = 1000;
inline constexpr std::size_t traits = 20'000;         ///< of a rubric's cues: their sums fit 32 bits
inline constexpr std::int32_t rarity = 99;            ///< of a trait
inline constexpr std::int32_t cue_score = 1'000'000;  ///< of a bias or a bar
inline constexpr std::size_t estimate_inputs = 32;
inline constexpr std::size_t formulas = 32;
inline constexpr std::size_t cost_series = 8;
inline constexpr std::size_t costs = 16;  ///< in each list of a series
inline constexpr double months = 120;     ///< the longest horizon and interval
inline constexpr double cost = 1e12;      ///< of a series over its whole horizon: fits 64 bits as millionths

inline constexpr int points = 100;
inline constexpr int score = 32'000;       ///< a score fits a 16-bit lane of the compiled tables
inline constexpr std::size_t terms = 512;  ///< of one condition, after it is multiplied out
inline constexpr std::size_t score_tests = 256;

/// What a decision declares for its inspection.
inline constexpr std::size_t laws = 100, accepted = 200;

}  // namespace decision_card::limits
