// SPDX-License-Identifier: MIT
#pragma once

#include "decision_card/problem.hpp"
#include "document/json_document.hpp"

namespace decision_card::advice {

/// Leaves out what follows from another problem: references into a list that could not be read, and all but the first
/// of a list's items that have the same thing wrong with them.
Problems without_cascades(const document::JsonDocument& document, Problems problems);

}  // namespace decision_card::advice
