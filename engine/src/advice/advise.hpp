// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "decision_card/problem.hpp"
#include "document/json_document.hpp"

namespace decision_card::advice {

/// The problem of a text that is no JSON, with its true cause and the place of it.
Problems explain_syntax(std::string_view text, Problems problems);

/// The problems of a pack as its author wants them: one for each mistake, and what other tools call a thing led back to
/// what it is called here.
Problems advise(const document::JsonDocument& document, Problems problems);

}  // namespace decision_card::advice
