// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace decision_card {

/// A part of the graded text in UTF-16 code units, `end` exclusive.
struct Span {
  std::uint32_t start = 0, end = 0;
};

/// Stands for a pattern where none found something.
inline constexpr std::uint16_t no_pattern = 0xFFFF;

/// A part of the text that earned something, and what found it.
struct Evidence {
  Span span;
  std::uint16_t pattern = 0;  ///< index among the patterns, or the examples where there are none; `no_pattern`
};

}  // namespace decision_card
