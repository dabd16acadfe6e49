// SPDX-License-Identifier: MIT
#pragma once

#include "decision_card/pack.hpp"
#include "json_writer.hpp"

namespace decision_card {

/// The member `rubric` of a pack's description.
void write_rubric(JsonWriter& json, const PackContent& content);

/// The members `samples` and `accuracy` of a check report; empty lists for a pack without a rubric.
void write_samples(JsonWriter& json, const Pack& pack);

}  // namespace decision_card
