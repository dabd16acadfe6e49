// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "decision/situation.hpp"
#include "decision_card/pack.hpp"

namespace decision_card::decision {

/// Where each other choice of each given answer leads by itself: to what the verdict on the changed answers recommends.
/// Open questions stay open, and a question that a change makes asked has the answer that was given to it, or none.
/// Where several may be chosen, a single change adds or drops one choice, if that is still an answer.
struct SingleChanges {
  std::uint32_t same = 0, of = 0;  ///< of all single changes, those that keep the recommendation
  Indices leads_to{};  ///< for each given question, by choice offered; one that makes no change, or can't be
                       ///< changed, leads to the recommendation
  bool exact = true;   ///< false: the proofs together ran over the steps of one; what certainly holds counts
};

/// The questions whose answers count: answered, and not certain to be left out. Precondition: the situation has
/// assessed these answers.
Indices given_questions(const Situation& situation, const Answers& answers);

/// `given` are the given questions of these answers, `recommendation` is what the verdict on them recommends.
SingleChanges single_changes(const Pack& pack, const Answers& answers, const Indices& given, Index recommendation);

}  // namespace decision_card::decision
