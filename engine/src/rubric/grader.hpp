// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "decision_card/grade.hpp"
#include "language/english.hpp"
#include "rubric/lexicon.hpp"

namespace decision_card {

/// What a pattern belongs to, as one number: the topic, the claims, the criteria (those of follow-ups behind the
/// rubric's own), the misconceptions.
using Owner = std::uint32_t;
constexpr Owner topic = 0;

struct OwnedPattern {
  Pattern pattern{};
  std::uint16_t index = 0;  ///< among its owner's patterns
  Owner owner = topic;
};

/// A word of an example, or a concept in the place of its phrase, and how rare it is.
struct Feature {
  std::uint32_t id = 0;  ///< a stem, or a concept with the highest bit set
  bool negated = false;
  std::uint32_t weight = 0;
};

struct Example {
  Owner owner = topic;
  std::uint16_t index = 0;
  SubjectSet subjects = 0;
  std::uint32_t weight = 0;  ///< of all its features
  Slice features{};          ///< of `Grader::features`
};

struct Grader {
  explicit Grader(const Pack& source);

  Pack pack;

  English english;
  WordTable stems;
  Lexicon lexicon;
  Owner first_criterion = 0, first_misconception = 0, owners = 0;
  std::vector<OwnedPattern> patterns{};
  /// By concept: the patterns whose first wanted concept it can be. Only these need a look where it occurs.
  std::vector<Slice> by_concept{};
  std::vector<std::uint32_t> positions{};  ///< what `by_concept` has slices of
  std::vector<std::uint32_t> on_claims{};  ///< patterns that want claims only
  std::vector<Example> examples{};
  std::vector<Feature> features{};
};

}  // namespace decision_card
