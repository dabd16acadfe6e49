// SPDX-License-Identifier: MIT
// Texts that know the reader: only what certainly holds is said.
#include <doctest/doctest.h>

#include <algorithm>

#include "decision_card/contract.hpp"
#include "decision_card/verdict.hpp"
#include "oracle/verdict_json.hpp"
#include "support/random_pack.hpp"
#include "support/support.hpp"

using namespace decision_card;
using nlohmann::json;

namespace {

const Pack& picnic() {
  static const Pack pack = tests::open(tests::pack_text("picnic"));
  return pack;
}

json verdict_of(const std::string& answers_json) {
  const Answers answers = tests::answers(picnic(), answers_json);
  return json::parse(verdict_json(picnic(), answers, verdict(picnic(), answers)));
}

json texts(const json& claims) {
  json all = json::array();
  for (const json& claim : claims) all.push_back(claim["text"]);
  return all;
}

const json& why_not(const json& verdict, const char* id) {
  for (const json& why : verdict["why_not"]) {
    if (why["id"] == id) return why;
  }
  static const json none;
  return none;
}

}  // namespace

TEST_CASE("of variants the first is said whose condition certainly holds") {
  const json dry = verdict_of(R"({"sky":"blue","basket":"full","people":"two"})");
  CHECK(dry["recommendation"]["summary"] == "It stays dry and there is food.");
  CHECK(dry["gates_text"] == "Both conditions of a picnic are met.");
  CHECK(dry["gates"][0]["detail"] == "Nothing will fall from this sky.");
  CHECK_FALSE(dry["gates"][1].contains("detail"));
  const json grey = verdict_of(R"({"sky":"grey","basket":"bread","coats":"yes","people":"ten"})");
  CHECK(grey["gates"][0]["detail"] == "A coat will do under this sky.");
  const json wet = verdict_of(R"({"sky":"black","basket":"full","coats":"no","people":"two"})");
  CHECK(wet["recommendation"]["id"] == "home");
  CHECK(wet["gates"][0]["detail"] == "No coat helps under a black sky.");
  CHECK(wet["gates_text"] == "A condition of a picnic is not met.");
  CHECK(why_not(wet, "picnic")["text"] == "You would get wet.");
  CHECK(why_not(wet, "cafe")["text"] == "You can feed yourselves.");
}

TEST_CASE("with questions open, only what is certain is said") {
  const json sky = verdict_of(R"({"sky":"blue"})");
  CHECK(sky["recommendation"]["id"] == "picnic");
  CHECK(sky["status"] == "provisional");
  CHECK(sky["recommendation"]["summary"] == "The park is ahead; see what is still open.");
  CHECK(sky["gates_text"] == "A picnic needs both; one is still open.");
  CHECK(texts(sky["recommendation"]["steps"]) == json::array({"Pack the basket."}));
  CHECK(verdict_of("{}")["gates"][0]["detail"] == "Look out of the window first.");
}

TEST_CASE("of a list every entry is said whose condition certainly holds, or that has none") {
  const json grey = verdict_of(R"({"sky":"grey","basket":"bread","coats":"yes","people":"ten"})")["recommendation"];
  CHECK(texts(grey["steps"]) == json::array({"Take the coats.", "Take two rugs.", "Pack the basket."}));
  CHECK(grey["steps"][0] == json{{"text", "Take the coats."}, {"sources", {"met"}}});
  CHECK(texts(grey["risks"]) == json::array({"The grey may turn black."}));
  CHECK(texts(grey["costs"]) == json::array({"Cheese is extra."}));
  const json blue = verdict_of(R"({"sky":"blue","basket":"full","people":"two"})")["recommendation"];
  CHECK(blue["risks"].empty());
  CHECK(blue["costs"].empty());
  CHECK(texts(blue["measure"]) == json::array({"Crumbs left."}));
}

TEST_CASE("a recommendation says why it is given only where another alternative has more points") {
  const json empty = verdict_of(R"({"sky":"blue","basket":"empty","people":"ten"})");
  CHECK(empty["recommendation"]["id"] == "cafe");
  CHECK(empty["clarity"]["lead"] == -4);
  CHECK(empty["clarity"]["rival"] == "park");
  CHECK(empty["despite"] == "The park has more points, but there is nothing to pack.");
  CHECK_FALSE(verdict_of(R"({"sky":"blue","basket":"full","people":"two"})").contains("despite"));
}

TEST_CASE("a reason has its figures one level down, and a decision one line for every card") {
  const json dry = verdict_of(R"({"sky":"blue","basket":"full","people":"two"})");
  CHECK(dry["reasons"][0]["rule"] == "blue");
  CHECK(dry["reasons"][0]["detail"] == "Nine blue mornings in ten stay dry, says the office.");
  CHECK_FALSE(dry["reasons"][1].contains("detail"));
  const json description = json::parse(description_json(picnic()))["decision"];
  CHECK(description["heuristic"] ==
        json{{"text", "Outside if it is dry; else where it is warm."}, {"sources", {"met"}}});
  CHECK_FALSE(description.contains("gates_text"));
  CHECK(description["recommendations"][0]["summary"] == "The park is ahead; see what is still open.");
}

TEST_CASE("what is said of partial answers over questions alone is said of all their completions") {
  const Pack& pack = picnic();
  tests::Dice dice(4);
  for (int round = 0; round < 200; ++round) {
    const Answers partial = tests::random_answers(pack, dice, 50);
    const Verdict some = verdict(pack, partial);
    for (const Answers& complete : tests::completions(pack, partial)) {
      const Verdict all = verdict(pack, complete);
      if (all.recommendation != some.recommendation) continue;
      for (const Index step : some.advice.steps)
        CHECK(std::find(all.advice.steps.begin(), all.advice.steps.end(), step) != all.advice.steps.end());
      for (const Index risk : some.advice.risks)
        CHECK(std::find(all.advice.risks.begin(), all.advice.risks.end(), risk) != all.advice.risks.end());
    }
  }
}
