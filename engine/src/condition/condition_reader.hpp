// SPDX-License-Identifier: MIT
#pragma once

#include "condition/scope.hpp"
#include "decision_card/pack.hpp"
#include "document/fields.hpp"

namespace decision_card::condition {

/// Reads a condition (strict JsonLogic) and multiplies it out. Score tests that it needs are added to the decision.
/// After a problem the returned condition is `false` and the reporter has the reason.
Condition read_condition(document::JsonValue value, Decision& decision, Scope scope, document::Reporter& reporter);

}  // namespace decision_card::condition
