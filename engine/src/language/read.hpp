// SPDX-License-Identifier: MIT
#pragma once

#include "base/word_table.hpp"
#include "language/english.hpp"
#include "language/prose.hpp"

namespace decision_card {

/// Reads a text once, from front to back. `stems`: those that matter.
Prose read_prose(std::string_view text, const English& english, const WordTable& stems);

/// One lexicon phrase or example to its stems; words without letters are left out.
std::vector<std::uint32_t> stems_of(std::string_view phrase, WordTable& stems);

}  // namespace decision_card
