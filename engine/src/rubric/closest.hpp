// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "decision_card/explanation.hpp"
#include "rubric/matching.hpp"

namespace decision_card::rubric {

/// Returns the pattern of this owner, none of which was found, that came closest in a sentence of the text; none where
/// not even one thing that a pattern wants was said.
std::optional<Explanation::Closest> closest_pattern(const Grader& grader, const language::Prose& prose,
                                                    const Reading& reading, const Found& found, Owner owner);

}  // namespace decision_card::rubric
