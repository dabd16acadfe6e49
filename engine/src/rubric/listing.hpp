// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "language/prose.hpp"

namespace decision_card::rubric {

/// True for a sentence that lists words and says nothing: eight or more, behind a label if it has one, of which hardly
/// any holds the others together. `subject_first`: its first clause names a subject. What such a label lists with marks
/// between says something: "Tram: on time, cheap, always there".
bool is_listing(const language::Sentence& sentence, std::span<const language::Word> words, bool subject_first);

}  // namespace decision_card::rubric
