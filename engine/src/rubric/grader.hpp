// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "base/word_table.hpp"
#include "decision_card/pack.hpp"
#include "language/english.hpp"
#include "rubric/cue_index.hpp"
#include "rubric/examples.hpp"
#include "rubric/lexicon.hpp"
#include "rubric/owner.hpp"

namespace decision_card::rubric {

struct OwnedPattern {
  Pattern pattern{};
  std::uint16_t index = 0;  ///< among its owner's patterns
  Owner owner = topic;
};

}  // namespace decision_card::rubric

namespace decision_card {

/// Reading, matching and grading take from it what GraderBuilder (grader.cpp) prepared.
struct Grader {
  explicit Grader(const Pack& source);

  Pack pack;

  language::English english;
  base::WordTable stems;
  rubric::Lexicon lexicon;
  rubric::Owner first_criterion = 0, first_misconception = 0, owners = 0;
  std::vector<rubric::OwnedPattern> patterns{};
  /// By concept: the patterns whose first wanted concept it can be. Only these need a look where it occurs.
  std::vector<Slice> by_concept{};
  std::vector<std::uint32_t> positions{};  ///< what `by_concept` has slices of
  std::vector<std::uint32_t> on_claims{};  ///< patterns that want claims only
  rubric::ExampleIndex examples{};
  rubric::CueIndex cues{};
};

}  // namespace decision_card
