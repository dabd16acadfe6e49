// SPDX-License-Identifier: MIT
#pragma once

#include "fields.hpp"

namespace decision_card {

/// Says what keeps a value from being one of this input's numbers; false when something does.
bool check_input(JsonValue value, const EstimateInput& input, Reporter& reporter);

}  // namespace decision_card
