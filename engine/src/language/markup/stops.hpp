// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include "language/english.hpp"

namespace decision_card::language {

/// A full stop, and what stands around it.
struct Stop {
  std::string_view text;
  std::size_t at = 0;     ///< of the stop in the text
  std::string_view rest;  ///< of the text, behind the stop
  std::string_view word;  ///< the letters of the word before it, small
  bool touches = false;   ///< nothing stands between that word and the stop
  bool numbers = false;   ///< that word is the first of its sentence, or stands behind a colon: "1." may be a number
};

/// Tells a full stop that ends its sentence from those of abbreviations, numbers and names of files. `line_ends`:
/// nothing follows in the stretch being read.
bool ends_sentence(const Stop& stop, bool line_ends, const English& english);

}  // namespace decision_card::language
