// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "decision_card/estimates.hpp"
#include "fields.hpp"

namespace decision_card {

/// Reads JsonLogic arithmetic in the strict profile, over the inputs and formulas read so far. After a problem the
/// reporter has the reason.
Formula read_formula(JsonValue value, const Estimates& estimates, Reporter& reporter);

/// The position of an input, or of a formula behind all inputs; a problem is reported.
std::optional<Index> read_variable(JsonValue path, const Estimates& estimates, Reporter& reporter);

/// Nothing when it divides by zero. `values`: inputs, then formulas.
std::optional<double> evaluate(const Formula& formula, const std::vector<double>& values);

}  // namespace decision_card
