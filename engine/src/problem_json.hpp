// SPDX-License-Identifier: MIT
#pragma once

#include "decision_card/check.hpp"
#include "decision_card/problem.hpp"
#include "json_writer.hpp"

namespace decision_card {

void write_problems(JsonWriter& json, const Problems& problems);
void write_case(JsonWriter& json, const Decision& decision, const CaseResult& result);

}  // namespace decision_card
