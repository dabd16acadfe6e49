// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/json_document.hpp"

namespace decision_card::advice {

/// "/decision/rules" for "/decision/rules/3".
std::string_view parent_of(std::string_view pointer);

/// Finds what a JSON Pointer names; nothing where it names nothing.
std::optional<document::JsonValue> value_at(const document::JsonDocument& document, std::string_view pointer);

}  // namespace decision_card::advice
