// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "language/prose.hpp"
#include "rubric/clause.hpp"

namespace decision_card::rubric {

/// Tells for each word of a clause whether it is negated: `negated` gets one value a word. `carried`: the clause before
/// was negated to its end; a short list item after a comma goes on with that. Returns whether this one is negated to
/// its end.
bool negate(std::span<const language::Word> words, const Clause& clause, bool carried,
            std::vector<std::uint8_t>& negated);

}  // namespace decision_card::rubric
