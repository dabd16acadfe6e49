// SPDX-License-Identifier: MIT
#pragma once

#include "contract/json_writer.hpp"
#include "decision_card/pack.hpp"

namespace decision_card::contract {

/// Writes the member "estimates" of a description. Precondition: the pack estimates something.
void write_estimates(JsonWriter& json, const PackContent& content);

}  // namespace decision_card::contract
