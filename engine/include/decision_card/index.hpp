// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace decision_card {

/// The position of an item in one of a pack's lists.
using Index = std::uint16_t;
using Indices = std::vector<Index>;

}  // namespace decision_card
