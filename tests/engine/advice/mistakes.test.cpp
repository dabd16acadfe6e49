// SPDX-License-Identifier: MIT
// What an author gets wrong, one thing at a time (tests/web/mistakes.test.mjs asks what ships): one cause, and its
// words.
#include <doctest/doctest.h>

#include <set>

#include "decision_card/contract.hpp"
#include "support/support.hpp"

using namespace decision_card;
using nlohmann::json;

namespace {

/// The problems of a pack, or the findings with this code.
std::vector<json> said_of(const std::string& pack, const std::string& finding) {
  const json report = json::parse(inspect_json(pack, "en"));
  std::vector<json> said;
  for (const json& each : report.value(finding.empty() ? "problems" : "findings", json::array())) {
    if (finding.empty() || each["code"] == finding) said.push_back(each);
  }
  return said;
}

std::size_t kinds_in(const std::vector<json>& problems) {
  std::set<std::string> kinds;
  for (const json& each : problems)
    kinds.insert(each["code"].get<std::string>() + ": " + each["message"].get<std::string>());
  return kinds.size();
}

bool has(const json& problem, const char* member, const std::string& part) {
  return problem.value(member, "").find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("each recorded mistake has one cause, with the words that help") {
  for (const json& mistake : json::parse(tests::read_file("tests/corpus/mistakes.json"))) {
    CAPTURE(mistake["name"].dump());
    const std::string pack = mistake.contains("text")
                                 ? mistake["text"].get<std::string>()
                                 : tests::edited(tests::pack_text(mistake.value("pack", "lunch")), mistake["edits"]);
    const std::string finding = mistake.value("finding", "");
    const std::vector<json> said = said_of(pack, finding);
    REQUIRE(kinds_in(said) == 1);
    CHECK(said[0]["code"] == mistake.value("code", finding));
    CHECK(has(said[0], "message", mistake["says"]));
    CHECK(has(said[0], "suggestion", mistake.value("suggests", "")));
    if (mistake.contains("line")) CHECK(said[0]["line"] == mistake["line"]);
  }
}
