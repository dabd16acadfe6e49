// SPDX-License-Identifier: MIT
#include "decision_card/pack.hpp"

#include <doctest/doctest.h>

#include <set>

#include "decision_card/contract.hpp"
#include "decision_card/inspect.hpp"
#include "decision_card/limits.hpp"
#include "support/support.hpp"

using namespace decision_card;
using nlohmann::json;

namespace {

std::string lunch() { return tests::read_file("tests/corpus/packs/lunch.json"); }

/// Of the pack, or of what it declares for inspection alone.
Problems problems_of(const std::string& text) {
  const Result<ReadPack> read = read_pack(text);
  return read ? Problems{} : read.problems();
}

}  // namespace

TEST_CASE("every kind of bad pack gives its own code, path, line and a way to mend it") {
  const json cases = json::parse(tests::read_file("tests/corpus/bad-packs.json"));
  for (const json& entry : cases) {
    CAPTURE(entry["edits"].dump());
    const std::string base = tests::read_file("tests/corpus/" + entry.value("pack", "packs/lunch") + ".json");
    const Problems problems = problems_of(tests::edited(base, entry["edits"]));
    REQUIRE(!problems.empty());
    const Problem& problem = problems.front();
    CHECK(std::string(problem.code) == entry["code"]);
    CHECK(problem.path == entry["path"]);
    CHECK(problem.line == entry["line"]);
    CHECK(problem.column == entry["column"]);
    CHECK(problem.message.size() > 15);
    CHECK(problem.message.back() == '.');
  }
}

TEST_CASE("all problems are reported at once, in document order") {
  const Result<Pack> pack = parse_pack(tests::edited(
      lunch(), json::parse(R"([["\"1.0.0\"","\"1\""],["\"cold\" ]","\"colt\" ]"],["\"salad\": 2","\"salat\": 2"]])")));
  REQUIRE(!pack);
  std::vector<std::string> codes;
  for (const Problem& problem : pack.problems()) codes.emplace_back(problem.code);
  CHECK(codes == std::vector<std::string>{"bad_version", "unknown_choice", "unknown_alternative"});
  CHECK(pack.problems()[1].suggestion == "Did you mean \"cold\"?");
}

TEST_CASE("one mistake is one problem, and no case is blamed for it") {
  const std::string kinds = tests::read_file("tests/corpus/packs/kinds.json");
  for (const char* edit : {R"([["\"1.0.0\"","\"1.0\""]])", R"([["\"most\": 3","\"most\": 9"]])",
                           R"([["\"max\": 1000000","\"max\": 1000000, \"step\": 0"]])"}) {
    const Problems problems = problems_of(tests::edited(kinds, json::parse(edit)));
    CAPTURE(edit);
    CHECK(problems.size() == 1);
  }
}

TEST_CASE("a flood of problems is cut") {
  std::string text = "{";
  for (int k = 0; k < 500; ++k) text += "\"x" + std::to_string(k) + "\":0,";
  const Result<Pack> pack = parse_pack(text + "\"format\":1}");
  REQUIRE(!pack);
  CHECK(pack.problems().size() == limits::problems);
}

TEST_CASE("hostile keys are texts like any other") {
  for (const std::string key : {"__proto__", "constructor", "prototype", "hasOwnProperty", "toString", "then"}) {
    CAPTURE(key);
    const Result<Pack> field = parse_pack(
        tests::edited(lunch(), json::array({json::array({"\"format\": 1", "\"format\": 1, \"" + key + "\": 1"})})));
    REQUIRE(!field);
    CHECK(field.problems().front().code == "unknown_field");
    const Result<Pack> id = parse_pack(
        tests::edited(lunch(), json::array({json::array({"\"id\": \"lunch\"", "\"id\": \"" + key + "\""})})));
    CHECK(id.ok() == (key == "constructor" || key == "prototype" || key == "then"));
  }
}

TEST_CASE("score ranges are exact") {
  const Pack pack = tests::open(lunch());
  CHECK(pack.decision().alternatives[0].lowest == 0);
  CHECK(pack.decision().alternatives[0].highest == 3);
  CHECK(pack.decision().alternatives[1].lowest == -1);
  CHECK(pack.decision().alternatives[1].highest == 2);
}

TEST_CASE("any bytes are safe as a pack: every single-byte change is read or refused") {
  const std::string text = lunch();
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const char byte : {'\0', '"', '{', '\x80', '9'}) {
      std::string changed = text;
      changed[at] = byte;
      const Result<Pack> pack = parse_pack(changed);
      if (!pack) REQUIRE(!problems_json(pack.problems()).empty());
    }
  }
}

TEST_CASE("a section without a reader is passed over, and its name is known") {
  json both = json::parse(lunch());
  both["rubric"] = json::parse(tests::pack_text("journey"))["rubric"];
  const std::string text = both.dump();
  const Result<Pack> decision = parse_pack(text, decision_section), rubric = parse_pack(text, rubric_section);
  REQUIRE((decision.ok() && rubric.ok() && parse_pack(text).ok()));
  CHECK((decision.value().decision().present() && !decision.value().rubric().present()));
  CHECK((!rubric.value().decision().present() && rubric.value().rubric().present()));
  both["decision"]["rules"] = 1;
  CHECK(!parse_pack(both.dump(), decision_section).ok());
  CHECK(parse_pack(both.dump(), rubric_section).ok());
  both.erase("rubric");
  both["decision"] = 1;
  CHECK(!parse_pack(both.dump(), rubric_section).ok());  // a number is no section at all
}
