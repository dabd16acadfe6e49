// SPDX-License-Identifier: MIT
#pragma once

#include "decision/situation.hpp"

namespace decision_card::decision {

/// The lowest and highest score of each alternative over all complete answers.
void find_score_ranges(const Program& program, Decision& decision);

/// The lowest and highest score of an alternative when each question has one of these values.
ScoreRange score_range(const Program& program, const Decision& decision, std::size_t alternative,
                       const std::vector<Possible>& values);

}  // namespace decision_card::decision
