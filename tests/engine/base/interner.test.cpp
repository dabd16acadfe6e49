// SPDX-License-Identifier: MIT
#include "base/interner.hpp"

#include <doctest/doctest.h>

#include <vector>

using decision_card::base::Interner;

namespace {

std::uint32_t intern(Interner& interner, const std::vector<std::uint64_t>& row) {
  return interner.intern(row.data(), row.size());
}

}  // namespace

TEST_CASE("rows are numbered as they are first seen, and recognised again") {
  Interner interner;
  CHECK(intern(interner, {1, 2}) == 0);
  CHECK(intern(interner, {2, 1}) == 1);
  CHECK(intern(interner, {1}) == 2);
  CHECK(intern(interner, {1, 2}) == 0);
  CHECK(intern(interner, {1, 2, 0}) == 3);
  CHECK(interner.size() == 4);
  CHECK(interner.length(1) == 2);
  CHECK(interner.row(1)[0] == 2);
}

TEST_CASE("the empty row is a row") {
  Interner interner;
  CHECK(intern(interner, {}) == 0);
  CHECK(intern(interner, {0}) == 1);
  CHECK(intern(interner, {}) == 0);
  CHECK(interner.length(0) == 0);
}

TEST_CASE("many rows keep their numbers while the table grows, and a reset forgets them") {
  Interner interner;
  for (int round = 0; round < 2; ++round) {
    for (std::uint64_t k = 0; k < 5'000; ++k) REQUIRE(intern(interner, {k << 40, k % 7}) == k);
    for (std::uint64_t k = 0; k < 5'000; ++k) REQUIRE(intern(interner, {k << 40, k % 7}) == k);
    CHECK(interner.size() == 5'000);
    interner.reset();
    CHECK(interner.size() == 0);
  }
}

TEST_CASE("interners swap their rows") {
  Interner one, other;
  intern(one, {4, 4});
  one.swap(other);
  CHECK(one.size() == 0);
  CHECK(intern(other, {4, 4}) == 0);
  CHECK(intern(one, {5}) == 0);
}
