// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "language/prose.hpp"

namespace decision_card::rubric {

/// What a clause says of what others say, or of what was said beside it.
struct Opinion {
  bool reported = false;      ///< tells what others think, or doubts it: it and what follows is not the writer's view
  bool doubted = false;       ///< the same, by the writer's own words
  bool called_wrong = false;  ///< ends by calling what was said wrong
};

/// `words`: a clause; `follows`: it and the rest of the text.
Opinion read_opinion(std::span<const language::Word> words, std::span<const language::Word> follows);

/// True for words that do nothing but call wrong what was said before them: "that is not so", "wrong", "not at all".
bool is_verdict(std::span<const language::Word> words);
/// The same, and it says so in words that nothing else can mean: "that's false", but not "no".
bool is_plain_verdict(std::span<const language::Word> words);

/// True for a label of what is wrong: "Myth: …", "Common mistakes".
bool labels_wrong(std::span<const language::Word> words);

}  // namespace decision_card::rubric
