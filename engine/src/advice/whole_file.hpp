// SPDX-License-Identifier: MIT
#pragma once

#include "advice/json_mistake.hpp"

namespace decision_card::advice {

/// Says that a whole file is something else than JSON (YAML, a script, a saved page, nothing at all), by how it begins.
std::optional<Mistake> not_json_at_all(std::string_view text);

}  // namespace decision_card::advice
