// SPDX-License-Identifier: MIT
#pragma once

#include "decision_card/inspect.hpp"
#include "document/fields.hpp"

namespace decision_card::inspection {

using document::JsonValue;
using document::Reporter;

/// Reads `laws` and `accepted`: what a pack says about itself to its author's tools. The card's parser passes them
/// over.
Declarations read_declarations(JsonValue root, const Decision& decision, Reporter& reporter);

}  // namespace decision_card::inspection
