// SPDX-License-Identifier: MIT
#pragma once

#include "decision_card/rubric.hpp"
#include "document/reporter.hpp"

namespace decision_card::rubric {

/// Reads the cues of a rubric whose criteria and misconceptions are read already.
void read_cues(document::JsonValue value, Rubric& rubric, document::Reporter& reporter);

}  // namespace decision_card::rubric
