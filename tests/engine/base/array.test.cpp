// SPDX-License-Identifier: MIT
#include "base/array.hpp"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

using decision_card::base::Array;

namespace {

template <class T>
std::vector<T> values_of(const Array<T>& array) {
  return {array.begin(), array.end()};
}

}  // namespace

TEST_CASE("an array keeps what is pushed, however often it has to grow") {
  Array<std::uint64_t> array;
  CHECK(array.empty());
  for (std::uint64_t k = 0; k < 10'000; ++k) array.push(k * k);
  REQUIRE(array.size() == 10'000);
  for (std::uint64_t k = 0; k < array.size(); ++k) REQUIRE(array[k] == k * k);
  CHECK(array.back() == 9'999u * 9'999u);
}

TEST_CASE("elements that resizing adds are 0, also where others stood before") {
  Array<std::int32_t> array;
  array.push(7);
  array.push(8);
  array.resize(4);
  CHECK(values_of(array) == std::vector<std::int32_t>{7, 8, 0, 0});
  array.cut(1);
  array.resize(3);
  CHECK(values_of(array) == std::vector<std::int32_t>{7, 0, 0});
  array.reset(2);
  CHECK(values_of(array) == std::vector<std::int32_t>{0, 0});
}

TEST_CASE("an array is extended in place and appended to") {
  Array<std::uint32_t> array;
  std::uint32_t* const added = array.extend(2);
  added[0] = 1;
  added[1] = 2;
  const std::uint32_t more[] = {3, 4, 5};
  array.append(more, 3);
  CHECK(values_of(array) == std::vector<std::uint32_t>{1, 2, 3, 4, 5});
  array.append(more, 0);
  CHECK(array.size() == 5);
  array.clear();
  CHECK(array.empty());
}

TEST_CASE("arrays swap and move their memory") {
  Array<std::uint32_t> one, other;
  one.push(1);
  one.swap(other);
  CHECK(one.empty());
  CHECK(values_of(other) == std::vector<std::uint32_t>{1});
  const Array<std::uint32_t> moved(std::move(other));
  CHECK(values_of(moved) == std::vector<std::uint32_t>{1});
}

TEST_CASE("sorted values take each value once: at the front, between and behind") {
  Array<std::int32_t> values;
  for (const std::int32_t value : {5, 1, 9, 5, -3, 6, 1, 9}) decision_card::base::insert_sorted(values, value);
  CHECK(values_of(values) == std::vector<std::int32_t>{-3, 1, 5, 6, 9});
}
