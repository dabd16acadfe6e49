// SPDX-License-Identifier: MIT
#pragma once

#include "rubric/matching.hpp"

namespace decision_card::rubric {

/// True where one of these sentences turns around what a pattern or an example of the owner says: it says all that the
/// pattern wants, but denies some of it, or says it of another subject. Cues hear words and could not tell. Takes from
/// `found` what it looks at.
bool turned(const Grader& grader, const Reading& reading, std::uint32_t first, std::uint32_t last, Owner owner,
            Found& found);

}  // namespace decision_card::rubric
