// SPDX-License-Identifier: MIT
#pragma once

#include "contract/json_writer.hpp"
#include "decision_card/cases.hpp"
#include "decision_card/problem.hpp"

namespace decision_card::contract {

void write_problems(JsonWriter& json, const Problems& problems);
void write_case(JsonWriter& json, const Decision& decision, const CaseResult& result);

}  // namespace decision_card::contract
