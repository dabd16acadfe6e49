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

}  // namespace decision_card
