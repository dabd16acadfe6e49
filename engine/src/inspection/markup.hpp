// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "decision_card/pack.hpp"

namespace decision_card::inspection {

/// Markup in a text that a card shows as it is.
struct Markup {
  std::string_view sign{}, what{}, instead{};
};

/// Finds the first; nothing in a text without any. A question's id in braces is the reader's answer, and no markup.
Markup markup_in(std::string_view text, const Decision& decision);

}  // namespace decision_card::inspection
