// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "decision_card/pack.hpp"

namespace decision_card::inspection {

/// An answer in a finding: the id of a choice in quotation marks, those of several, or an interval of numbers.
std::string answer_text(const Question& question, std::size_t answer);

}  // namespace decision_card::inspection
