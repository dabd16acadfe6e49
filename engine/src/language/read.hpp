// SPDX-License-Identifier: MIT
#pragma once

#include "base/word_table.hpp"
#include "language/english.hpp"
#include "language/prose.hpp"

namespace decision_card::language {

/// Reads a text once, from front to back. `stems` are those that matter.
Prose read_prose(std::string_view text, const English& english, const base::WordTable& stems);

/// Adds the stems of one lexicon phrase or example and returns their numbers; words without letters are left out.
std::vector<std::uint32_t> stems_of(std::string_view phrase, base::WordTable& stems);

}  // namespace decision_card::language
