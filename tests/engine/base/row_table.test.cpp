// SPDX-License-Identifier: MIT
#include "base/row_table.hpp"

#include <doctest/doctest.h>

#include <memory>

using decision_card::base::RowTable;

namespace {

constexpr unsigned number_bits = 16;  // the lowest bits of each word belong to the table

std::unique_ptr<RowTable> table_of(std::size_t words) {
  auto table = std::make_unique<RowTable>();
  table->reset(words);
  return table;
}

}  // namespace

TEST_CASE("rows are told apart by each of their words and by the number that belongs to them") {
  const auto table = table_of(2);
  const std::uint64_t row[] = {5u << number_bits, 7u << number_bits}, last[] = {5u << number_bits, 8u << number_bits},
                      first[] = {6u << number_bits, 7u << number_bits};
  CHECK(table->number(3, row, 2) == 0);
  CHECK(table->number(3, last, 2) == 1);
  CHECK(table->number(3, first, 2) == 2);
  CHECK(table->number(4, row, 2) == 3);
  CHECK(table->number(3, row, 2) == 0);
  CHECK(table->size(2) == 4);
}

TEST_CASE("a row is given back as it was, with its own number") {
  const auto table = table_of(3);
  for (std::uint64_t k = 0; k < 1'000; ++k) {
    const std::uint64_t row[] = {k % 10 << number_bits, k % 7 << number_bits, k << number_bits};
    REQUIRE(table->number(static_cast<std::uint32_t>(k % 3), row, 3) == k);
  }
  for (std::uint32_t k = 0; k < 1'000; ++k) {
    std::uint64_t row[3];
    REQUIRE(table->row(k, row, 3, number_bits) == k % 3);
    CHECK((row[0] >> number_bits) == k % 10);
    CHECK((row[1] >> number_bits) == k % 7);
    CHECK((row[2] >> number_bits) == k);
  }
}

TEST_CASE("row tables swap and forget their rows") {
  const auto one = table_of(1), other = table_of(1);
  const std::uint64_t row[] = {1u << number_bits};
  one->number(0, row, 1);
  one->swap(*other, 1);
  CHECK(one->size(1) == 0);
  CHECK(other->size(1) == 1);
  other->reset(1);
  CHECK(other->size(1) == 0);
}
