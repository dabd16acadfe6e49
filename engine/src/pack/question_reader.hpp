// SPDX-License-Identifier: MIT
#pragma once

#include "pack/text_reader.hpp"

namespace decision_card::pack {

/// Reads a question of any kind, but for its condition; a number's intervals are cut later (number_cuts.hpp).
void read_question(JsonValue value, Question& question, TextReader& texts, Reporter& reporter);

}  // namespace decision_card::pack
