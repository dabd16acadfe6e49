// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace decision_card::base {

/// Returns the positions 0 … count-1 in the order that `before` gives, equal ones in their first order. It is a single
/// merge sort over positions, because every std::stable_sort on another type adds about 3 KB to the WebAssembly module.
using Before = bool (*)(const void* context, std::uint32_t a, std::uint32_t b);
std::vector<std::uint32_t> stable_order(std::size_t count, Before before, const void* context);

template <class Less>
std::vector<std::uint32_t> stable_order(std::size_t count, const Less& less) {
  return stable_order(
      count,
      [](const void* context, std::uint32_t a, std::uint32_t b) { return (*static_cast<const Less*>(context))(a, b); },
      &less);
}

}  // namespace decision_card::base
