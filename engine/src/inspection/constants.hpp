// SPDX-License-Identifier: MIT
#pragma once

#include "document/reporter.hpp"

namespace decision_card::inspection {

/// Refuses comparisons of two constants, as in {"==": ["load", "even"]}: JsonLogic has them, and in a pack they are
/// questions whose "var" was forgotten. A card opens such a pack.
void refuse_constants(document::JsonValue root, document::Reporter& reporter);

}  // namespace decision_card::inspection
