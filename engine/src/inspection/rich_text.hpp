// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "document/json_document.hpp"

namespace decision_card::inspection {

/// What is left of a rich text when a card has read its markup (web/texts/rich.ts): what it took for markup is blanks.
struct RichRest {
  std::string words{};
  std::string_view marked{};  ///< the first words in markup, with their signs
  std::string_view alone{};   ///< the first stars that stress nothing, though they stand where they could
};

RichRest rest_of(std::string_view text);

/// Whether this member of `parent` is read as prose. Names, titles and labels are plain.
bool is_rich(document::JsonValue parent, std::string_view key);

}  // namespace decision_card::inspection
