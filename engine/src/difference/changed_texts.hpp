// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "document/json_document.hpp"

namespace decision_card::difference {

/// What a reader is told in other words, or under other conditions, by the new version: "recommendations/both/steps"
/// for each member with texts of what both versions of a decision have. The documents must be those of good packs.
std::vector<std::string> changed_texts(const document::JsonDocument& before, const document::JsonDocument& after);

}  // namespace decision_card::difference
