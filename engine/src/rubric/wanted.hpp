// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <span>

#include "decision_card/rubric.hpp"
#include "rubric/lexicon.hpp"

namespace decision_card::rubric {

/// True when the hit is one of the choices, denied or not as they want it.
inline bool satisfies(const Rubric& rubric, const Wanted& wanted, const Hit& hit) {
  const std::uint16_t key = Mention(hit.concept_index, hit.negated).key;
  const std::span<const Mention> choices = wanted.choices.of(rubric.mentions);
  return std::any_of(choices.begin(), choices.end(), [=](Mention mention) { return mention.key == key; });
}

/// True when one of the choices is said.
inline bool says(const Rubric& rubric, const ConceptSet& said, const Wanted& wanted) {
  const std::span<const Mention> choices = wanted.choices.of(rubric.mentions);
  return std::any_of(choices.begin(), choices.end(), [&](Mention mention) { return said.has(mention); });
}

inline bool says_all(const Rubric& rubric, const ConceptSet& said, Slice also) {
  const std::span<const Wanted> all = also.of(rubric.wanted);
  return std::all_of(all.begin(), all.end(), [&](const Wanted& wanted) { return says(rubric, said, wanted); });
}

/// Returns the highest level above the one that is reached already whose `also` is said and whose reasons are given;
/// levels that ask for neither are reached by patterns of their own alone. `argues` tells whether reasons are given.
template <typename Argues>
std::uint16_t highest_level(const Rubric& rubric, const Criterion& criterion, std::uint16_t reached,
                            const ConceptSet& said, Argues argues) {
  const std::span<const Level> levels = rubric.levels_of(criterion);
  for (std::size_t k = reached + std::size_t{1}; k < levels.size(); ++k) {
    if (levels[k].also.size + levels[k].reasons.size > 0 && says_all(rubric, said, levels[k].also) &&
        argues(levels[k].reasons))
      reached = static_cast<std::uint16_t>(k);
  }
  return reached;
}

}  // namespace decision_card::rubric
