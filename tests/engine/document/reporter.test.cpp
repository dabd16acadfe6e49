// SPDX-License-Identifier: MIT
#include "document/reporter.hpp"

#include <doctest/doctest.h>

#include <string>

#include "decision_card/limits.hpp"

using namespace decision_card;
using document::JsonDocument;
using document::JsonValue;
using document::Reporter;

TEST_CASE("problems come sorted by their place, each with its path, line and column") {
  const JsonDocument document = JsonDocument::parse("{\"a\": 1,\n \"b\": [2, 3]}").take();
  const JsonValue root(document, 0);
  Reporter reporter;
  CHECK(reporter.clean());
  reporter.report("last", root.at(1).at(1), {"Last."});
  reporter.report_key("middle", root.at(1), {"Middle."});
  reporter.report("first", root.at(0), {"First."}, {"Mend it."});
  CHECK_FALSE(reporter.clean());
  const Problems problems = reporter.take();
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].code == "first");
  CHECK(problems[0].path == "/a");
  CHECK(problems[0].suggestion == "Mend it.");
  CHECK(problems[1].path == "/b");
  CHECK(problems[1].line == 2);
  CHECK(problems[1].column == 2);
  CHECK(problems[2].path == "/b/1");
  CHECK(problems[2].column == 11);
  CHECK(reporter.clean());
}

TEST_CASE("an unknown word comes with the nearest one, or with all there are") {
  const JsonDocument document = JsonDocument::parse("\"tran\"").take();
  const auto suggestion = [&](std::string_view word, const std::vector<std::string_view>& candidates) {
    Reporter reporter;
    reporter.report_unknown("unknown", JsonValue(document, 0), word, {"a ", "thing"}, candidates);
    const Problem problem = reporter.take().front();
    CHECK(problem.message == "\"" + std::string(word) + "\" is not a thing.");
    return problem.suggestion;
  };
  CHECK(suggestion("tran", {"bus", "tram"}) == "Did you mean \"tram\"?");
  CHECK(suggestion("rocket", {"bus", "tram"}) == "Use \"bus\" or \"tram\".");
  CHECK(suggestion("rocket", {}) == "");
}

TEST_CASE("a repeated id is named, at the second of its items") {
  const JsonDocument document = JsonDocument::parse("[1, 2]").take();
  Reporter reporter;
  reporter.report_duplicate(JsonValue(document, 0).at(1), "twin");
  const Problem problem = reporter.take().front();
  CHECK(problem.code == "duplicate_id");
  CHECK(problem.path == "/1");
  CHECK(problem.message == "The id \"twin\" is used twice in this list.");
}

TEST_CASE("no more problems are kept than the limit") {
  const JsonDocument document = JsonDocument::parse("1").take();
  Reporter reporter;
  for (std::size_t k = 0; k < limits::problems + 5; ++k) reporter.report("again", JsonValue(document, 0), {"Again."});
  CHECK(reporter.take().size() == limits::problems);
}
