// SPDX-License-Identifier: MIT
#include "base/wording.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace decision_card::base;

namespace {

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  std::size_t letters = 1'000'000;
  return decision_card::base::nearest(word, candidates, letters);
}

}  // namespace

TEST_CASE("the nearest word is suggested only when it is near") {
  CHECK(nearest("latncy", {"latency", "corpus"}) == "latency");
  CHECK(nearest("aletrnatives", {"alternatives", "rules"}) == "alternatives");
  CHECK(nearest("xyz", {"latency", "corpus"}) == "");
  CHECK(nearest("rag", {}) == "");
  CHECK(nearest(std::string(10'000, 'a'), {"latency"}) == "");
}

TEST_CASE("looking for the nearest word ends with the letters that may be compared") {
  std::size_t letters = 100;
  CHECK(decision_card::base::nearest("latncy", {"latency"}, letters) == "latency");
  CHECK(letters == 100 - 6 * 7);
  CHECK(decision_card::base::nearest("latncy", {"corpus", "latency"}, letters) == "");
  CHECK(letters < 6 * 7);
}

TEST_CASE("quoted words are cut at a whole character") {
  CHECK(in_quotes("a") == "\"a\"");
  const std::string most(79, 'a');
  CHECK(in_quotes(most + "€€") == "\"" + most + "…\"");
  CHECK(list_in_quotes({"a", "b", "c"}) == "\"a\", \"b\" or \"c\"");
  CHECK(list_in_quotes({"1", "2", "3", "4", "5", "6", "7", "8", "9"}) ==
        "\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", …");
}

TEST_CASE("a text has one piece more than separators, empty ones too") {
  const auto pieces = [](std::string_view text) {
    std::vector<std::string_view> found;
    for (const std::string_view piece : split(text, '|')) found.push_back(piece);
    return found;
  };
  using Pieces = std::vector<std::string_view>;
  CHECK(pieces("a|bc|d") == Pieces{"a", "bc", "d"});
  CHECK(pieces("abc") == Pieces{"abc"});
  CHECK(pieces("") == Pieces{""});
  CHECK(pieces("|a||") == Pieces{"", "a", "", ""});
}

TEST_CASE("a message is joined of pieces, some of them in quotes") {
  CHECK(joined({}) == "");
  CHECK(joined({"Did you mean ", quote("tram"), "?"}) == "Did you mean \"tram\"?");
  CHECK(joined({std::string("a"), std::string_view("b")}) == "ab");
}

TEST_CASE("at most eight words are listed") {
  CHECK(list_in_quotes({}) == "");
  CHECK(list_in_quotes({"a"}) == "\"a\"");
  CHECK(list_in_quotes({"a", "b"}) == "\"a\" or \"b\"");
  CHECK(list_in_quotes({"1", "2", "3", "4", "5", "6", "7", "8"}).ends_with("\"7\" or \"8\""));
  CHECK(list_in_quotes({"1", "2", "3", "4", "5", "6", "7", "8", "9"}).ends_with("\"8\", …"));
}
