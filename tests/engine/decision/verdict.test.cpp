// SPDX-License-Identifier: MIT
#include "decision_card/verdict.hpp"
#include "oracle/verdict_json.hpp"

#include <doctest/doctest.h>

#include "decision_card/cases.hpp"
#include "decision_card/contract.hpp"
#include "support/support.hpp"

using namespace decision_card;
using nlohmann::json;

namespace {

const Pack& lunch() {
  static const Pack pack = tests::open(tests::read_file("tests/corpus/packs/lunch.json"));
  return pack;
}

json verdict_of(const Pack& pack, const std::string& answers_json) {
  const Answers answers = tests::answers(pack, answers_json);
  return json::parse(verdict_json(pack, answers, verdict(pack, answers)));
}

}  // namespace

TEST_CASE("complete answers give a settled verdict with reasons tied to the answers") {
  const json verdict = verdict_of(lunch(), R"({"weather":"cold","minutes":"thirty"})");
  CHECK(verdict["recommendation"]["id"] == "soup");
  CHECK(verdict["status"] == "settled");
  REQUIRE(verdict["reasons"].size() == 1);
  CHECK(verdict["reasons"][0]["rule"] == "warmth");
  CHECK(verdict["reasons"][0]["stance"] == "for");
  CHECK(verdict["reasons"][0]["points"] == json{{"soup", 3}, {"salad", -1}});
  CHECK(verdict["reasons"][0]["answers"] == json::array({{{"question", "weather"}, {"choice", "cold"}}}));
  CHECK(verdict["reasons"][0]["sources"] == json::array({"cook"}));
  CHECK(verdict["gates"][0]["state"] == "pass");
  CHECK(verdict["scores"][0]["points"] == 3);
  CHECK(verdict["open"].empty());
}

TEST_CASE("a reason that gives what is recommended points is never against it") {
  const std::string pack = tests::pack_text("lunch");
  const auto stances = [&](const char* points, const char* alternatives) {
    const auto edit = [](const char* from, const char* to) { return json::array({from, to}); };
    const json edits =
        json::array({edit(R"("<": [ { "var": "minutes" })", R"(">=": [ { "var": "minutes" })"),
                     edit(R"({ "salad": 2 })", points), edit(R"("alternatives": [ "soup" ])", alternatives)});
    const Pack changed = tests::open(tests::edited(pack, edits));
    std::string all;
    const json verdict = verdict_of(changed, R"({"weather":"cold","minutes":"thirty"})");
    for (const json& reason : verdict["reasons"])
      all += reason["rule"].get<std::string>() + ":" + reason["stance"].get<std::string>() + " ";
    return all;
  };
  const char* soup = R"("alternatives": ["soup"])";
  CHECK(stances(R"({ "salad": 2 })", soup) == "warmth:for hurry:against ");
  CHECK(stances(R"({ "soup": 1, "salad": 2 })", soup) == "warmth:for hurry:neutral ");
  CHECK(stances(R"({ "soup": 2, "salad": 2 })", soup) == "warmth:for hurry:neutral ");
  CHECK(stances(R"({ "soup": 2, "salad": 1 })", soup) == "warmth:for hurry:for ");
  CHECK(stances(R"({ "soup": -1 })", soup) == "warmth:for hurry:against ");
  CHECK(stances(R"({ "soup": -2, "salad": 1 })", R"("alternatives": ["soup", "salad"])") ==
        "warmth:for hurry:neutral ");
}

TEST_CASE("partial answers: only rules that certainly hold count, and the gate says what it waits for") {
  const json verdict = verdict_of(lunch(), R"({"weather":"cold"})");
  CHECK(verdict["recommendation"]["id"] == "soup");
  CHECK(verdict["status"] == "provisional");
  CHECK(verdict["gates"][0]["state"] == "unknown");
  CHECK(verdict["gates"][0]["waits_for"] == json::array({"minutes"}));
  CHECK(verdict["open"] == json::array({"minutes"}));
}

TEST_CASE("the verdict is settled as soon as no open question can change it") {
  const json verdict = verdict_of(lunch(), R"({"weather":"hot"})");
  CHECK(verdict["recommendation"]["id"] == "salad");
  CHECK(verdict["status"] == "settled");
  CHECK(verdict["open"] == json::array({"minutes"}));
}

TEST_CASE("why not: what is missing is named in terms of answers, scores and gates") {
  const json verdict = verdict_of(lunch(), R"({"weather":"cold","minutes":"five"})");
  CHECK(verdict["recommendation"]["id"] == "salad");
  REQUIRE(verdict["why_not"].size() == 1);
  const json& why = verdict["why_not"][0];
  CHECK(why["id"] == "soup");
  CHECK_FALSE(why["outranked"].get<bool>());
  REQUIRE(why["blockers"].size() == 1);
  CHECK(why["blockers"][0] ==
        json{{"kind", "gate"}, {"gate", "time"}, {"state", "fail"}, {"needs", {"pass", "unknown"}}});
}

TEST_CASE("clarity counts the single changes that keep the recommendation") {
  const json verdict = verdict_of(lunch(), R"({"weather":"cold","minutes":"thirty"})");
  CHECK(verdict["clarity"]["of"] == 2);
  CHECK(verdict["clarity"]["same"] == 0);
  CHECK(verdict["clarity"]["level"] == "delicate");
  CHECK(verdict["clarity"]["lead"] == 4);
  CHECK(verdict["clarity"]["rival"] == "salad");
  CHECK(verdict_of(lunch(), "{}")["clarity"]["level"] == "open");
}

TEST_CASE("a follow-up question is pending, open, not asked or ignored") {
  const Pack pack = tests::pack_with_condition("false");
  CHECK(verdict_of(pack, "{}")["pending"] == json::array({"shade"}));
  CHECK(verdict_of(pack, R"({"color":"red"})")["open"] == json::array({"size", "shade", "paint"}));
  CHECK(verdict_of(pack, R"({"color":"blue"})")["not_asked"] == json::array({"shade"}));
  CHECK(verdict_of(pack, R"({"color":"blue","shade":"dark"})")["ignored"] == json::array({"shade"}));
}

TEST_CASE("answers with unknown ids are problems with a suggestion") {
  const Result<Answers> parsed =
      parse_answers(lunch(), "{\"wether\":\"cold\",\n \"minutes\":\"fife\", \"weather\": 3}");
  REQUIRE(!parsed);
  REQUIRE(parsed.problems().size() == 3);
  CHECK(parsed.problems()[0].code == "unknown_question");
  CHECK(parsed.problems()[0].suggestion == "Did you mean \"weather\"?");
  CHECK(parsed.problems()[1].code == "unknown_choice");
  CHECK(parsed.problems()[1].line == 2);
  CHECK(parsed.problems()[1].suggestion == "Did you mean \"five\"?");
  CHECK(parsed.problems()[2].code == "wrong_type");
  CHECK(!parse_answers(lunch(), "[]"));
}

TEST_CASE("all cases of the bundled pack pass") {
  const Pack pack = tests::open(tests::read_file("packs/rag-vs-fine-tuning/decision.json"));
  const auto results = run_cases(pack);
  CHECK(results.size() >= 25);
  for (const CaseResult& result : results) {
    CAPTURE(pack.decision().cases[result.index].id);
    CHECK(result.passed);
  }
}

TEST_CASE("a pack's texts come out as they went in") {
  const std::string odd = "\u0001 \"quoted\" \\ / </script> \u202E 𝄞 é";
  std::string text = tests::read_file("tests/corpus/packs/lunch.json");
  const std::string title = "\"title\": \"Soup or salad?\"";
  text.replace(text.find(title), title.size(), "\"title\": " + json(odd).dump());
  CHECK(json::parse(description_json(tests::open(text)))["title"] == odd);
}
