// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace decision_card::inspection {

/// Markup in a text that a card shows as it is.
struct Markup {
  std::string_view sign{}, what{}, instead{};
};

/// Finds the first; nothing in a text without any.
Markup markup_in(std::string_view text);

}  // namespace decision_card::inspection
