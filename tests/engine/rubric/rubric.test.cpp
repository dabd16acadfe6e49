// SPDX-License-Identifier: MIT
// What a rubric may hold: each bound just inside and just outside.
#include "decision_card/rubric.hpp"

#include <doctest/doctest.h>

#include "decision_card/limits.hpp"
#include "support/support.hpp"

using namespace decision_card;
using nlohmann::json;

namespace {

/// The journey's pack without its samples, which would miss what a test takes away.
json without_samples() {
  json pack = json::parse(tests::pack_text("journey"));
  pack["rubric"]["samples"] = json::array();
  return pack;
}

const json& journey() {
  static const json pack = without_samples();
  return pack;
}

/// The code of the first problem of the journey's rubric with this value in it; "" when it is accepted.
std::string code_with(const std::string& pointer, const json& value) {
  json pack = journey();
  pack["rubric"][json::json_pointer(pointer)] = value;
  const Result<Pack> parsed = parse_pack(pack.dump());
  return parsed ? "" : std::string(parsed.problems().front().code);
}

/// `count` items like this one, each with an id of its own where it has one.
json many(std::size_t count, json item) {
  json list = json::array();
  for (std::size_t k = 0; k < count; ++k) {
    if (item.is_object() && item.contains("id")) item["id"] = "i" + std::to_string(k);
    list.push_back(item);
  }
  return list;
}

/// A rubric that names no concept, with so many in its lexicon.
json with_lexicon(std::size_t size) {
  json concepts = json::object();
  for (std::size_t k = 0; k < size; ++k) concepts["c" + std::to_string(k)] = "w" + std::to_string(k);
  return {{"question", "Q"},
          {"lexicon", concepts},
          {"criteria", {journey()["rubric"]["criteria"][5]}},
          {"bands", journey()["rubric"]["bands"]}};
}

}  // namespace

TEST_CASE("lists of a rubric, just inside and just outside their bounds") {
  const json& rubric = journey()["rubric"];
  const json follow_up = rubric["follow_ups"][0], sample = {{"id", "s"}, {"text", "x"}};
  const json pattern = {{"has", {"tram"}}}, level = {{"id", "l"}, {"title", "L"}, {"points", 1}};
  json criterion = rubric["criteria"][0];
  criterion["patterns"] = json::array({pattern});

  struct Bound {
    std::string pointer;
    json item;
    std::size_t most;
  };
  for (const Bound& bound : std::vector<Bound>{
           {"/samples", sample, limits::samples},
           {"/follow_ups", follow_up, limits::follow_ups},
           {"/criteria", criterion, limits::criteria},
           {"/follow_ups/0/criteria", criterion, limits::criteria},
           {"/criteria/0/patterns", pattern, limits::patterns},
           {"/topic", pattern, limits::patterns},
           {"/criteria/0/patterns/0/has", "tram", limits::list_items},
           {"/criteria/5/examples", "A coach.", limits::list_items},
           {"/criteria/1/levels", level, limits::levels},
       }) {
    CAPTURE(bound.pointer);
    CHECK(code_with(bound.pointer, many(bound.most, bound.item)) == "");
    CHECK(code_with(bound.pointer, many(bound.most + 1, bound.item)) == "too_many");
  }
}

TEST_CASE("concepts and subjects, just inside and just outside their bounds") {
  CHECK(code_with("", with_lexicon(ConceptSet::most)) == "");
  CHECK(code_with("", with_lexicon(ConceptSet::most + 1)) == "too_many");
  json subjects = journey()["rubric"]["subjects"];
  for (const char* id : {"track", "punctual", "stuck", "traffic", "work", "cheap"}) subjects.push_back(id);
  REQUIRE(subjects.size() == limits::subjects);
  CHECK(code_with("/subjects", subjects) == "");
  subjects.push_back("village");
  CHECK(code_with("/subjects", subjects) == "too_many");
}

TEST_CASE("numbers of a rubric, just inside and just outside their bounds") {
  struct Bound {
    std::string pointer;
    int least, most;
  };
  for (const Bound& bound : std::vector<Bound>{{"/seconds", 10, 7200},
                                               {"/criteria/4/levels/0/points", 0, limits::points},
                                               {"/criteria/4/patterns/0/gap", 0, 1000},
                                               {"/misconceptions/0/points", -limits::points, 0},
                                               {"/bands/3/least", 0, 100}}) {
    CAPTURE(bound.pointer);
    CHECK(code_with(bound.pointer, bound.least) == "");
    CHECK(code_with(bound.pointer, bound.most) == "");
    CHECK(code_with(bound.pointer, bound.least - 1) == "number_out_of_range");
    CHECK(code_with(bound.pointer, bound.most + 1) == "number_out_of_range");
    CHECK(code_with(bound.pointer, bound.least + 0.5) == "number_out_of_range");
  }
}

TEST_CASE("bands: at least three, falling, with room for every total") {
  const json& bands = journey()["rubric"]["bands"];
  json rubric = journey()["rubric"];
  const auto code = [&](json list) {
    rubric["bands"] = std::move(list);
    return code_with("", rubric);
  };
  CHECK(code({bands[0], bands[2], bands[3]}) == "");
  CHECK(code({bands[2], bands[3]}) == "too_few");
  CHECK(code({bands[1], bands[0], bands[2], bands[3]}) == "band_order");
  CHECK(code({bands[0], bands[1], bands[3]}) == "band_order");
}

TEST_CASE("a rubric's language is English of any region") {
  for (const auto& [language, accepted] :
       std::vector<std::pair<std::string, bool>>{{"en", true}, {"en-GB", true}, {"de", false}, {"eng", false}}) {
    json pack = journey();
    pack["language"] = language;
    const Result<Pack> parsed = parse_pack(pack.dump());
    CHECK(parsed.ok() == accepted);
    if (!accepted) CHECK(parsed.problems().front().code == "rubric_language");
  }
}
