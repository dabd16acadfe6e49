// SPDX-License-Identifier: MIT
#include "base/key_table.hpp"

#include <doctest/doctest.h>

using decision_card::base::KeyTable;

TEST_CASE("words are numbered as they are first seen, and found without being added") {
  KeyTable table;
  table.reset();
  CHECK(table.find(9) == KeyTable::none);
  CHECK(table.number(9) == 0);
  CHECK(table.number(0) == 1);
  CHECK(table.number(~std::uint64_t{0}) == 2);
  CHECK(table.number(9) == 0);
  CHECK(table.find(0) == 1);
  CHECK(table.find(1) == KeyTable::none);
  CHECK(table.size() == 3);
  CHECK(table.word(2) == ~std::uint64_t{0});
}

TEST_CASE("many words keep their numbers while the table grows, and a reset forgets them") {
  KeyTable table;
  for (int round = 0; round < 2; ++round) {
    table.reset();
    CHECK(table.size() == 0);
    for (std::uint64_t k = 0; k < 5'000; ++k) REQUIRE(table.number(k << 32 | 7) == k);
    for (std::uint64_t k = 0; k < 5'000; ++k) REQUIRE(table.find(k << 32 | 7) == k);
    CHECK(table.find(8) == KeyTable::none);
  }
}

TEST_CASE("key tables swap their words") {
  KeyTable one, other;
  one.reset();
  other.reset();
  one.number(5);
  one.swap(other);
  CHECK(one.find(5) == KeyTable::none);
  CHECK(other.find(5) == 0);
}
