// SPDX-License-Identifier: MIT
#pragma once

#include "decision_card/problem.hpp"
#include "json_writer.hpp"

namespace decision_card {

void write_problems(JsonWriter& json, const Problems& problems);

}  // namespace decision_card
