// SPDX-License-Identifier: MIT
#pragma once

#include "decision_card/pack.hpp"
#include "document/reporter.hpp"

namespace decision_card::pack {

/// Cuts each number into the intervals that the conditions of this decision can tell apart: they become the question's
/// choices. All questions are read already; no condition is.
void cut_numbers(document::JsonValue decision, Decision& content, document::Reporter& reporter);

}  // namespace decision_card::pack
