// SPDX-License-Identifier: MIT
#include "base/stable_order.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using decision_card::base::stable_order;

namespace {

using Positions = std::vector<std::uint32_t>;

Positions order_of(const std::vector<int>& values) {
  return stable_order(values.size(), [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
}

}  // namespace

TEST_CASE("positions come in the order of their values, equal ones in their first order") {
  CHECK(order_of({}).empty());
  CHECK(order_of({4}) == Positions{0});
  CHECK(order_of({2, 1}) == Positions{1, 0});
  CHECK(order_of({1, 1, 1}) == Positions{0, 1, 2});
  CHECK(order_of({3, 1, 2, 1, 3}) == Positions{1, 3, 2, 0, 4});
}

TEST_CASE("the order is that of the standard library, for every length up to 70") {
  unsigned next = 1;
  for (std::size_t count = 0; count <= 70; ++count) {
    std::vector<int> values;
    Positions expected;
    for (std::uint32_t k = 0; k < count; ++k) {
      next = next * 1103515245u + 12345u;
      values.push_back(static_cast<int>(next >> 16) % 9);
      expected.push_back(k);
    }
    std::stable_sort(expected.begin(), expected.end(), [&](auto a, auto b) { return values[a] < values[b]; });
    REQUIRE(order_of(values) == expected);
  }
}
