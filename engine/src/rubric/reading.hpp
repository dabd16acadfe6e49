// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "language/prose.hpp"
#include "rubric/clause.hpp"
#include "rubric/lexicon.hpp"

namespace decision_card::rubric {

/// What is known of a word beside what its clause is about.
enum WordMark : std::uint8_t {
  denied_word = 1,  ///< said under a negation
  muted_word = 2,   ///< told of others, asked, or called wrong
};

struct Reading {
  std::vector<Hit> hits;                ///< without muted ones
  std::vector<ReadSentence> sentences;  ///< one a sentence of the prose
  SubjectSet named = 0;                 ///< anywhere in the text, in whatever way
  std::vector<std::uint8_t> marks;      ///< one a word of the prose
};

/// Finds clauses, what each is about, and what is negated in it.
Reading read_subjects(const language::Prose& prose, const Lexicon& lexicon, const Rubric& rubric);

}  // namespace decision_card::rubric
