// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "language/prose.hpp"

namespace decision_card::rubric {

/// True when a verb stands between this word of a sentence and the end of its clause: "because it forgets", not "and so
/// on". A pause right behind the word that gives the reason doesn't end the clause.
bool leads_to_verb(const language::Prose& prose, const language::Sentence& sentence, std::uint32_t first);

}  // namespace decision_card::rubric
