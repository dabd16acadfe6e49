// SPDX-License-Identifier: MIT
// Bands, caps, needs, topics, reasons and what the reader says: how a text is judged by what was found in it.
#include <doctest/doctest.h>

#include "decision_card/contract.hpp"
#include "decision_card/grade.hpp"
#include "support/support.hpp"

using namespace decision_card;
using nlohmann::json;
using tests::journey;

namespace {

constexpr const char* good_answer =
    "To the office I take the tram: it is on time because it never stands in traffic, and I can read. A bus is cheap "
    "and goes to every village.";
constexpr const char* mistake = " A coach is always on time.";

json journey_json() {
  json pack = json::parse(tests::pack_text("journey"));
  pack["rubric"]["samples"] = json::array();
  return pack;
}

/// The journey with these values in its rubric, by their pointers.
Pack with(const json& edits) {
  json pack = journey_json();
  for (const auto& [pointer, value] : edits.items()) pack["rubric"][json::json_pointer(pointer)] = value;
  return tests::open(pack.dump());
}

std::string band(const Pack& pack, const std::string& text, std::optional<Index> follow_up = std::nullopt,
                 std::span<const ReaderMark> marks = {}) {
  return std::string(pack.rubric().bands[grade(*make_grader(pack), text, follow_up, marks).band].id);
}

std::string code_with(const json& edits) {
  json pack = journey_json();
  for (const auto& [pointer, value] : edits.items()) pack["rubric"][json::json_pointer(pointer)] = value;
  const Result<Pack> parsed = parse_pack(pack.dump());
  return parsed ? "" : std::string(parsed.problems().front().code);
}

std::uint16_t level(const Pack& pack, const std::string& text) {
  return grade(*make_grader(pack), text).criteria[0].level;
}

}  // namespace

TEST_CASE("a misconception caps the band, however much else is right") {
  CHECK(band(journey(), good_answer) == "good");
  const Pack capped = with({{"/misconceptions/0/cap", "partial"}, {"/misconceptions/0/points", 0}});
  CHECK(band(capped, good_answer) == "good");
  CHECK(band(capped, good_answer + std::string(mistake)) == "partial");
  CHECK(band(with({{"/misconceptions/0/cap", "weak"}}), good_answer + std::string(mistake)) == "weak");
  CHECK(band(with({{"/misconceptions/0/cap", "good"}, {"/misconceptions/0/points", 0}}),
             good_answer + std::string(mistake)) == "good");
}

TEST_CASE("a misconception without a cap leaves the second band, and each one more takes a band") {
  const json free = {{"/misconceptions/0/points", 0}, {"/misconceptions/1/points", 0}};
  const Pack pack = with(free);
  const std::string another = " A tram takes you to every village.";
  CHECK(band(pack, good_answer) == "good");
  CHECK(band(pack, good_answer + std::string(mistake)) == "partial");
  CHECK(band(pack, good_answer + std::string(mistake) + another) == "weak");
  json kind = free;
  kind["/misconceptions/0/cap"] = kind["/misconceptions/1/cap"] = "good";
  CHECK(band(with(kind), good_answer + std::string(mistake)) == "good");
  CHECK(band(with(kind), good_answer + std::string(mistake) + another) == "partial");
}

TEST_CASE("many misconceptions never make an answer one about something else") {
  json edits;
  for (int k = 0; k < 6; ++k)
    edits["/misconceptions/" + std::to_string(k)] = {{"id", "m" + std::to_string(k)},
                                                     {"title", "T"},
                                                     {"correction", "C"},
                                                     {"points", 0},
                                                     {"patterns", {{{"subject", "bus"}, {"has", {"punctual"}}}}}};
  CHECK(band(with(edits), good_answer) == "good");
  CHECK(band(with(edits), good_answer + std::string(mistake)) == "weak");
}

TEST_CASE("what is wrong costs half of what is right at most") {
  const Pack dear = with({{"/misconceptions/0/points", -100}});
  const auto grader = make_grader(dear);
  CHECK(grade(*grader, mistake).total == 0);
  const std::int32_t whole = grade(*grader, good_answer).total;
  REQUIRE(whole > 2);
  CHECK(grade(*grader, good_answer + std::string(mistake)).total == whole - whole / 2);
  CHECK(grade(*grader, "A bus goes to every village. It is on time.").total == 1);
}

TEST_CASE("a band that needs a criterion is not given without it") {
  const Pack pack = with({{"/bands/0/needs", {"weighs"}}});
  CHECK(band(pack, good_answer) == "good");
  const std::string without =
      "The tram is on time because of its track, and I can read. A bus goes to every village, since it needs no track.";
  CHECK(band(journey(), without) == "good");
  CHECK(band(pack, without) == "partial");
}

TEST_CASE("a cap or a need that names nothing, and bands that leave totals out, are refused") {
  CHECK(code_with({{"/misconceptions/0/cap", "partial"}}) == "");
  CHECK(code_with({{"/misconceptions/0/cap", "parital"}}) == "unknown_band");
  CHECK(code_with({{"/misconceptions/0/cap", "off_topic"}}) == "unknown_band");
  CHECK(code_with({{"/misconceptions/0/cap", 2}}) == "wrong_type");
  CHECK(code_with({{"/bands/0/needs", {"weights"}}}) == "unknown_criterion");
  CHECK(code_with({{"/bands/2/needs", {"weighs"}}}) == "band_order");
  CHECK(code_with({{"/follow_ups/0/bands", {{"good", {{"needs", {"weighs"}}}}}}}) == "unknown_criterion");
  CHECK(code_with({{"/follow_ups/0/bands", {{"goood", {{"least", 60}}}}}}) == "unknown_band");
  CHECK(code_with({{"/follow_ups/0/bands", {{"good", {{"least", 5}}}}}}) == "band_order");
  CHECK(code_with({{"/follow_ups/0/bands", {{"weak", {{"least", 5}}}}}}) == "band_order");
  CHECK(code_with({{"/follow_ups/0/bands", {{"good", {{"least", 101}}}}}}) == "number_out_of_range");
}

TEST_CASE("a follow-up question has bars of its own") {
  const std::string text = "I take an early tram.";
  CHECK(band(journey(), text, 0) == "good");
  const Pack strict =
      with({{"/follow_ups/0/criteria/0/levels/0/points", 2},
            {"/follow_ups/0/criteria/1", {{"id", "asks"}, {"title", "Asks"}, {"patterns", {{{"has", {"change"}}}}}}},
            {"/follow_ups/0/bands", {{"good", {{"least", 50}, {"needs", {"asks"}}}}}}});
  CHECK(band(strict, text, 0) == "partial");
  CHECK(band(strict, text + " I change once.", 0) == "good");
}

TEST_CASE("a text that names a subject is never about something else; one that is not on the topic never rises") {
  CHECK(band(journey(), "I once had a bus stop picture.") == "weak");
  CHECK(band(journey(), "I would rather walk.") == "off_topic");
  const Pack strict = with({{"/topic", {{{"has", {"traffic"}}}}}});
  CHECK(band(strict, "The tram.") == "weak");
  CHECK(band(strict, good_answer) == "good");
  CHECK(band(strict, "The tram is on time because of its track, and I can read.") == "weak");
  CHECK(band(strict, "The tram is on time because of its track, and I can read. A bus goes to every village.") ==
        "good");  // three criteria are no accident
  CHECK(band(strict, "I would rather walk.") == "off_topic");
  CHECK(band(with({{"/topic", json::array()}}), "A coach has a hold for heavy suitcases.") == "partial");
}

TEST_CASE("a text that names two subjects in one phrase is not about something else") {
  const Pack pack = with({{"/lexicon/both", "trams and buses"}, {"/topic", {{{"has", {"traffic"}}}}}});
  CHECK(band(pack, "You can't compare trams and buses.") == "weak");
  CHECK(band(pack, "At the bus stop I walk.") == "weak");
  const Pack rag = tests::open(tests::pack_text("rag-vs-fine-tuning", "rubric"));
  CHECK(band(rag, "You can't combine RAG and fine-tuning.") == "poor");
  CHECK(band(rag, "RAG and fine-tuning can't be combined.") == "poor");
}

TEST_CASE("a follow-up question may say what shows that a text answers it") {
  const Pack pack = with({{"/follow_ups/0/topic", {{{"has", {"change"}}}}}});
  CHECK(band(pack, "I take an early tram.", 0) == "weak");
  CHECK(band(pack, "I take an early tram, and change once.", 0) == "good");
}

TEST_CASE("a reason has a verb in it") {
  const Pack pack =
      with({{"/levels/1", {{"id", "explained"}, {"title", "Explained"}, {"points", 2}, {"reason", {"reason"}}}},
            {"/lexicon/reason", "because, since, so, by"}});
  for (const char* text :
       {"The tram is on time because it has a track.", "The tram is on time, since rails stay free.",
        "The tram is on time because nothing stops it.", "It has a track, so the tram is on time.",
        "The tram is on time, because, when it rains, it still goes.",
        "The tram is on time because the line never stops.", "The tram is on time by avoiding the road."}) {
    CAPTURE(text);
    CHECK(level(pack, text) == 2);
  }
  for (const char* text : {"The tram is on time, and so on.", "By the way, the tram is on time.",
                           "The tram is on time because.", "The tram is on time because of Monday.",
                           "The tram is on time, so.", "The tram is on time by day.", "So, the tram, on time."}) {
    CAPTURE(text);
    CHECK(level(pack, text) == 1);
  }
}

TEST_CASE("what the reader claims counts as named, and what the reader rejects does not count") {
  using Kind = ReaderMark::Kind;
  const auto grader = make_grader(journey());
  const std::string text = "The tram never lets me wait. The bus is on time.";
  const Grade found = grade(*grader, text);
  CHECK(found.criteria[0].level == 0);
  REQUIRE(found.misconceptions.size() == 1);

  const ReaderMark claim{Kind::claim, 0, {0, 27}};
  const Grade claimed = grade(*grader, text, std::nullopt, std::span(&claim, 1));
  CHECK(claimed.criteria[0].level == 1);
  CHECK(claimed.criteria[0].certainty == Certainty::claimed);
  REQUIRE(claimed.criteria[0].evidence.size() == 1);
  CHECK(claimed.criteria[0].evidence[0].span.end == 27);
  CHECK(
      grade_json(journey(), claimed, std::nullopt).find(R"("certainty":"claimed","evidence":[{"start":0,"end":27}])") !=
      std::string::npos);

  const ReaderMark rejects{Kind::reject_misconception, 0};
  CHECK(grade(*grader, text, std::nullopt, std::span(&rejects, 1)).misconceptions.empty());
  const ReaderMark other{Kind::reject_criterion, 0};
  const Grade less = grade(*grader, "The tram is on time.", std::nullopt, std::span(&other, 1));
  CHECK(less.criteria[0].level == 0);
  CHECK(less.criteria[0].evidence.empty());
  CHECK(less.total == 0);
}

TEST_CASE("a claim adds nothing to what was found, and a cap holds for claims as well") {
  using Kind = ReaderMark::Kind;
  const Pack capped = with({{"/misconceptions/0/cap", "weak"}});
  std::vector<ReaderMark> claims;
  for (Index k = 0; k < 4; ++k) claims.push_back({Kind::claim, k, {0, 4}});
  CHECK(band(capped, good_answer, std::nullopt, claims) == "good");
  CHECK(grade(*make_grader(capped), good_answer, std::nullopt, claims).criteria[0].certainty == Certainty::certain);
  CHECK(band(capped, mistake, std::nullopt, claims) == "weak");
  CHECK(band(capped, "I would rather walk.", std::nullopt, claims) == "weak");
}

TEST_CASE("marks are read a line each, and refused where they are about nothing") {
  const auto marks =
      reader_marks(journey(), std::nullopt, "claim keeps_time 0 27\nmisconception bus_keeps_time\ncriterion weighs");
  REQUIRE(marks);
  REQUIRE(marks->size() == 3);
  CHECK((*marks)[0].span.end == 27);
  CHECK((*marks)[1].kind == ReaderMark::Kind::reject_misconception);
  CHECK((*marks)[2].index == 3);
  CHECK(reader_marks(journey(), std::nullopt, "")->empty());
  CHECK(reader_marks(journey(), 0, "claim time_to_change 0 3"));
  for (const char* text :
       {"claim keeps_time", "claim keeps_time 3 3", "claim keeps_time 3 1", "claim keeps_time a b", "claim nothing 0 1",
        "claim keeps_time 0 99999999999", "claim keeps_time -1 4", "criterion bus_keeps_time",
        "misconception keeps_time", "reject keeps_time 0 1", "x", "\n", "claim time_to_change 0 3"}) {
    CAPTURE(text);
    CHECK(!reader_marks(journey(), std::nullopt, text));
  }
}
