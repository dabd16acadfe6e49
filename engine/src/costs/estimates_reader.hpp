// SPDX-License-Identifier: MIT
#pragma once

#include "document/fields.hpp"

namespace decision_card::costs {

using document::JsonValue;
using document::Reporter;

/// Reads `decision.estimates` into the decision, whose questions and alternatives are read already.
void read_estimates(JsonValue value, const std::vector<std::string_view>& source_ids, Decision& decision,
                    Reporter& reporter);

}  // namespace decision_card::costs
