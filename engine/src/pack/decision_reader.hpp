// SPDX-License-Identifier: MIT
#pragma once

#include "document/fields.hpp"

namespace decision_card::pack {

using document::JsonValue;
using document::Reporter;

/// Reads the `decision` part of a pack into `content`, whose sources are read already.
void read_decision(JsonValue value, PackContent& content, Reporter& reporter);

}  // namespace decision_card::pack
