// SPDX-License-Identifier: MIT
#pragma once

#include "decision_card/pack.hpp"
#include "json_writer.hpp"

namespace decision_card {

/// Writes the member "estimates" of a description. Precondition: the pack estimates something.
void write_estimates(JsonWriter& json, const PackContent& content);

}  // namespace decision_card
