// SPDX-License-Identifier: MIT
// What a text earns: levels, points, evidence, bands, remarks.
#include "decision_card/grade.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <span>

#include "decision_card/cases.hpp"
#include "decision_card/contract.hpp"
#include "support/support.hpp"

using namespace decision_card;
using nlohmann::json;
using tests::found;
using tests::journey;

namespace {

constexpr const char* good_answer =
    "To the office I take the tram: it is on time because it never stands in traffic, and I can read. A bus is cheap "
    "and "
    "goes to every village.";

Grade graded(const std::string& text, std::optional<Index> follow_up = std::nullopt) {
  static const auto grader = make_grader(journey());
  return grade(*grader, text, follow_up);
}

std::string band(const std::string& text) { return std::string(journey().rubric().bands[graded(text).band].id); }

std::vector<Remark::Kind> remarks(const std::string& text) {
  std::vector<Remark::Kind> kinds;
  for (const Remark& remark : graded(text).remarks) kinds.push_back(remark.kind);
  return kinds;
}

/// The part of an ASCII text that a span covers.
std::string part(const std::string& text, Span span) { return text.substr(span.start, span.end - span.start); }

Pack edited(const std::string& pointer, const json& value) {
  json pack = json::parse(tests::pack_text("journey"));
  pack[json::json_pointer(pointer)] = value;
  return tests::open(pack.dump());
}

}  // namespace

TEST_CASE("the maximum is the sum of the highest levels, without criteria that only add") {
  CHECK(graded("").maximum == 8);
  CHECK(graded("", 0).maximum == 2);
}

TEST_CASE("levels: a reason in the same sentence, or a pattern that says its level") {
  const auto level = [](const std::string& text, std::size_t criterion) {
    return graded(text).criteria[criterion].level;
  };
  CHECK(level("The tram is on time.", 0) == 1);
  CHECK(level("The tram is on time because of its track.", 0) == 2);
  CHECK(level("The tram is on time. It is so because of its track.", 0) == 1);
  CHECK(level("A bus goes to every village.", 2) == 1);
  CHECK(level("A tram never goes to a village.", 2) == 2);
  CHECK(level("A tram never goes to a village. A bus goes to every village.", 2) == 2);
}

TEST_CASE("points are those of the level reached, less what misconceptions cost") {
  CHECK(graded("The tram is on time because of its track.").total == 2);
  CHECK(graded("A bus goes to every village, since it needs no track. It is on time.").total == 1);
  const Grade mistaken = graded("A coach is always on time, and a tram takes you to every village.");
  CHECK(mistaken.total == 0);
  REQUIRE(mistaken.misconceptions.size() == 2);
  CHECK(mistaken.misconceptions[0].points == -2);
}

TEST_CASE("a criterion that only adds can fill what is missing") {
  CHECK(graded("To change trams is hard.").total == 1);
  CHECK(graded(std::string(good_answer) + " To change trams is hard.").total == 8);
}

TEST_CASE("claims are made anywhere in the text") {
  CHECK(found("A bus is cheap. I like it. The tram is on time.") == "keeps_time weighs");
  CHECK(found("A bus is cheap. I like it.") == "");
}

TEST_CASE("evidence is where the text says it, in its order and without overlap") {
  const std::string text = "The tram is reliable. It is on time because of its track, and never late.";
  const Grade grade = graded(text);
  const std::span<const Evidence> evidence = grade.criteria[0].evidence;
  REQUIRE(evidence.size() == 2);
  CHECK(part(text, evidence[0].span) == "reliable");
  CHECK(part(text, evidence[1].span) == "on time");
  for (const std::string other : {good_answer, "The tram is on time, on time, reliable and never late, never stuck."}) {
    for (const CriterionGrade& criterion : graded(other).criteria) {
      CHECK((criterion.level > 0) == !criterion.evidence.empty());
      for (std::size_t k = 0; k < criterion.evidence.size(); ++k) {
        CHECK(criterion.evidence[k].span.start < criterion.evidence[k].span.end);
        CHECK(criterion.evidence[k].span.end <= other.size());
        if (k > 0) CHECK(criterion.evidence[k].span.start >= criterion.evidence[k - 1].span.end);
      }
    }
  }
}

TEST_CASE("offsets count UTF-16 code units") {
  const Grade emoji = graded("👩‍🚀 👍 The tram is on time.");  // 5 + 1 + 2 + 1 units before "The"
  REQUIRE(emoji.criteria[0].evidence.size() == 1);
  CHECK(emoji.criteria[0].evidence[0].span.start == 21);
  CHECK(emoji.criteria[0].evidence[0].span.end == 28);
  CHECK(graded("Café — the tram is on time.").criteria[0].evidence[0].span.start == 19);
}

TEST_CASE("saying it again earns nothing more, and is remarked") {
  const std::string once = "The tram of our town is always on time.";
  CHECK(graded(once + " " + once + " " + once).total == graded(once).total);
  const Grade twice = graded(once + " " + once);
  const Remark& remark = twice.remarks.back();
  CHECK(remark.kind == Remark::Kind::repetition);
  REQUIRE(remark.spans.size() == 1);
  CHECK(part(once + " " + once, remark.spans[0]) == "The tram of our town is always on time");
  CHECK(remark.spans[0].start == once.size() + 1);
}

TEST_CASE("a list of keywords earns nothing, and is remarked") {
  for (const std::string text : {"Punctual reading sleeping tram village bus cheap traffic jam",
                                 "punctual, reliable, cheap, village, traffic, jam, sleep, tram, bus"}) {
    CAPTURE(text);
    CHECK(found(text) == "");
    CHECK(graded(text).remarks.back().kind == Remark::Kind::keywords);
  }
}

TEST_CASE("remarks on the length") {
  CHECK(remarks("") == std::vector{Remark::Kind::empty});
  CHECK(remarks(" \n*** 👍") == std::vector{Remark::Kind::empty});
  CHECK(remarks("The tram is on time.") == std::vector{Remark::Kind::brief});
  CHECK(remarks(good_answer).empty());
  std::string long_answer;
  for (int k = 0; k < 700; ++k) long_answer += "word" + std::to_string(k) + (k % 20 == 19 ? " and is the. " : " ");
  CHECK(remarks(long_answer).front() == Remark::Kind::lengthy);
}

TEST_CASE("bands: the first whose share is reached, the last for a text about something else") {
  CHECK(band(good_answer) == "good");
  CHECK(band("The tram is on time because of its track. You can read.") == "partial");
  CHECK(band("Take the tram.") == "weak");
  CHECK(band("I would rather walk.") == "off_topic");
  CHECK(band("") == "off_topic");
  CHECK(band("Don't take the bus.") == "weak");
}

TEST_CASE("bands begin exactly at their share of the maximum") {
  const std::string four_points =
      "The tram is on time because of its track. A bus goes to every village, since it needs no track.";
  REQUIRE(graded(four_points).total == 4);
  CHECK(band(four_points) == "good");
  const Pack stricter = edited("/rubric/bands/0/least", 51);
  CHECK(stricter.rubric().bands[grade(*make_grader(stricter), four_points).band].id == "partial");
}

TEST_CASE("a follow-up question has criteria of its own and the rubric's misconceptions") {
  const Grade grade = graded("I take an early tram. The bus is always on time.", 0);
  REQUIRE(grade.criteria.size() == 1);
  CHECK(grade.criteria[0].level == 1);
  CHECK(grade.misconceptions.size() == 1);
  CHECK(grade.total == 1);
  CHECK(graded("The tram is on time.", 0).total == 0);
}

TEST_CASE("without patterns, a sentence that says enough of an example earns its point") {
  CHECK(found("A coach has a hold for heavy suitcases.") == "luggage");
  CHECK(found("A heavy suitcase goes into the hold of the coach.") == "luggage");
  CHECK(found("A tram has a hold for heavy suitcases.") == "");  // about another subject
  CHECK(found("A coach has doors.") == "");
  const Grade grade = graded("I know: a coach has a hold for heavy suitcases. Good.");
  REQUIRE(grade.criteria[5].evidence.size() == 1);
  CHECK(grade.criteria[5].evidence[0].span.start == 0);
}

TEST_CASE("the rubric's samples are graded as they say") {
  const Rubric& rubric = journey().rubric();
  REQUIRE(!rubric.samples.empty());
  for (const Sample& sample : rubric.samples) {
    const Grade grade = graded(std::string(sample.text), sample.follow_up);
    std::vector<std::uint16_t> reached;
    for (std::uint16_t k = 0; k < grade.criteria.size(); ++k) {
      if (grade.criteria[k].level > 0) reached.push_back(k);
    }
    const auto wanted = sample.criteria.of(rubric.indices);
    CHECK(std::is_permutation(reached.begin(), reached.end(), wanted.begin(), wanted.end()));
  }
}

TEST_CASE("any bytes are safe as a text") {
  for (const std::string bad : {"\x80", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xFF\xFE", "\xED\xA0\x80", "\xC0\xAF"}) {
    const Grade grade = graded(bad + " The tram is on time. " + bad);
    CHECK(grade.criteria[0].level == 1);
  }
  CHECK(graded("\x80 The tram is on time.").criteria[0].evidence[0].span.start == 14);
  std::string text = good_answer;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const char byte : {'\0', '\n', '|', '#', '\x80', '\xF0', '('}) {
      std::string changed = text;
      changed[at] = byte;
      CHECK(graded(changed).total <= 8);
    }
  }
}

TEST_CASE("a pack may only grade, only decide, or do both") {
  CHECK(journey().rubric().present());
  CHECK(!journey().decision().present());
  CHECK(run_cases(journey()).empty());
  const Pack lunch = tests::open(tests::pack_text("lunch"));
  CHECK(!lunch.rubric().present());
  json whole = json::parse(tests::pack_text("lunch"));
  whole["rubric"] = json::parse(tests::pack_text("journey"))["rubric"];
  const Pack both = tests::open(whole.dump());
  CHECK(both.rubric().present());
  CHECK(both.decision().present());
}

TEST_CASE("a grader outlives the pack that it was made of") {
  auto pack = std::make_unique<Pack>(tests::open(tests::pack_text("journey")));
  const auto grader = make_grader(*pack);
  pack.reset();
  CHECK(grade(*grader, "The tram is on time.").total == 1);
}

TEST_CASE("the grade as text is the contract's") {
  const std::string text = "The tram is on time. The bus is on time.";
  const json written = json::parse(grade_json(journey(), graded(text), std::nullopt));
  CHECK(written["total"] == 1);
  CHECK(written["maximum"] == 8);
  CHECK(written["band"] == "partial");
  CHECK(written["words"] == 10);
  CHECK(written["criteria"][0] == json{{"id", "keeps_time"},
                                       {"level", 1},
                                       {"points", 1},
                                       {"evidence", {{{"start", 12}, {"end", 19}, {"pattern", 0}}}}});
  CHECK(written["misconceptions"][0]["id"] == "bus_keeps_time");
  CHECK(written["remarks"] == json::parse(R"([{"code":"short","spans":[]}])"));
}
