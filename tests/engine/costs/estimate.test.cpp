// SPDX-License-Identifier: MIT
#include "decision_card/cost_picture.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "decision_card/contract.hpp"
#include "support/support.hpp"

using namespace decision_card;
using nlohmann::json;

namespace {

std::string van() { return tests::read_file("tests/corpus/packs/van.json"); }

json computed(const Pack& pack, const std::string& request = "{}") { return json::parse(estimate_json(pack, request)); }

/// The code and path of the only problem.
std::string refused(const Pack& pack, const std::string& request) {
  const json result = computed(pack, request);
  REQUIRE(result.contains("problems"));
  REQUIRE(result["problems"].size() == 1);
  const json& problem = result["problems"][0];
  CHECK(problem["message"].get<std::string>().size() > 15);
  return problem["code"].get<std::string>() + " " + problem["path"].get<std::string>();
}

/// A pack with two series, whose inputs a, b, c start at these values and may be anything within ±1e12.
Pack pack_with(const json& first, const json& second, int months = 36, double a = 1, double b = 1, double c = 1) {
  json pack = json::parse(van());
  json& estimates = pack["decision"]["estimates"];
  json input = estimates["inputs"][1];
  estimates["inputs"] = json::array();
  for (const auto& [id, value] : {std::pair{"a", a}, std::pair{"b", b}, std::pair{"c", c}}) {
    input.update({{"id", id}, {"min", -1e12}, {"max", 1e12}, {"default", value}});
    estimates["inputs"].push_back(input);
  }
  estimates["formulas"] = json::array();
  estimates["months"] = months;
  estimates["series"][0] = first;
  estimates["series"][0].update({{"id", "one"}, {"name", "One"}});
  estimates["series"][1] = second;
  estimates["series"][1].update({{"id", "two"}, {"name", "Two"}});
  return tests::open(pack.dump());
}

json up_front(const json& amount) { return json::array({{{"text", "once"}, {"amount", amount}}}); }
json monthly(const json& amount) { return json::array({{{"text", "monthly"}, {"amount", amount}}}); }
json every(int months, const json& amount) {
  return json::array({{{"text", "repeated"}, {"every", months}, {"amount", amount}}});
}

/// "0 one, 7.5 two": who is cheaper from when.
std::string stretches(const json& result) {
  std::string out;
  for (const json& each : result["stretches"]) {
    if (!out.empty()) out += ", ";
    out += each["from"].dump() + " " + (each["cheaper"].is_null() ? "same" : each["cheaper"].get<std::string>());
  }
  return out;
}

std::string race(const json& first, const json& second, int months = 36) {
  return stretches(computed(pack_with(first, second, months)));
}

/// The first series' monthly amount for a formula over a, b and c.
json amount_of(const json& formula, double a = 1, double b = 1, double c = 1) {
  const json result = computed(pack_with({{"monthly", monthly(formula)}}, json::object(), 36, a, b, c));
  return result["series"][0]["costs"][0]["amount"];
}

json var(const char* id) { return {{"var", id}}; }

}  // namespace

TEST_CASE("the van: every figure as computed by hand") {
  const json result = computed(tests::open(van()));
  const json &buy = result["series"][0], &rent = result["series"][1];
  CHECK(buy["costs"] == json::parse(R"([{"text":"The van","due":"up_front","every":0,"amount":9000.0},
    {"text":"Insurance and tax","due":"monthly","every":1,"amount":120.0},
    {"text":"Service","due":"repeated","every":12,"amount":600.0}])"));
  CHECK(rent["costs"][0]["amount"] == 10 * 49.5);
  CHECK(buy["cumulative"].size() == 37);
  CHECK(buy["cumulative"][0] == 9000);
  CHECK(buy["cumulative"][11] == 9000 + 11 * 120);
  CHECK(buy["cumulative"][12] == 9000 + 12 * 120 + 600);
  CHECK(buy["cumulative"][36] == 9000 + 36 * 120 + 3 * 600);
  CHECK(rent["cumulative"][36] == 36 * 495);
  // 9000 + 120 t + 2 * 600 = 495 t after the second service, so t = 10200 / 375.
  CHECK(stretches(result) == "0.0 rent, 27.2 buy");
  CHECK(result["stretches"][1]["cost"] == 13464);
}

TEST_CASE("what the reader says comes before what the answers say, and that before the pack") {
  const Pack pack = tests::open(van());
  const auto days = [&](const std::string& request) { return computed(pack, request)["inputs"][0]; };
  CHECK(days("{}") == json::parse(R"({"id":"days","start":10,"from_answer":false})"));
  CHECK(days(R"({"answers":{"trips":"weekly"}})") == json::parse(R"({"id":"days","start":4,"from_answer":true})"));
  CHECK(days(R"({"answers":{"trips":null}})")["from_answer"] == false);
  const auto rent = [&](const std::string& request) { return computed(pack, request)["series"][1]["cumulative"][1]; };
  CHECK(rent("{}") == 495);
  CHECK(rent(R"({"answers":{"trips":"weekly"}})") == 198);
  CHECK(rent(R"({"answers":{"trips":"weekly"},"inputs":{"days":7}})") == 346.5);
}

TEST_CASE("the first matching question sets the default; an answer to a question that is not asked sets none") {
  const Pack pack = tests::open(van());
  const auto service = [&](const std::string& answers) {
    return computed(pack, "{\"answers\":" + answers + "}")["inputs"][3]["start"];
  };
  CHECK(service(R"({"trips":"daily","storage":"street"})") == 6);
  CHECK(service(R"({"trips":"daily","storage":"garage"})") == 9);
  CHECK(service(R"({"trips":"weekly","storage":"street"})") == 12);
}

TEST_CASE("costs agree to the cent, also where a monthly amount has no end") {
  const json thirds = computed(pack_with({{"monthly", monthly({{"/", {100, 3}}})}}, json::object()));
  CHECK(thirds["series"][0]["costs"][0]["amount"] == 33.33);
  CHECK(thirds["series"][0]["cumulative"][3] == 100);
  CHECK(thirds["series"][0]["cumulative"][36] == 1200);
  CHECK(amount_of(1.005) == 1.01);  // a double holds 1.00499…
  CHECK(amount_of(0.1 + 0.2) == 0.3);
  CHECK(amount_of(2.675) == 2.68);
  const json cents =
      computed(pack_with({{"monthly", monthly(0.07)}, {"up_front", up_front(0.01)}}, json::object(), 120));
  CHECK(cents["series"][0]["cumulative"][120] == 8.41);
}

TEST_CASE("formulas compute what JsonLogic does") {
  CHECK(amount_of({{"+", {var("a"), var("b"), 4}}}, 1.5, 2) == 7.5);
  CHECK(amount_of({{"-", {var("a"), var("b")}}}, 5, 2) == 3);
  CHECK(amount_of({{"*", {var("a"), var("b"), var("c")}}}, 2, 3, 4) == 24);
  CHECK(amount_of({{"/", {var("a"), var("b")}}}, 7, 2) == 3.5);
  CHECK(amount_of({{"min", {var("a"), 3, var("b")}}}, 5, 4) == 3);
  CHECK(amount_of({{"max", {0, {{"-", {var("a"), var("b")}}}}}}, 2, 5) == 0);
  CHECK(amount_of({{"var", json::array({"c"})}}, 1, 1, 9) == 9);
  CHECK(amount_of(json::parse(R"({"*":[{"+":[1,2]},{"-":[{"*":[2,{"var":"a"}]},{"/":[{"var":"b"},4]}]}]})"), 5, 8) ==
        24);
}

TEST_CASE("when the cheaper one changes, exactly") {
  SUBCASE("within a month, as a fraction") {
    CHECK(race({{"up_front", up_front(100)}, {"monthly", monthly(3)}}, {{"monthly", monthly(18)}}) ==
          "0.0 two, 6.666667 one");
  }
  SUBCASE("never") {
    CHECK(race({{"up_front", up_front(1000)}, {"monthly", monthly(5)}}, {{"monthly", monthly(6)}}) == "0.0 two");
  }
  SUBCASE("the same price from the first day on, and cheaper at once") {
    CHECK(race({{"monthly", monthly(5)}}, {{"monthly", monthly(6)}}) == "0.0 one");
  }
  SUBCASE("equal throughout") {
    CHECK(race({{"monthly", monthly(5)}}, {{"monthly", monthly(5)}}) == "0.0 same");
    CHECK(race(json::object(), json::object()) == "0.0 same");
  }
  SUBCASE("equal until something falls due") {
    CHECK(race({{"monthly", monthly(5)}, {"repeated", every(12, 1)}}, {{"monthly", monthly(5)}}) ==
          "0.0 same, 12.0 two");
  }
  SUBCASE("exactly where months meet") {
    CHECK(race({{"up_front", up_front(60)}}, {{"monthly", monthly(5)}}) == "0.0 two, 12.0 one");
  }
  SUBCASE("at the very end they are equal") {
    CHECK(race({{"up_front", up_front(60)}}, {{"monthly", monthly(5)}}, 12) == "0.0 two, 12.0 same");
  }
  SUBCASE("by a jump") {
    CHECK(race({{"repeated", every(10, 100)}}, {{"up_front", up_front(50)}}) == "0.0 one, 10.0 two");
    CHECK(race({{"repeated", every(10, 100)}}, {{"up_front", up_front(50)}}, 10) == "0.0 one, 10.0 two");
  }
  SUBCASE("several times: by jumps up, and back along the line") {
    CHECK(race({{"repeated", every(6, 60)}}, {{"monthly", monthly(9)}, {"up_front", up_front(1)}}, 24) ==
          "0.0 one, 6.0 two, 6.555556 one, 12.0 two, 13.222222 one, 18.0 two, 19.888889 one, 24.0 two");
  }
  SUBCASE("touching is no crossing") {
    CHECK(race({{"up_front", up_front(60)}, {"repeated", every(12, 60)}}, {{"monthly", monthly(5)}}) == "0.0 two");
  }
}

TEST_CASE("the cost at a crossing lies on both lines") {
  const json linear =
      computed(pack_with({{"up_front", up_front(100)}, {"monthly", monthly(3)}}, {{"monthly", monthly(18)}}));
  CHECK(linear["stretches"][1]["cost"] == 120);
  const json jump = computed(pack_with({{"repeated", every(10, 100)}}, {{"up_front", up_front(50)}}));
  CHECK(jump["stretches"][1]["cost"] == 50);
}

TEST_CASE("absurd inputs are refused in words, at their place") {
  const Pack pack = tests::open(van());
  CHECK(refused(pack, R"({"inputs":{"days":-1}})") == "number_out_of_range /inputs/days");
  CHECK(refused(pack, R"({"inputs":{"days":32}})") == "number_out_of_range /inputs/days");
  CHECK(refused(pack, R"({"inputs":{"days":2.5}})") == "not_whole /inputs/days");
  CHECK(refused(pack, R"({"inputs":{"service_months":0}})") == "number_out_of_range /inputs/service_months");
  CHECK(refused(pack, R"({"inputs":{"days":""}})") == "wrong_type /inputs/days");
  CHECK(refused(pack, R"({"inputs":{"days":"ten"}})") == "wrong_type /inputs/days");
  CHECK(refused(pack, R"({"inputs":{"days":null}})") == "wrong_type /inputs/days");
  CHECK(refused(pack, R"({"inputs":{"day":1}})") == "unknown_input /inputs/day");
  CHECK(refused(pack, R"({"inputs":[]})") == "wrong_type /inputs");
  CHECK(refused(pack, R"({"answers":{"trip":"daily"}})") == "unknown_question /answers/trip");
  CHECK(refused(pack, R"({"figures":{}})") == "unknown_field /figures");
  CHECK(computed(pack, "{")["problems"][0]["code"] == "json_syntax");
  CHECK(computed(pack, R"({"inputs":{"days":0}})")["series"][1]["cumulative"][36] == 0);
}

TEST_CASE("figures that give no cost are refused, saying which") {
  const Pack divides = pack_with({{"monthly", monthly({{"/", {100, var("a")}}})}}, json::object());
  CHECK(refused(divides, R"({"inputs":{"a":0}})") == "division_by_zero ");
  const Pack subtracts = pack_with({{"monthly", monthly({{"-", {var("a"), 1}}})}}, json::object());
  CHECK(refused(subtracts, R"({"inputs":{"a":0.5}})") == "negative_cost ");
  const Pack multiplies = pack_with({{"monthly", monthly({{"*", {var("a"), var("b")}}})}}, json::object());
  CHECK(refused(multiplies, R"({"inputs":{"a":1000000,"b":1000001}})") == "cost_out_of_range ");
  CHECK(refused(multiplies, R"({"inputs":{"a":1000000,"b":1000000}})") == "cost_out_of_range ");
  CHECK(computed(multiplies, R"({"inputs":{"a":100000,"b":100000}})")["series"][0]["cumulative"][36] == 36e10);
  const Pack cancels = pack_with(
      {{"monthly", monthly({{"-", {{{"*", {var("a"), 1e300}}}, {{"*", {var("b"), 1e300}}}}}})}}, json::object());
  CHECK(refused(cancels, R"({"inputs":{"a":1e12,"b":1e12}})") == "cost_out_of_range ");
}

TEST_CASE("the cost pictures are those that the WebAssembly build wrote") {
  std::istringstream lines(tests::read_file("tests/corpus/estimates.ndjson"));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const json entry = json::parse(line);
    const std::string id = entry["pack"];
    const json request = {{"inputs", entry["inputs"]}, {"answers", entry["answers"]}};
    CHECK(computed(tests::open(tests::pack_text(id)), request.dump()) == entry["estimate"]);
  }
  CHECK(count == 7);
}

TEST_CASE("the text of a cost is no variable") {
  std::string text = van();
  const std::string amount = R"("amount": 120)";
  text.replace(text.find(amount), amount.size(), R"("amount": { "var": "The van" })");
  const Result<Pack> pack = parse_pack(text);
  REQUIRE(!pack);
  CHECK(pack.problems().front().code == "unknown_variable");
}

TEST_CASE("a pack without estimates says so") {
  const Pack pack = tests::open(tests::read_file("tests/corpus/packs/lunch.json"));
  CHECK(refused(pack, "{}") == "no_estimates ");
  CHECK(!json::parse(description_json(pack))["decision"].contains("estimates"));
}

namespace {

std::string seats() { return tests::read_file("tests/corpus/packs/seats.json"); }

/// The seats' pack with this instead of the figures' own fields; the codes and paths of its problems.
std::string seats_with(std::size_t input, const json& fields) {
  json pack = json::parse(seats());
  pack["decision"]["estimates"]["inputs"][input].update(fields);
  const Result<Pack> read = parse_pack(pack.dump());
  std::string out;
  if (read) return out;
  for (const Problem& problem : read.problems()) out += std::string(problem.code) + " " + problem.path + " ";
  return out;
}

}  // namespace

TEST_CASE(
    "an answer is the figure that names its question: every number of it, as if the reader had written the figure") {
  const Pack pack = tests::open(seats());
  for (int people = 1; people <= 5000; people += people < 200 ? 1 : 97) {
    const json answered = computed(pack, json{{"answers", {{"people", people}}}}.dump());
    const json written = computed(pack, json{{"inputs", {{"users", people}}}}.dump());
    CHECK(answered["series"] == written["series"]);
    CHECK(answered["stretches"] == written["stretches"]);
    CHECK(answered["inputs"][0] == json{{"id", "users"}, {"start", people}, {"from_answer", true}});
    CHECK(answered["inputs"][1]["from_answer"] == false);
  }
}

TEST_CASE(
    "an answer that is open, \"I don't know\" or not asked leaves a figure where the pack, or another answer, lets it "
    "start") {
  const Pack pack = tests::open(seats());
  const auto start = [&](const json& answers) {
    return computed(pack, json{{"answers", answers}}.dump())["inputs"][1];
  };
  const auto at = [](double hours, bool answered) {
    return json{{"id", "work"}, {"start", hours}, {"from_answer", answered}};
  };
  CHECK(start(json::object()) == at(6, false));
  CHECK(start({{"people", 20}, {"hours", nullptr}}) == at(6, false));
  CHECK(start({{"people", 20}, {"hours", 2.5}}) == at(2.5, true));
  CHECK(start({{"people", 20}, {"hours", 0}}) == at(0, true));
  CHECK(start({{"people", 19}, {"hours", 2.5}}) == at(6, false));  // not asked
  CHECK(start({{"people", 19}, {"hours", 2.5}, {"admin", "no"}}) == at(12, true));
  CHECK(start({{"people", 20}, {"hours", 2.5}, {"admin", "no"}}) == at(2.5, true));
  const json own = computed(pack, R"({"answers": {"people": 20}, "inputs": {"users": 7000}})");
  CHECK(own["inputs"][0]["start"] == 20);
  CHECK(own["series"][0]["costs"][0]["amount"] == 56000);
}

TEST_CASE("a figure's question asks for a number, and every answer to it is one that the figure can be") {
  CHECK(seats_with(0, json::object()).empty());
  const std::string at = " /decision/estimates/inputs/0/question ", hours = " /decision/estimates/inputs/1/question ";
  CHECK(seats_with(0, {{"question", "persons"}}) == "unknown_question" + at);
  CHECK(seats_with(0, {{"question", "admin"}}) == "unknown_question" + at);
  CHECK(seats_with(0, {{"question", 7}}) == "wrong_type" + at);
  CHECK(seats_with(0, {{"min", 2}}) == "number_out_of_range" + at);
  CHECK(seats_with(0, {{"max", 4999}}) == "number_out_of_range" + at);
  CHECK(seats_with(0, {{"max", 5000}}).empty());
  CHECK(seats_with(1, {{"whole", true}}) == "number_out_of_range" + hours);
  CHECK(seats_with(1, {{"by_answer", {{"hours", {{"2", 2}}}}}}) ==
        "wrong_type /decision/estimates/inputs/1/by_answer/hours ");
}
