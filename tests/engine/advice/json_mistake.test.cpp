// SPDX-License-Identifier: MIT
// Why a text is no JSON (tests/corpus/mistakes.json has what is said of each mistake; tests/web compares it).
#include "advice/json_mistake.hpp"

#include <doctest/doctest.h>

#include "support/support.hpp"

using namespace decision_card;

TEST_CASE(
    "a pack has no mistake, and every beginning of it has one, behind its last whole value or where something opens") {
  const std::string text = tests::read_file("tests/corpus/packs/lunch.json");
  CHECK_FALSE(advice::json_mistake(text));
  const std::size_t end = text.find_last_of('}');
  for (std::size_t length = 0; length <= end; ++length) {
    const auto mistake = advice::json_mistake(std::string_view(text).substr(0, length));
    REQUIRE(mistake);
    CHECK(mistake->at <= length);
    CHECK(mistake->message.back() == '.');
    CHECK(mistake->suggestion.back() == '.');
  }
}

TEST_CASE("no bytes lead it astray") {
  const std::string text = tests::read_file("tests/corpus/packs/lunch.json");
  for (std::size_t at = 0; at < text.size(); at += 3) {
    for (const char byte : {'\0', '"', '\\', '{', ']', '\xE2', '\x80', '-', '\''}) {
      std::string changed = text;
      changed[at] = byte;
      if (const auto mistake = advice::json_mistake(changed)) CHECK(mistake->at <= changed.size());
    }
  }
}
