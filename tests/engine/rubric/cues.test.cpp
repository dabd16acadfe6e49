// SPDX-License-Identifier: MIT
// Cues: what they make probable, what they deny, what they are read from, and that they take one pass over a text.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "decision_card/contract.hpp"
#include "decision_card/explanation.hpp"
#include "decision_card/grade.hpp"
#include "support/support.hpp"

using namespace decision_card;
using nlohmann::json;

namespace {

/// The journey's rubric with cues: a is keeps_time, b is reaches_villages, c is the misconception bus_keeps_time.
/// The texts below speak of no subject, so that cues alone are tried: the rubric must not know its topic then.
std::string journey_with(const std::vector<std::string>& traits, int kept = -5000, bool knows_topic = false) {
  json pack = json::parse(tests::pack_text("journey"));
  if (!knows_topic) pack["rubric"].erase("topic");
  pack["rubric"]["cues"] = {
      {"version", 1},
      {"texts", 40},
      {"criteria",
       {{"found", 300},
        {"kept", kept},
        {"codes", {{{"id", "keeps_time"}, {"bias", -100}}, {{"id", "reaches_villages"}, {"bias", -100}}}}}},
      {"misconceptions", {{"found", 600}, {"kept", kept}, {"codes", {{{"id", "bus_keeps_time"}, {"bias", -200}}}}}},
      {"traits", traits}};
  return pack.dump();
}

json graded(const std::string& pack_text, const std::string& text) {
  const Pack pack = tests::open(pack_text);
  return json::parse(grade_json(pack, grade(*make_grader(pack), text), std::nullopt));
}

json criterion(const json& grade, const std::string& id) {
  for (const json& each : grade["criteria"]) {
    if (each["id"] == id) return each;
  }
  return {};
}

std::string part(const std::string& text, const json& span) {
  const std::size_t start = span["start"], end = span["end"];
  return text.substr(start, end - start);
}

std::vector<std::string> sorted(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("without cues a grade says nothing of certainty") {
  const json grade = graded(tests::pack_text("journey"), "The tram is on time.");
  CHECK(criterion(grade, "keeps_time").contains("certainty") == false);
}

TEST_CASE("a pattern makes certain, cues make probable, with their sentence and the words that weigh") {
  const std::string text = "I sit there and look out. The rails leave the road to others, and dinner is warm.";
  const json grade = graded(journey_with({"dinner 9 a7", "warm 9 a5"}), text + " A bus goes to every village.");
  const json probable = criterion(grade, "keeps_time");
  CHECK(probable["certainty"] == "probable");
  CHECK(probable["level"] == 1);
  REQUIRE(probable["evidence"].size() == 1);
  CHECK(part(text, probable["evidence"][0]) == "The rails leave the road to others, and dinner is warm");
  CHECK(!probable["evidence"][0].contains("pattern"));
  REQUIRE(probable["words"].size() == 2);
  CHECK(part(text, probable["words"][0]) == "dinner");
  CHECK(part(text, probable["words"][1]) == "warm");
  const json certain = criterion(grade, "reaches_villages");
  CHECK(certain["evidence"][0].contains("pattern"));
  CHECK(!certain.contains("certainty"));
  CHECK(!certain.contains("words"));
  CHECK(!criterion(grade, "use_of_time").contains("certainty"));
}

TEST_CASE("a probable point reaches a level that its sentence says enough for") {
  const json grade = graded(journey_with({"dinner 9 a7"}), "My dinner is warm because nothing is in the way.");
  CHECK(criterion(grade, "keeps_time")["level"] == 2);
}

TEST_CASE("where cues clearly deny it, a pattern is not believed") {
  const std::string text = "The tram is on time, said nobody in this valley ever.";
  const std::string traits = "!valley 20 A9";
  CHECK(criterion(graded(journey_with({traits}), text), "keeps_time")["level"] == 1);
  CHECK(criterion(graded(journey_with({traits}, -400), text), "keeps_time")["level"] == 0);
}

TEST_CASE("misconceptions are found by cues, too, and follow-up questions by patterns alone") {
  const std::string pack_text = journey_with({"carriag 9 c9", "dinner 9 a9"});
  const std::string text = "My carriage never lets me wait.";
  const json grade = graded(pack_text, text);
  REQUIRE(grade["misconceptions"].size() == 1);
  CHECK(grade["misconceptions"][0]["certainty"] == "probable");
  CHECK(grade["misconceptions"][0]["words"].size() == 1);
  const Pack pack = tests::open(pack_text);
  CHECK(grade_json(pack, decision_card::grade(*make_grader(pack), text, Index{0}), Index{0}).find("probable") ==
        std::string::npos);
}

TEST_CASE("in a text that shows nothing of the topic, few findings of cues count as none") {
  const std::string pack_text = journey_with({"carriag 9 c9", "dinner 9 a7", "stair 9 b7"}, -5000, true);
  CHECK(criterion(graded(pack_text, "My dinner is warm."), "keeps_time")["level"] == 0);
  CHECK(criterion(graded(pack_text, "My dinner is warm, and the tram is blue."), "keeps_time")["level"] == 1);
  CHECK(criterion(graded(pack_text, "My dinner is warm. Stairs. A carriage."), "keeps_time")["level"] == 1);
}

TEST_CASE("a sentence that turns around what a pattern says shows nothing") {
  const std::string pack_text = journey_with({"bus 9 a9", "tim 9 a9", "time 9 a9", "tram 9 a9"}, -5000, true);
  const auto level = [&](const std::string& text) -> int {
    return criterion(graded(pack_text, text), "keeps_time")["level"];
  };
  CHECK(level("The tram is on time.") >= 1);
  CHECK(level("The tram is not on time.") == 0);
  CHECK(level("The bus is on time.") == 0);
  CHECK(level("The bus is on time. My tram has the time of day on a board.") >= 1);
}

TEST_CASE("claims that want one another lead cues in no circle") {
  json pack = json::parse(journey_with({"dinner 9 a7"}));
  const json circle = {{{"claims", {"circle"}}}};
  pack["rubric"]["claims"]["circle"]["patterns"] = circle;
  for (json& each : pack["rubric"]["criteria"]) {
    if (each["id"] == "keeps_time") each["patterns"] = circle;
  }
  CHECK(criterion(graded(pack.dump(), "The dinner on the tram is warm."), "keeps_time")["certainty"] == "probable");
}

TEST_CASE("two neighbours may say it together") {
  const json grade = graded(journey_with({"carpet 9 a3", "dinner 9 a3", "plain 9 A3", "stair 9 A3"}),
                            "Stairs are plain. A dinner. A carpet. Stairs are plain.");
  const json found = criterion(grade, "keeps_time");
  CHECK(found["certainty"] == "probable");
}

TEST_CASE("traits have names that people can read") {
  const auto grader = make_grader(tests::journey());
  const auto sentences = traits_of(*grader, "The tram is not cheap, and it is on time. Nice weather!");
  REQUIRE(sentences.size() == 2);
  const auto& first = sentences[0];
  const auto has = [&](const char* name) { return std::find(first.begin(), first.end(), name) != first.end(); };
  for (const char* name : {"tram", "!cheap", "tram_is", "=tram", "tram=!cheap", "=!cheap", "tram=punctual", "@tram",
                           "*keeps_time", "!not_cheap"}) {
    CAPTURE(name);
    CHECK(has(name));
  }
  CHECK(!has("!tram"));
  CHECK(!has("cheap"));
  CHECK(sorted(sentences[1]) == std::vector<std::string>{"@", "nice", "nice_weather", "weather"});
}

TEST_CASE("what is asked, told of others or called wrong shows nothing but the subjects it names") {
  const auto grader = make_grader(tests::journey());
  for (const char* text : {"Does it rain on Sunday?", "It is not true that it rains on Sunday.",
                           "Some people think that it rains on Sunday, but that is wrong."}) {
    CAPTURE(text);
    for (const auto& sentence : traits_of(*grader, text))
      CHECK(std::find(sentence.begin(), sentence.end(), "sunday") == sentence.end());
  }
  CHECK(traits_of(*grader, "It rains on Sunday.")[0].size() > 4);
}

TEST_CASE("the cells of a row are one sentence") {
  const auto grader = make_grader(tests::journey());
  const auto sentences = traits_of(*grader, "| a | b |\n|---|---|\n| warm soup | bread |\n");
  REQUIRE(sentences.size() == 2);
  CHECK(sorted(sentences[1]) == std::vector<std::string>{"@", "bread", "soup", "warm", "warm_soup"});
}

TEST_CASE("a text's score is that of its best window and of all of it, each by its length") {
  const Pack pack = tests::open(journey_with({"bread 4 a1B3", "butter 3 a2", "salt 5 A1"}));
  const auto grader = make_grader(pack);
  const auto score = [&](const char* text) { return hear_codes(*grader, text)[0].score; };
  // 256 (4·1) / 4 + 256 (4·1) / 4 - 2 · 100
  CHECK(score("Bread.") == 312);
  // best: "Bread. Butter." 256 (4 + 6) / 5; all of it: 256 (4 + 6 - 5) / √50
  CHECK(score("Bread. Butter. Salt.") == 512 + 181 - 200);
  CHECK(score("Bread. Bread and bread.") == 312);
  CHECK(score("") < -1'000'000);  // no bar is so low: no sentence shows it
  CHECK(hear_codes(*grader, "The tram is on time.")[0].pattern);
}

TEST_CASE("an explanation tells what was read, and what came closest") {
  const Pack pack = tests::open(journey_with({"!cheap 9 A1", "dinner 9 a1"}));
  const std::string text = "A tram is not cheap. Do people say the bus is stuck? Dinner!";
  const json told = json::parse(explanation_json(pack, explain(*make_grader(pack), text)));
  REQUIRE(told["sentences"].size() == 3);
  CHECK(part(text, told["sentences"][0]["denied"][0]) == "cheap");
  CHECK(told["sentences"][0]["about"] == json::array({"tram"}));
  CHECK(told["sentences"][0]["said"][1]["concept"] == "cheap");
  CHECK(told["sentences"][0]["said"][1]["denied"] == true);
  CHECK(part(text, told["sentences"][1]["muted"][0]) == "Do people say the bus is stuck");
  const json& code = told["codes"][0];
  CHECK(code["id"] == "keeps_time");
  CHECK(!code.contains("certainty"));
  CHECK(code["cue"]["found"] == 300);
  CHECK(code["cue"]["reasons"][0]["trait"] == "dinner");
  const json near =
      json::parse(explanation_json(pack, explain(*make_grader(pack), "Traffic is bad for a bus.")))["codes"][0];
  CHECK(near["closest"]["pattern"] == 1);
  CHECK(near["closest"]["lacks"] == json::array({"stuck"}));
}

TEST_CASE("cues that are none are refused where they stand") {
  const auto problem = [](const std::vector<std::string>& traits) {
    const Result<Pack> read = parse_pack(journey_with(traits));
    REQUIRE(!read);
    return std::string(read.problems().front().code) + " " + read.problems().front().path;
  };
  const std::string first = " /rubric/cues/traits/0", second = " /rubric/cues/traits/1";
  for (const char* broken : {"", "dinner", "dinner 9", "dinner 9 ", "dinner 0 a", "dinner x a", "dinner 9 d",
                             "dinner 9 a b", "dinner 9 3", " 9 a", "dinner 100 a", "dinner  9 a", "dinner 9 a'"}) {
    CAPTURE(broken);
    CHECK(problem({broken}) == "cue_form" + first);
  }
  CHECK(problem({"b 9 a", "a 9 a"}) == "cue_order" + second);
  CHECK(problem({"a 9 a", "a 9 b"}) == "cue_order" + second);
}

TEST_CASE("what cues name and the rubric no longer has is passed over") {
  CHECK(criterion(
            graded(journey_with({"*nothing 9 a9", "=nothing 9 a9", "@nobody 9 a9", "nobody=tram 9 a9"}), "The tram!"),
            "keeps_time")["level"] == 0);
}
