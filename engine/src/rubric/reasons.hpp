// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "decision_card/rubric.hpp"
#include "language/prose.hpp"
#include "rubric/lexicon.hpp"

namespace decision_card::rubric {

/// True when for each of these wanted concepts one of the sentence's hits leads to a verb before its clause ends:
/// "because it forgets", not "and so on". A pause right behind the words that give the reason doesn't end the clause.
bool argues(const Rubric& rubric, Slice reasons, const language::Prose& prose, const language::Sentence& sentence,
            std::span<const Hit> hits);

}  // namespace decision_card::rubric
