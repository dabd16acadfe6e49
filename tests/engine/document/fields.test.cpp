// SPDX-License-Identifier: MIT
#include "document/fields.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace decision_card;
using document::Fields;
using document::JsonDocument;
using document::JsonKind;
using document::JsonValue;
using document::Reporter;

namespace {

/// The codes and paths of the problems that reading a document reports: "code /path", with commas between them.
template <class Read>
std::string problems_of(const std::string& text, const Read& read) {
  const JsonDocument document = JsonDocument::parse(text).take();
  Reporter reporter;
  Fields fields(JsonValue(document, 0), reporter, {"id", "name", "date", "yes", "list"}, true);
  read(fields);
  std::string found;
  for (const Problem& problem : reporter.take())
    found += (found.empty() ? "" : ", ") + std::string(problem.code) + (problem.path.empty() ? "" : " " + problem.path);
  return found;
}

}  // namespace

TEST_CASE("members are read by name, and what is missing or of another kind is reported") {
  CHECK(problems_of(R"({"name": "N"})", [](Fields& fields) {
          CHECK(fields.text("name", Fields::required) == "N");
          CHECK_FALSE(fields.find("list", Fields::optional));
        }) == "");
  CHECK(problems_of("{}", [](Fields& fields) { fields.text("name", Fields::required); }) == "missing_field");
  CHECK(problems_of(R"({"name": 1})", [](Fields& fields) { fields.text("name", Fields::required); }) ==
        "wrong_type /name");
  CHECK(problems_of(R"({"name": " \n"})", [](Fields& fields) { fields.text("name", Fields::optional); }) ==
        "empty_text /name");
  CHECK(problems_of("[]", [](Fields& fields) { CHECK_FALSE(fields.valid()); }) == "wrong_type");
}

TEST_CASE("an unknown member is reported once, and the one that it seems to mean is not missing too") {
  CHECK(problems_of(R"({"nmae": "N"})", [](Fields& fields) { fields.text("name", Fields::required); }) ==
        "unknown_field /nmae");
  CHECK(problems_of(R"({"$schema": "s", "name": "N"})", [](Fields&) {}) == "");
}

TEST_CASE("ids begin with a small letter and have 64 characters at the most") {
  const auto id = [](const std::string& text) {
    return problems_of(R"({"id": ")" + text + "\"}", [](Fields& fields) { fields.id(); });
  };
  CHECK(id("a") == "");
  CHECK(id("a-b_9") == "");
  CHECK(id(std::string(64, 'a')) == "");
  CHECK(id(std::string(65, 'a')) == "bad_id /id");
  CHECK(id("9a") == "bad_id /id");
  CHECK(id("a b") == "bad_id /id");
  CHECK(id("A") == "bad_id /id");
}

TEST_CASE("dates, flags and lists") {
  const auto date = [](const std::string& text) {
    return problems_of(R"({"date": ")" + text + "\"}", [](Fields& fields) { fields.date("date", Fields::optional); });
  };
  CHECK(date("2026-01-31") == "");
  CHECK(date("2026-1-31") == "bad_date /date");
  CHECK(date("2026-01-3x") == "bad_date /date");
  CHECK(problems_of(R"({"yes": true})", [](Fields& fields) {
          CHECK(fields.flag("yes"));
          CHECK_FALSE(fields.flag("name"));
        }) == "");
  const auto list = [](const std::string& text) {
    return problems_of(R"({"list": )" + text + "}",
                       [](Fields& fields) { fields.list("list", 1, 2, Fields::optional); });
  };
  CHECK(list("[1]") == "");
  CHECK(list("[1, 2]") == "");
  CHECK(list("[]") == "too_few /list");
  CHECK(list("[1, 2, 3]") == "too_many /list");
}

TEST_CASE("references are resolved to positions; unknown, repeated and other values are reported") {
  Indices found;
  const std::string problems = problems_of(R"({"list": ["bus", "tran", 3, "tram", "bus"]})", [&](Fields& fields) {
    found = document::references(fields, "list", {"tram", "bus"}, "unknown_thing", "a thing", 9);
  });
  CHECK(problems == "unknown_thing /list/1, wrong_type /list/2, duplicate_id /list/4");
  CHECK(found == Indices{1, 0});
}
