// SPDX-License-Identifier: MIT
#pragma once

#include "document/fields.hpp"

namespace decision_card {

/// Reads the `rubric` part of a pack into `content`, whose sources are read already.
void read_rubric(JsonValue value, PackContent& content, Reporter& reporter);

}  // namespace decision_card
