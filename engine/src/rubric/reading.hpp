// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "language/prose.hpp"
#include "rubric/clause.hpp"
#include "rubric/lexicon.hpp"

namespace decision_card::rubric {

struct Reading {
  std::vector<Hit> hits;                ///< without muted ones
  std::vector<ReadSentence> sentences;  ///< one a sentence of the prose
  SubjectSet named = 0;                 ///< anywhere in the text, in whatever way
};

/// Finds clauses, what each is about, and what is negated in it.
Reading read_subjects(const language::Prose& prose, const Lexicon& lexicon, const Rubric& rubric);

}  // namespace decision_card::rubric
