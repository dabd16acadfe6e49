// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "decision_card/pack.hpp"

namespace decision_card {

struct CaseResult {
  Index index = 0;
  Index got = 0;
  bool passed = false;
};

/// Runs the pack's own cases, in order.
std::vector<CaseResult> run_cases(const Pack& pack);

/// One rubric sample graded: what it should have got and did not, and the other way round.
struct SampleResult {
  /// A criterion of the rubric or of a follow-up question, or a misconception.
  struct Id {
    bool misconception = false;
    std::int32_t follow_up = -1;
    Index index = 0;

    [[nodiscard]] std::string_view text(const Rubric& rubric) const {
      return misconception ? rubric.misconceptions[index].id : rubric.criteria_of(follow_up)[index].id;
    }
  };

  std::vector<Id> missing{}, surplus{};
  Index band = 0;
  bool passed = false;
};

/// How often a criterion or a misconception was found where it is, where it is not, and not found where it is.
struct Accuracy {
  SampleResult::Id id;
  std::int32_t right = 0, wrong = 0, missed = 0;
};

struct SampleReport {
  std::vector<SampleResult> samples{};
  std::vector<Accuracy> accuracy{};  ///< criteria, those of each follow-up question, misconceptions
};

/// Grades the rubric's own samples, in order. Empty for a pack without a rubric.
SampleReport run_samples(const Pack& pack);

}  // namespace decision_card
