// SPDX-License-Identifier: MIT
#include "base/bits.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <vector>

using decision_card::base::Bits64;

namespace {

std::vector<std::size_t> members_of(Bits64 set) {
  std::vector<std::size_t> members;
  for (const std::size_t member : set) members.push_back(member);
  return members;
}

Bits64 set_of(std::initializer_list<std::size_t> members) {
  Bits64 set;
  for (const std::size_t member : members) set.add(member);
  return set;
}

}  // namespace

TEST_CASE("a set goes through its members in ascending order, the first and the last of 64 too") {
  CHECK(members_of(Bits64()).empty());
  CHECK(members_of(set_of({63, 5, 0, 31, 32})) == std::vector<std::size_t>{0, 5, 31, 32, 63});
  CHECK(members_of(Bits64::below(64)).size() == 64);
}

TEST_CASE("a set knows what it has, how many, and whether it is one alone") {
  const Bits64 set = set_of({3, 63});
  CHECK(set.has(3));
  CHECK(set.has(63));
  CHECK_FALSE(set.has(0));
  CHECK_FALSE(set.has(62));
  CHECK(set.size() == 2);
  CHECK(set.first() == 3);
  CHECK_FALSE(set.single());
  CHECK(Bits64::of(63).single());
  CHECK_FALSE(Bits64().single());
  CHECK(Bits64().empty());
}

TEST_CASE("adding twice is adding once; removing what is not there changes nothing") {
  Bits64 set = set_of({7, 7});
  CHECK(set.size() == 1);
  set.remove(8);
  CHECK(set == Bits64::of(7));
  set.remove(7);
  CHECK(set.empty());
}

TEST_CASE("the least member is taken until none is left") {
  Bits64 set = set_of({1, 40, 63});
  CHECK(set.take_first() == 1);
  CHECK(set.take_first() == 40);
  CHECK(set.take_first() == 63);
  CHECK(set.empty());
}

TEST_CASE("sets are joined, cut, taken from each other and held against each other") {
  const Bits64 low = Bits64::below(4), even = set_of({0, 2, 4, 6});
  CHECK((low | even) == set_of({0, 1, 2, 3, 4, 6}));
  CHECK((low & even) == set_of({0, 2}));
  CHECK((low - even) == set_of({1, 3}));
  CHECK(low.meets(even));
  CHECK_FALSE(low.includes(even));
  CHECK(low.includes(set_of({0, 3})));
  CHECK(low.includes(Bits64()));
  CHECK_FALSE(low.meets(Bits64()));
  Bits64 changed = low;
  changed |= Bits64::of(9);
  changed -= Bits64::of(0);
  changed &= set_of({1, 9, 10});
  CHECK(changed == set_of({1, 9}));
}

TEST_CASE("the numbers below a count: none, some, all") {
  CHECK(Bits64::below(0).empty());
  CHECK(Bits64::below(1) == Bits64::of(0));
  CHECK(Bits64::below(63).word() == ~(std::uint64_t{1} << 63));
  CHECK(Bits64::below(64).word() == ~std::uint64_t{0});
}
