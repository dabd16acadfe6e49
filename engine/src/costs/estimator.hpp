// SPDX-License-Identifier: MIT
#pragma once

#include "decision_card/cost_picture.hpp"
#include "document/fields.hpp"

namespace decision_card {

/// Says what keeps a value from being one of this input's numbers; false when something does.
bool check_input(JsonValue value, const EstimateInput& input, Reporter& reporter);

/// Computes the cost picture from one value an input; what keeps it from being computed is reported at `at`.
void compute(const Estimates& estimates, std::vector<double> values, Estimate& result, JsonValue at,
             Reporter& reporter);

}  // namespace decision_card
