// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace decision_card {

/// A value of a closed set, and the word that stands for it in JSON. Each set has one table of its words, beside its
/// enum and in the same order; the shell has the same lists, and a test holds them against these
/// (tests/web/closed-sets.test.mjs).
template <class Set>
struct ValueWord {
  Set value;
  std::string_view word;
};

template <class Set, std::size_t count>
[[nodiscard]] constexpr bool in_order(const ValueWord<Set> (&words)[count]) {
  for (std::size_t k = 0; k < count; ++k) {
    if (words[k].value != static_cast<Set>(k)) return false;
  }
  return true;
}

/// Precondition: in_order(words).
template <class Set, std::size_t count>
[[nodiscard]] constexpr std::string_view word_for(Set value, const ValueWord<Set> (&words)[count]) {
  return words[static_cast<std::size_t>(value)].word;
}

}  // namespace decision_card
