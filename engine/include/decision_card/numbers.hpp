// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "decision_card/verdict.hpp"

namespace decision_card {

/// The verdict as 32-bit integers, for hosts that hold the catalogue's texts already: a tenth of the JSON to carry, and
/// nothing to parse. Appended to `out`; a list is its length, then its items:
///
///     status, exact, recommendation, clarity, same, of, lead, rival
///     scores, one an alternative
///     reasons: rule, stance, questions
///     gates, one a gate: state, questions, waits_for
///     why_not: recommendation, outranked, missing: subject, index, then
///         question: allowed choices as bits | score test: left, comparison, right or -1, constant | gate: allowed
///         states
///     notes, open, pending, not_asked, ignored
void verdict_numbers(const Pack& pack, const Verdict& verdict, std::vector<std::int32_t>& out);

}  // namespace decision_card
