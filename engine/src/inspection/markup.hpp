// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "decision_card/pack.hpp"

namespace decision_card::inspection {

/// Markup in a text that a card shows as it is.
struct Markup {
  std::string sign{};
  std::string_view what{}, instead{};
};

/// Finds the first; nothing in a text without any. A question's id in braces is the reader's answer, and no markup; nor
/// are in a rich text emphasis, links, paragraphs and lists.
Markup markup_in(std::string_view text, bool rich, const Decision& decision);

}  // namespace decision_card::inspection
