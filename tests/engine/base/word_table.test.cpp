// SPDX-License-Identifier: MIT
#include "base/word_table.hpp"

#include <doctest/doctest.h>

using decision_card::base::hash_of;
using decision_card::base::WordTable;

TEST_CASE("words are numbered from 1 as they are added, and each once") {
  WordTable table;
  CHECK(table.find("tram") == 0);
  CHECK(table.add("tram") == 1);
  CHECK(table.add("bus") == 2);
  CHECK(table.add("tram") == 1);
  CHECK(table.size() == 2);
  CHECK(table.word(2) == "bus");
  CHECK(table.find("bus") == 2);
  CHECK(table.find("bus", hash_of("bus")) == 2);
}

TEST_CASE("words that begin alike, or have no letters, are words of their own") {
  WordTable table;
  CHECK(table.add("track") == 1);
  CHECK(table.add("tracks") == 2);
  CHECK(table.add("") == 3);
  CHECK(table.find("trac") == 0);
  CHECK(table.find("") == 3);
}

TEST_CASE("words with the same hash are told apart by their letters") {
  WordTable table;
  table.add("tram");
  CHECK(table.find("bus", hash_of("tram")) == 0);
}

TEST_CASE("many words keep their numbers while the table grows") {
  WordTable table;
  for (std::uint32_t k = 1; k <= 5'000; ++k) REQUIRE(table.add("word" + std::to_string(k)) == k);
  for (std::uint32_t k = 1; k <= 5'000; ++k) REQUIRE(table.find("word" + std::to_string(k)) == k);
  CHECK(table.find("word5001") == 0);
  CHECK(table.word(4'321) == "word4321");
}
