// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "condition/algebra.hpp"
#include "decision/situation.hpp"
#include "decision_card/limits.hpp"
#include "support/support.hpp"

using namespace decision_card;
using condition::both;
using condition::either;
using decision_card::decision::Situation;
using tests::pack_with_condition;
using tests::recommended;

namespace {

bool holds(const std::string& condition, const std::string& answers) {
  return recommended(pack_with_condition(condition), answers) == "yes";
}

std::string problem_of(const std::string& condition) {
  const std::string text =
      R"({"format":1,"id":"t","version":"1.0.0","language":"en","title":"T","decision":{"question":"Q","questions":[
    {"id":"size","text":"S","choices":[{"id":"s","text":"s","value":1},{"id":"l","text":"l","value":9}]},
    {"id":"color","text":"C","choices":[{"id":"red","text":"r"},{"id":"blue","text":"b"}]}],
    "alternatives":[{"id":"a","name":"A"}],"rules":[],"gates":[{"id":"g","text":"G","when":true}],
    "recommendations":[{"id":"y","title":"Y","summary":"y","when":)" +
      condition + R"(},{"id":"n","title":"N","summary":"n"}]}})";
  const Result<Pack> pack = parse_pack(text);
  return pack ? "" : std::string(pack.problems().front().code);
}

}  // namespace

TEST_CASE("comparisons with choices and values") {
  CHECK(holds(R"({"==":[{"var":"color"},"red"]})", R"({"color":"red"})"));
  CHECK_FALSE(holds(R"({"!==":[{"var":"color"},"red"]})", R"({"color":"red"})"));
  CHECK(holds(R"({"in":[{"var":"color"},["red","blue"]]})", R"({"color":"blue"})"));
  CHECK(holds(R"({"<":[1,{"var":"size"},9]})", R"({"size":"medium"})"));
  CHECK_FALSE(holds(R"({"<":[1,{"var":"size"},9]})", R"({"size":"large"})"));
  CHECK(holds(R"({">=":[5,{"var":"size"}]})", R"({"size":"medium"})"));
  CHECK(holds(R"({"===":[{"var":["size"]},9]})", R"({"size":"large"})"));
  CHECK(holds(R"({"!":[{"<":[{"var":"size"},5]}]})", R"({"size":"medium"})"));
  CHECK(holds(R"({"!":{"in":[{"var":"size"},[1,5]]}})", R"({"size":"large"})"));
}

TEST_CASE("two questions can be compared") {
  CHECK(holds(R"({"==":[{"var":"color"},{"var":"paint"}]})", R"({"color":"green","paint":"green"})"));
  CHECK_FALSE(holds(R"({"==":[{"var":"color"},{"var":"paint"}]})", R"({"color":"blue","paint":"green"})"));
  CHECK(holds(R"({"!=":[{"var":"color"},{"var":"paint"}]})", R"({"color":"blue","paint":"green"})"));
  CHECK_FALSE(holds(R"({"!=":[{"var":"color"},{"var":"paint"}]})", R"({"color":"red"})"));
}

TEST_CASE("an unanswered question is unknown, and Kleene's logic decides") {
  CHECK_FALSE(holds(R"({"<":[{"var":"size"},2]})", "{}"));
  CHECK_FALSE(holds(R"({"!":[{"<":[{"var":"size"},2]}]})", "{}"));
  CHECK_FALSE(holds(R"({"!=":[{"var":"color"},"red"]})", R"({"size":"small"})"));
  CHECK(holds(R"({"or":[{"==":[{"var":"color"},"red"]},{"==":[{"var":"size"},1]}]})", R"({"size":"small"})"));
  CHECK_FALSE(holds(R"({"and":[{"==":[{"var":"color"},"red"]},{"==":[{"var":"size"},1]}]})", R"({"size":"small"})"));
  CHECK_FALSE(holds(R"({"==":[{"var":"color"},"red"]})", R"({"color":null})"));
}

TEST_CASE("a question that is not asked equals no choice") {
  CHECK_FALSE(holds(R"({"==":[{"var":"shade"},"dark"]})", R"({"color":"blue","shade":"dark"})"));
  CHECK(holds(R"({"!=":[{"var":"shade"},"dark"]})", R"({"color":"blue","shade":"dark"})"));
  CHECK(holds(R"({"==":[{"var":"shade"},"dark"]})", R"({"color":"red","shade":"dark"})"));
  CHECK_FALSE(holds(R"({"==":[{"var":"shade"},"dark"]})", R"({"shade":"dark"})"));
}

TEST_CASE("scores and gates") {
  CHECK(holds(R"({">":[{"var":"score.a"},{"var":"score.b"}]})", R"({"color":"red"})"));
  CHECK(holds(R"({"==":[{"var":"score.a"},-1]})", R"({"color":"blue"})"));
  CHECK(holds(R"({"<=":[2,{"var":"score.b"}]})", R"({"color":"blue"})"));
  CHECK(holds(R"({"==":[{"var":"gate.big"},"pass"]})", R"({"size":"large"})"));
  CHECK(holds(R"({"in":[{"var":"gate.big"},["unknown","fail"]]})", R"({"size":"small"})"));
  CHECK_FALSE(holds(R"({"!=":[{"var":"gate.big"},"fail"]})", R"({"size":"small"})"));
}

TEST_CASE("an open gate is the text unknown, until the proof says that it can't stay so") {
  const Pack pack = pack_with_condition(R"({"==":[{"var":"gate.big"},"unknown"]})");
  const Answers none = tests::answers(pack, "{}");
  Situation situation(pack.program(), pack.decision());
  situation.assess(none);
  CHECK(pack.decision().recommendations[situation.first_certain()].id == "yes");
  CHECK(recommended(pack, "{}") == "no");  // settled: every completion passes or fails the gate
}

TEST_CASE("constants are folded") {
  CHECK(holds("true", "{}"));
  CHECK_FALSE(holds("false", "{}"));
  CHECK(holds(R"({"and":[{"<":[1,2]},{"==":["a","a"]},{"in":[3,[1,3]]},{"!":[false]}]})", "{}"));
}

TEST_CASE("what engines disagree about is refused by code") {
  CHECK(problem_of("1") == "not_a_condition");
  CHECK(problem_of("null") == "not_a_condition");
  CHECK(problem_of("{}") == "not_a_condition");
  CHECK(problem_of(R"({"var":"color"})") == "not_a_condition");
  CHECK(problem_of(R"({"and":[true],"or":[true]})") == "not_a_condition");
  CHECK(problem_of(R"({"and":[]})") == "operand_count");
  CHECK(problem_of(R"({"==":[{"var":"color"}]})") == "operand_count");
  CHECK(problem_of(R"({">":[3,2,1]})") == "operand_count");
  CHECK(problem_of(R"({"in":[{"var":"color"},[]]})") == "operand_count");
  CHECK(problem_of(R"({"if":[true,true]})") == "unknown_operator");
  CHECK(problem_of(R"({"constructor":[1]})") == "unknown_operator");
  CHECK(problem_of(R"({"==":[{"var":"colour"},"red"]})") == "unknown_variable");
  CHECK(problem_of(R"({"==":[{"var":""},"red"]})") == "unknown_variable");
  CHECK(problem_of(R"({"==":[{"var":["color","red"]},"red"]})") == "var_default");
  CHECK(problem_of(R"({"==":[{"var":"color"},"reed"]})") == "unknown_choice");
  CHECK(problem_of(R"({"==":[{"var":"size"},2]})") == "unknown_choice");
  CHECK(problem_of(R"({"==":[{"var":"size"},true]})") == "type_mismatch");
  CHECK(problem_of(R"({"==":[{"var":"size"},"s"]})").empty());  // a choice with a value goes by its id, too
  CHECK(problem_of(R"({"==":[{"var":"color"},1]})") == "type_mismatch");
  CHECK(problem_of(R"({"==":[{"var":"color"},null]})") == "type_mismatch");
  CHECK(problem_of(R"({"==":[1,"1"]})") == "type_mismatch");
  CHECK(problem_of(R"({"<":[{"var":"color"},3]})") == "order_without_numbers");
  CHECK(problem_of(R"({"<":["a","b"]})") == "order_without_numbers");
  CHECK(problem_of(R"({">":[{"var":"size"},10]})") == "never_holds");
  CHECK(problem_of(R"({"in":[{"var":"color"},"red"]})") == "text_haystack");
  CHECK(problem_of(R"({"in":["r",{"var":"color"}]})") == "text_haystack");
  CHECK(problem_of(R"({"==":[{"+":[1,1]},2]})") == "unsupported_operand");
  CHECK(problem_of(R"({">":[{"var":"score.x"},1]})") == "unknown_alternative");
  CHECK(problem_of(R"({">":[{"var":"score.a"},1.5]})") == "score_out_of_range");
  CHECK(problem_of(R"({"==":[{"var":"gate.x"},"pass"]})") == "unknown_gate");
  CHECK(problem_of(R"({"==":[{"var":"gate.g"},"open"]})") == "unknown_gate_state");
}

TEST_CASE("a condition that multiplies out too far is refused") {
  Condition pair, product = Condition::constant(true);
  std::optional<Condition> result = product;
  for (std::uint16_t k = 0; k < 9 && result; ++k) {
    const Condition left = Condition::literal({Subject::question, static_cast<std::uint16_t>(2 * k), 1});
    const Condition right = Condition::literal({Subject::question, static_cast<std::uint16_t>(2 * k + 1), 1});
    result = both(*result, *either(left, right));
  }
  REQUIRE(result);
  CHECK(result->terms.size() == limits::terms);
  const Condition left = Condition::literal({Subject::question, 40, 1}),
                  right = Condition::literal({Subject::question, 41, 1});
  CHECK_FALSE(both(*result, *either(left, right)));
}

TEST_CASE("a contradiction stays unknown while the answer is open") {
  const Condition red = Condition::literal({Subject::question, 0, 1}),
                  blue = Condition::literal({Subject::question, 0, 2});
  CHECK(both(red, blue)->terms.front().size() == 2);
  CHECK(either(*both(red, blue), red)->terms.size() == 1);  // absorbed
}
