// SPDX-License-Identifier: MIT
#include "base/hash.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

using namespace decision_card::base;

TEST_CASE("letters hash as FNV-1a, whose high bits are folded down") {
  CHECK(hash_of("") == (2166136261u ^ 2166136261u >> 15));
  CHECK(hash_of("a") == (0xE40C292Cu ^ 0xE40C292Cu >> 15));  // FNV-1a of "a", from its authors' test vectors
  CHECK(hash_of("foobar") == (0xBF9CF968u ^ 0xBF9CF968u >> 15));
  CHECK(hash_of("\xC3\xA9") != hash_of("\xC3\xA8"));
}

TEST_CASE("words that differ in a single bit, the highest too, spread over different hashes") {
  std::set<std::uint32_t> hashes;
  for (unsigned bit = 0; bit < 64; ++bit) hashes.insert(hash_of(std::uint64_t{1} << bit));
  CHECK(hashes.size() >= 60);
}

TEST_CASE("a row's hash depends on each of its words, their order and their number") {
  const std::uint64_t row[] = {1, 2, 0}, turned[] = {2, 1, 0};
  CHECK(hash_of(row, 2) != hash_of(turned, 2));
  CHECK(hash_of(row, 2) != hash_of(row, 3));
  CHECK(hash_of(row, 1) != hash_of(row + 1, 1));
  CHECK(hash_of(row, 2) == hash_of(std::vector<std::uint64_t>{1, 2}.data(), 2));
}

TEST_CASE("a slot is looked for from the hash's own one on, around the end") {
  std::vector<std::size_t> seen;
  const std::size_t found = find_slot(6 + 8 * 5, 7, [&](std::size_t at) {
    seen.push_back(at);
    return at == 1;
  });
  CHECK(found == 1);
  CHECK(seen == std::vector<std::size_t>{6, 7, 0, 1});
}
