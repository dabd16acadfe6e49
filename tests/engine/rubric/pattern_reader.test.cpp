// SPDX-License-Identifier: MIT
#include "rubric/pattern_reader.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace decision_card;
using document::Fields;
using document::JsonDocument;
using document::JsonValue;
using document::Reporter;

namespace {

/// Reads one pattern over the concepts tram, bus, time (the first two are subjects).
struct ReadPattern {
  explicit ReadPattern(const std::string& text) : source("{\"patterns\": [" + text + "]}") {
    for (const char* id : {"tram", "bus", "time"}) rubric.lexicon.push_back({id, id});
    rubric.subjects = {0, 1};
    rubric.claims = {{"late", {}}};
    Reporter reporter;
    rubric::PatternReader reader(rubric, reporter);
    for (const Concept& entry : rubric.lexicon) reader.add_concept(entry.id);
    Fields fields(JsonValue(document, 0), reporter, {"patterns"});
    reader.patterns(fields, "patterns", levels);
    for (const Problem& problem : reporter.take()) problems += std::string(problem.code) + " " + problem.path + ";";
  }

  [[nodiscard]] const Pattern& pattern() const { return rubric.patterns.front(); }
  /// The mentions of each wanted concept: "tram|!bus, time".
  [[nodiscard]] std::string wanted() const {
    std::string found;
    for (const Wanted& one : pattern().has.of(rubric.wanted)) {
      if (!found.empty()) found += ", ";
      std::string choices;
      for (const Mention mention : one.choices.of(rubric.mentions)) {
        if (!choices.empty()) choices += '|';
        choices += (mention.key % 2 != 0 ? "!" : "") + std::string(rubric.lexicon[mention.concept_index()].id);
      }
      found += choices;
    }
    return found;
  }

  std::string source;
  JsonDocument document = JsonDocument::parse(source).take();
  Rubric rubric;
  std::vector<Level> levels{{"low", "Low", 1, {}}, {"high", "High", 2, {}}};
  std::string problems;
};

}  // namespace

TEST_CASE("wanted concepts: either, denied, in any case") {
  CHECK(ReadPattern(R"({"has": ["tram|!bus", "~time"]})").wanted() == "tram|!bus, time|!time");
  CHECK(ReadPattern(R"({"has": ["bus"]})").wanted() == "bus");
}

TEST_CASE("a choice that is missing between or beside bars is no concept") {
  CHECK(ReadPattern(R"({"has": ["tram||bus"]})").problems == "unknown_concept /patterns/0/has/0;");
  CHECK(ReadPattern(R"({"has": ["|tram"]})").problems == "unknown_concept /patterns/0/has/0;");
  CHECK(ReadPattern(R"({"has": ["tram|"]})").problems == "unknown_concept /patterns/0/has/0;");
  CHECK(ReadPattern(R"({"has": [""]})").problems == "unknown_concept /patterns/0/has/0;");
  CHECK(ReadPattern(R"({"subject": "tram|", "has": ["time"]})").problems == "unknown_subject /patterns/0/subject;");
}

TEST_CASE("a pattern's gap is a number of words, or none is asked for") {
  CHECK_FALSE(ReadPattern(R"({"has": ["tram"]})").pattern().gap);
  CHECK(ReadPattern(R"({"has": ["tram"], "gap": 0})").pattern().gap == 0);
  CHECK(ReadPattern(R"({"has": ["tram"], "gap": 1000})").pattern().gap == 1000);
  const ReadPattern wide(R"({"has": ["tram"], "gap": 1001})");
  CHECK(wide.problems == "number_out_of_range /patterns/0/gap;");
  CHECK_FALSE(wide.pattern().gap);
}

TEST_CASE("subjects, levels, claims and the part of the text") {
  const ReadPattern read(
      R"({"subject": "tram|bus", "has": ["time"], "within": "clause", "ordered": true, "level": "high", "claims": ["late"]})");
  CHECK(read.problems == "");
  CHECK(read.pattern().subjects == 3);
  CHECK(read.pattern().within == Pattern::Within::clause);
  CHECK(read.pattern().ordered);
  CHECK(read.pattern().level == 1);
  CHECK(read.pattern().claims.size == 1);
  CHECK(ReadPattern(R"({"has": ["time"], "within": "page"})").problems == "unknown_scope /patterns/0/within;");
  CHECK(ReadPattern(R"({"has": ["time"], "level": "top"})").problems == "unknown_level /patterns/0/level;");
  CHECK(ReadPattern(R"({"subject": "time", "has": ["time"]})").problems == "unknown_subject /patterns/0/subject;");
  CHECK(ReadPattern("{}").problems == "missing_field /patterns/0;");
}
