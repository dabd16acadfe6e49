// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "decision_card/pack.hpp"

namespace decision_card {

/// How many complete answer sets end in each recommendation, found by going through all of them. A question that is not
/// asked has one value.
struct Enumeration {
  bool complete = false;  ///< false: more sets than `most`, and none was looked at
  std::uint64_t sets = 0;
  std::vector<std::uint64_t> counts{};  ///< one a recommendation
};

/// 64 answer sets at a time, a bit each. Where the decision diagram behind `outlook` counts without looking at every
/// set, this looks at every one: to check it, and for what has to be seen set by set.
Enumeration enumerate(const Pack& pack, std::uint64_t most);

}  // namespace decision_card
