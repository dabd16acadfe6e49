// SPDX-License-Identifier: MIT
#pragma once

#include "decision_card/cost_picture.hpp"
#include "document/fields.hpp"

namespace decision_card::costs {

using document::JsonValue;
using document::Reporter;

/// Says what keeps a value from being one of this input's numbers; false when something does.
bool check_input(JsonValue value, const EstimateInput& input, Reporter& reporter);

/// Computes costs, sums and stretches from one value an input, without the starts; what keeps them from being computed
/// is reported at `at`.
CostPicture compute(const Estimates& estimates, std::vector<double> values, JsonValue at, Reporter& reporter);

}  // namespace decision_card::costs
