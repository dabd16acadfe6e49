// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "language/stem.hpp"

namespace decision_card::language {

/// Returns the stem that a word's British and American spellings share: "behaviour" and "behavior", "organise" and
/// "organize". `word` is lower case.
Stem stem_of(std::string_view word);

}  // namespace decision_card::language
