// SPDX-License-Identifier: MIT
#include "document/json_document.hpp"

#include <dirent.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "decision_card/limits.hpp"
#include "support/support.hpp"

using namespace decision_card;
using document::JsonDocument;
using document::JsonKind;
using document::JsonValue;

namespace {

std::string code_of(const std::string& text) {
  const Result<JsonDocument> document = JsonDocument::parse(text);
  return document ? "" : std::string(document.problems().front().code);
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> names;
  DIR* dir = opendir(folder.c_str());
  while (const dirent* entry = readdir(dir)) {
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
  }
  closedir(dir);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("values keep their order, kind and place") {
  const std::string text = "{\"a\": [1, -2.5e3, true],\n \"b/~\": {\"c\": \"x\\u0041\"}, \"d\": null}";
  const JsonDocument document = JsonDocument::parse(text).take();
  const JsonValue root(document, 0);
  REQUIRE(root.size() == 3);
  CHECK(root.at(0).at(1).number() == -2500);
  CHECK(root.at(0).at(1).text() == "-2.5e3");
  CHECK(root.at(0).at(2).flag());
  const JsonValue c = root.at(1).at(0);
  CHECK(c.text() == "xA");
  CHECK(document.pointer(c.index()) == "/b~1~0/c");
  Problems problems(3);
  const JsonDocument::Node& node = document.node(c.index());
  document.locate({document.node(0).at, node.key_at, node.at}, problems);
  CHECK(problems[0].column == 1);
  CHECK(problems[1].line == 2);
  CHECK(problems[1].column == 10);
  CHECK(problems[2].line == 2);
  CHECK(problems[2].column == 15);
}

TEST_CASE("depth is bounded before anything recurses") {
  CHECK(code_of(nested(limits::depth)) == "");
  CHECK(code_of(nested(limits::depth + 1)) == "json_too_deep");
  CHECK(code_of(std::string(1'000'000, '[')) == "json_too_deep");
}

TEST_CASE("size and number of values are bounded") {
  CHECK(code_of("\"" + std::string(limits::document_bytes - 2, 'x') + "\"") == "");
  CHECK(code_of("\"" + std::string(limits::document_bytes - 1, 'x') + "\"") == "json_too_large");
  std::string many = "[0";
  for (std::size_t k = 2; k < limits::document_values; ++k) many += ",0";
  CHECK(code_of(many + "]") == "");
  CHECK(code_of(many + ",0]") == "json_too_large");
}

TEST_CASE("duplicate keys are refused, also when escaped, with both lines") {
  const Result<JsonDocument> document = JsonDocument::parse("{\"a\":1,\n\"b\":2,\n\"\\u0061\":3}");
  REQUIRE(!document);
  const Problem& problem = document.problems().front();
  CHECK(problem.code == "json_duplicate_key");
  CHECK(problem.line == 3);
  CHECK(problem.path == "/a");
  CHECK(problem.message.find("line 1") != std::string::npos);
}

TEST_CASE("bad bytes, bad numbers and cut texts have codes and places") {
  CHECK(code_of("\"\x80\"") == "json_utf8");
  CHECK(code_of("1e400") == "json_number");
  CHECK(code_of("\"\\ud800\"") == "json_syntax");
  CHECK(code_of(std::string("123\0", 4)) == "json_syntax");
  CHECK(code_of("") == "json_syntax");
  CHECK(code_of("  ") == "json_syntax");
  const Result<JsonDocument> document = JsonDocument::parse("{\n \"a\": 1,\n}");
  REQUIRE(!document);
  CHECK(document.problems().front().line == 3);
  CHECK(document.problems().front().column == 1);
}

TEST_CASE("every prefix of a pack is a problem, never a crash") {
  const std::string text = tests::read_file("tests/corpus/packs/lunch.json");
  const std::string trimmed = text.substr(0, text.find_last_of('}'));
  for (std::size_t length = 0; length <= trimmed.size(); ++length)
    CHECK(code_of(trimmed.substr(0, length)) == "json_syntax");
}

TEST_CASE("JSONTestSuite: all y_ are read, all n_ refused, each i_ has a fixed outcome") {
  const auto folder = tests::corpus_folder("json-parsing/test_parsing");
  if (!folder) return;
  // Accepted by RFC 8259, refused here on purpose: duplicate keys.
  const std::vector<std::string> stricter{"y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"};
  std::map<std::string, int> implementation_defined;
  int accepted = 0, refused = 0;
  for (const std::string& name : files_in(*folder)) {
    CAPTURE(name);
    const std::string code = code_of(tests::read_file(*folder + "/" + name));
    if (name[0] == 'y') {
      const bool duplicate = std::find(stricter.begin(), stricter.end(), name) != stricter.end();
      CHECK(code == (duplicate ? "json_duplicate_key" : ""));
      ++accepted;
    } else if (name[0] == 'n') {
      CHECK(code != "");
      ++refused;
    } else {
      ++implementation_defined[code.empty() ? "accepted" : code];
    }
  }
  CHECK(accepted == 95);
  CHECK(refused == 188);
  std::string outcomes;
  for (const auto& [code, count] : implementation_defined) outcomes += code + " " + std::to_string(count) + " ";
  CHECK(outcomes == "accepted 6 json_number 5 json_syntax 13 json_too_deep 1 json_utf8 10 ");
}
