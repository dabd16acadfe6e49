// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "decision_card/grade.hpp"
#include "english.hpp"
#include "lexicon.hpp"

namespace decision_card {

/// What a pattern belongs to. Criteria of follow-ups are counted on after those of the rubric.
struct Owner {
  enum class Kind : std::uint8_t { topic, claim, criterion, misconception };
  Kind kind = Kind::topic;
  std::uint16_t index = 0;
};

struct OwnedPattern {
  const Pattern* pattern = nullptr;
  std::uint16_t index = 0;  ///< among its owner's patterns
  Owner owner;
};

/// A word of an example, or a concept in the place of its phrase, and how rare it is.
struct Feature {
  std::uint32_t id = 0;  ///< a stem, or a concept with the highest bit set
  bool negated = false;
  std::uint32_t weight = 0;
};

struct Example {
  Owner owner;
  std::uint16_t index = 0;
  SubjectSet subjects = 0;
  std::uint32_t weight = 0;  ///< of all its features
  std::vector<Feature> features{};
};

struct Grader {
  explicit Grader(const Pack& source);

  Pack pack;

  English english;
  WordTable stems;
  Lexicon lexicon;
  std::vector<OwnedPattern> patterns;
  /// By concept: the patterns whose first wanted concept it can be. Only these need a look where it occurs.
  std::vector<std::vector<std::uint32_t>> by_concept;
  std::vector<std::uint32_t> on_claims;  ///< patterns that want claims only
  std::vector<Example> examples;
  std::vector<const Criterion*> criteria;  ///< those of the rubric, then those of each follow-up
};

}  // namespace decision_card
