// SPDX-License-Identifier: MIT
#pragma once

#include "document/fields.hpp"

namespace decision_card::decision {

using document::JsonValue;
using document::Reporter;

/// Reads one answers object.
Answers read_answers(JsonValue value, const Decision& decision, Reporter& reporter);

}  // namespace decision_card::decision
