// SPDX-License-Identifier: MIT
#pragma once

#include "document/fields.hpp"

namespace decision_card::rubric {

/// Reads the `rubric` part of a pack into `content`, whose sources are read already.
void read_rubric(document::JsonValue value, PackContent& content, document::Reporter& reporter);

}  // namespace decision_card::rubric
