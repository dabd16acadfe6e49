// SPDX-License-Identifier: MIT
#pragma once

#include "decision/program.hpp"

namespace decision_card::decision {

/// The lowest and highest score of each alternative over all complete answers.
void find_score_ranges(const Program& program, Decision& decision);

/// The lowest and highest score of an alternative when each question has one of these values (bits, as in a Situation).
ScoreRange score_range(const Program& program, const Decision& decision, std::size_t alternative,
                       const std::vector<std::uint64_t>& values);

}  // namespace decision_card::decision
