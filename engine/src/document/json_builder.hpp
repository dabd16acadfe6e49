// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "document/json_document.hpp"

namespace decision_card::document {

/// Reads a text, which must live as long, into an empty document. What comes back is its first problem, or nothing.
Problems build_document(JsonDocument& document, std::string_view source);

/// A problem of a whole text, at this place in it.
Problems one_problem(std::string_view code, std::string_view source, std::size_t offset, std::string message,
                     std::string_view suggestion);

}  // namespace decision_card::document
