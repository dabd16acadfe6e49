// SPDX-License-Identifier: MIT
#pragma once

#include "decision_card/problem.hpp"
#include "document/json_document.hpp"

namespace decision_card::advice {

/// Leaves out what follows from a question that can't be read as what it is: members of the kind that it was meant to
/// be, and conditions and cases that ask it.
Problems without_misread_questions(const document::JsonDocument& document, Problems problems);

/// Says of a question what to write in it.
void advise_question(Problem& problem, const document::JsonDocument& document);

}  // namespace decision_card::advice
