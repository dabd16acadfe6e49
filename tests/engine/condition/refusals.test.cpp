// SPDX-License-Identifier: MIT
// What conditions and answers are refused for, where the corpus of bad packs has no example: one of each.
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "decision_card/decide.hpp"
#include "support/support.hpp"

using namespace decision_card;

namespace {

/// Questions of all kinds, a gate and a score; the condition stands in a recommendation.
std::string text_with(const std::string& condition) {
  return R"({"format":1,"id":"t","version":"1.0.0","language":"en","title":"T","decision":{"question":"Q","questions":[
    {"id":"size","text":"S","choices":[{"id":"s","text":"s","value":1},{"id":"l","text":"l","value":9}]},
    {"id":"width","text":"W","choices":[{"id":"thin","text":"t","value":20},{"id":"wide","text":"w","value":30}]},
    {"id":"color","text":"C","choices":[{"id":"red","text":"r"},{"id":"blue","text":"b"}]},
    {"id":"paint","text":"P","choices":[{"id":"red","text":"r"},{"id":"blue","text":"b"}]},
    {"id":"food","text":"F","kind":"several","most":2,
     "choices":[{"id":"soup","text":"s"},{"id":"rice","text":"r"},{"id":"tea","text":"t"}]},
    {"id":"people","text":"N","kind":"number","min":1,"max":20},
    {"id":"chairs","text":"H","kind":"number","min":1,"max":20}],
    "alternatives":[{"id":"a","name":"A"}],
    "rules":[{"id":"r","when":{"==":[{"var":"color"},"red"]},"points":{"a":2},"because":"Red."}],
    "gates":[{"id":"g","text":"G","when":{"==":[{"var":"color"},"red"]}}],
    "recommendations":[{"id":"y","title":"Y","summary":"y","when":)" +
         condition + R"(},{"id":"n","title":"N","summary":"n"}]}})";
}

std::string problem_of(const std::string& condition) {
  const Result<Pack> pack = parse_pack(text_with(condition));
  return pack ? "" : std::string(pack.problems().front().code);
}

const Pack& kinds() {
  static const Pack pack = tests::open(text_with(R"({">":[{"var":"people"},5]})"));
  return pack;
}

std::string problem_of_answers(const std::string& answers) {
  const Result<Answers> read = parse_answers(kinds(), answers);
  return read ? "" : std::string(read.problems().front().code);
}

}  // namespace

TEST_CASE("what compares nothing that can be compared is refused by name") {
  constexpr std::array<const char*, 2> cases[] = {
      {R"({"==":[{"var":"people"},0]})", "unknown_choice"},
      {R"({"==":[{"var":"people"},2.5]})", "unknown_choice"},
      {R"({"==":[{"var":"size"},5]})", "unknown_choice"},
      {R"({"==":[{"var":"size"},"huge"]})", "type_mismatch"},
      {R"({">":[{"var":"size"},"l"]})", "type_mismatch"},
      {R"({">":[{"var":"size"},"huge"]})", "type_mismatch"},
      {R"({"==":[{"var":"people"},"many"]})", "type_mismatch"},
      {R"({"==":[{"var":"food"},"soup"]})", "several_compared"},
      {R"({"==":[{"var":"food"},{"var":"color"}]})", "several_compared"},
      {R"({"==":[{"var":"color"},{"var":"food"}]})", "several_compared"},
      {R"({"in":[{"var":"food"},["soup"]]})", "several_compared"},
      {R"({"<":[{"var":"people"},{"var":"chairs"}]})", "numbers_compared"},
      {R"({"==":[{"var":"size"},{"var":"color"}]})", "type_mismatch"},
      {R"({"<":[{"var":"color"},{"var":"paint"}]})", "order_without_numbers"},
      {R"({">":[{"var":"size"},{"var":"width"}]})", "never_holds"},
      {R"({"==":[{"var":"size"},{"var":"width"}]})", "never_holds"},
      {R"({"in":[5,{"var":"food"}]})", "type_mismatch"},
      {R"({"in":["cake",{"var":"food"}]})", "unknown_choice"},
      {R"({"in":["red",{"var":"color"}]})", "text_haystack"},
      {R"({"in":["pass",{"var":"gate.g"}]})", "text_haystack"},
      {R"({"in":[{"var":"score.a"},[1,2]]})", "type_mismatch"},
      {R"({"in":[1,[1,"a"]]})", "type_mismatch"},
      {R"({"in":[{"var":"color"}]})", "operand_count"},
      {R"({"in":{"var":"color"}})", "operand_count"},
      {R"({"in":[{"var":"color"},5]})", "type_mismatch"},
      {R"({"in":[{"var":"gate.g"},["pass","open"]]})", "unknown_gate_state"},
      {R"({"==":[{"var":"gate.g"},{"var":"score.a"}]})", "type_mismatch"},
      {R"({"==":[{"var":"color"},{"var":"gate.g"}]})", "type_mismatch"},
      {R"({"<":[{"var":"gate.g"},"pass"]})", "order_without_numbers"},
      {R"({"==":[{"var":5},"red"]})", "unknown_variable"},
      {R"({"==":[{"var":["color","red"]},"red"]})", "var_default"},
      {R"({">":[{"var":"people"},20.5]})", "tells_nothing"},
      {R"({"==":[{"var":"score.a"},0.5]})", "score_out_of_range"},
  };
  for (const auto& each : cases) {
    CAPTURE(each[0]);
    CHECK(problem_of(each[0]) == each[1]);
  }
}

TEST_CASE("answers of another kind than their question are refused by name") {
  constexpr std::array<const char*, 2> cases[] = {
      {R"({"food":"soup"})", "wrong_type"},
      {R"({"food":[5]})", "wrong_type"},
      {R"({"food":["cake"]})", "unknown_choice"},
      {R"({"food":["soup","soup"]})", "duplicate_id"},
      {R"({"food":["soup","rice","tea"]})", "bad_count"},
      {R"({"food":[]})", "bad_count"},
      {R"({"people":"5"})", "wrong_type"},
      {R"({"people":[5]})", "wrong_type"},
      {R"({"people":0})", "number_out_of_range"},
      {R"({"people":21})", "number_out_of_range"},
      {R"({"people":2.5})", "number_out_of_range"},
      {R"({"color":5})", "wrong_type"},
      {R"({"color":"green"})", "unknown_choice"},
      {R"({"colour":"red"})", "unknown_question"},
      {R"(["red"])", "wrong_type"},
      {R"({"people":1,"food":["tea"],"color":null})", ""},
      {R"({"people":20,"food":["tea","soup"]})", ""},
  };
  for (const auto& each : cases) {
    CAPTURE(each[0]);
    CHECK(problem_of_answers(each[0]) == each[1]);
  }
}

TEST_CASE("a decision gives scores into room for just as many as there are alternatives") {
  const Pack pack = tests::open(tests::pack_text("lunch"));
  const std::size_t alternatives = pack.decision().alternatives.size();
  Answers answers = Answers::none(pack.decision().questions.size());
  for (auto& choice : answers.choices) choice = 0;
  std::array<std::int32_t, 8> wide{}, narrow{};
  const auto first = decide(pack, answers.choices, wide);
  const auto second = decide(pack, answers.choices, std::span(narrow).first(alternatives));
  CHECK(first == second);
  REQUIRE(first.has_value());
  for (std::size_t a = 0; a < narrow.size(); ++a) CHECK(narrow[a] == (a < alternatives ? wide[a] : 0));
}
