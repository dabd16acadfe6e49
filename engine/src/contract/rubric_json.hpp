// SPDX-License-Identifier: MIT
#pragma once

#include "contract/json_writer.hpp"
#include "decision_card/pack.hpp"

namespace decision_card::contract {

/// The member `rubric` of a pack's description.
void write_rubric(JsonWriter& json, const PackContent& content);

}  // namespace decision_card::contract
