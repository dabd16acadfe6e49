// SPDX-License-Identifier: MIT
#pragma once

#include "contract/json_writer.hpp"
#include "decision_card/inspect.hpp"

namespace decision_card::inspection {

using contract::JsonWriter;

/// Writes the answers to questions that are asked, as a card would take them.
void write_answers(JsonWriter& json, const Pack& pack, const Answers& answers);

/// An inspection as `check` hands it out.
std::string write_inspection(const ReadPack& read, const Inspection& inspection);

}  // namespace decision_card::inspection
