// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "decision_card/pack.hpp"

/// What a new version of a pack recommends otherwise, counted over all combinations of the choices that both versions
/// have; a question that only one of them asks counts with all its choices.
namespace decision_card {

/// Answers for which the recommendation goes from one to another; as each version takes them.
struct Transition {
  Index from = 0, to = 0;  ///< in the old and in the new version
  std::string count{};
  std::uint32_t share = 0;  ///< parts per million
  Answers old_answers{}, new_answers{};
};

struct ChoiceOf {
  Index question = 0, choice = 0;
};

struct PackDifference {
  bool proved = false;
  std::string combinations{}, changed{};
  std::uint32_t changed_share = 0;
  std::vector<Transition> transitions{};           ///< only those whose recommendations have other ids
  Indices questions_removed{}, questions_added{};  ///< in the old, in the new version
  Indices recommendations_removed{}, recommendations_added{};
  std::vector<ChoiceOf> choices_removed{}, choices_added{};  ///< of questions that both have
  /// Links of the old version with all questions answered, and how many of them lose an answer.
  std::string links{}, links_losing{};
};

PackDifference diff(const Pack& before, const Pack& after);

}  // namespace decision_card
