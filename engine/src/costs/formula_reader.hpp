// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "document/fields.hpp"

namespace decision_card::costs {

using document::JsonValue;
using document::Reporter;

/// Reads JsonLogic arithmetic in the strict profile, over the inputs and formulas read so far, and appends it to the
/// formulas. After a problem the reporter has the reason.
void read_formula(JsonValue value, std::string_view name, Estimates& estimates, Reporter& reporter);

/// The position of an input, or of a formula behind all inputs; a problem is reported.
std::optional<Index> read_variable(JsonValue path, const Estimates& estimates, Reporter& reporter);

}  // namespace decision_card::costs
