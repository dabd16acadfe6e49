// SPDX-License-Identifier: MIT
#include "base/wording.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace decision_card;

TEST_CASE("the nearest word is suggested only when it is near") {
  CHECK(nearest("latncy", {"latency", "corpus"}) == "latency");
  CHECK(nearest("aletrnatives", {"alternatives", "rules"}) == "alternatives");
  CHECK(nearest("xyz", {"latency", "corpus"}) == "");
  CHECK(nearest("rag", {}) == "");
  CHECK(nearest(std::string(10'000, 'a'), {"latency"}) == "");
}

TEST_CASE("quoted words are cut at a whole character") {
  CHECK(in_quotes("a") == "\"a\"");
  const std::string most(79, 'a');
  CHECK(in_quotes(most + "€€") == "\"" + most + "…\"");
  CHECK(list_in_quotes({"a", "b", "c"}) == "\"a\", \"b\" or \"c\"");
  CHECK(list_in_quotes({"1", "2", "3", "4", "5", "6", "7", "8", "9"}) ==
        "\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", …");
}
