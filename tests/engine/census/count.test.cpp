// SPDX-License-Identifier: MIT
#include "census/count.hpp"

#include <doctest/doctest.h>

using namespace decision_card;
using decision_card::census::Count;

namespace {

Count power_of_two(int exponent) {
  Count power(1);
  for (int k = 0; k < exponent; ++k) power *= 2;
  return power;
}

}  // namespace

TEST_CASE("a share is rounded down exactly") {
  CHECK(Count(41).share(80) == 512'500);
  CHECK(Count(1).share(3) == 333'333);
  CHECK(Count(2).share(3) == 666'666);
  CHECK(Count(0).share(3) == 0);
  CHECK(Count(3).share(3) == 1'000'000);
  for (std::uint32_t part = 1; part <= 2000; ++part) {
    CAPTURE(part);
    CHECK(Count(part).share(2000) == part * 500);
  }
}

TEST_CASE("a share of the largest number of combinations is exact, and never looks like nothing or all") {
  const Count all = power_of_two(320);
  CHECK(Count(1).share(all) == 1);
  CHECK(all.less(Count(1)).share(all) == 999'999);
  CHECK(all.share(all) == 1'000'000);
  CHECK(power_of_two(314).share(all) == 15'625);
  CHECK(power_of_two(314).less(Count(1)).share(all) == 15'624);
}
