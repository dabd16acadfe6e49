// SPDX-License-Identifier: MIT
// Differences of 1,000 pairs of small packs against the plainest code there can be: all answers that both take.
#include "decision_card/diff.hpp"

#include <doctest/doctest.h>

#include <array>
#include <map>

#include "decision_card/contract.hpp"
#include "decision_card/decide.hpp"
#include "support/random_pack.hpp"
#include "support/support.hpp"

using namespace decision_card;

namespace {

/// Answers by id, to both packs.
using ById = std::map<std::string, std::string>;

std::vector<std::string> choices_of(const Pack& pack, const std::string& question) {
  std::vector<std::string> ids;
  for (const Question& each : pack.decision().questions) {
    for (const Choice& choice : each.choices) {
      if (each.id == question) ids.emplace_back(choice.id);
    }
  }
  return ids;
}

std::vector<std::string> joint_choices(const Pack& before, const Pack& after, const std::string& question) {
  const std::vector<std::string> old_ids = choices_of(before, question), new_ids = choices_of(after, question);
  if (old_ids.empty() || new_ids.empty()) return old_ids.empty() ? new_ids : old_ids;
  std::vector<std::string> both;
  for (const std::string& id : old_ids) {
    if (std::count(new_ids.begin(), new_ids.end(), id) != 0) both.push_back(id);
  }
  return both;
}

std::vector<ById> joint_answers(const Pack& before, const Pack& after) {
  std::vector<ById> all{{}};
  for (const char* question : {"q0", "q1", "q2", "q3", "q4", "q5"}) {
    std::vector<ById> more;
    for (const std::string& choice : joint_choices(before, after, question)) {
      for (ById each : all) {
        each[question] = choice;
        more.push_back(each);
      }
    }
    if (!more.empty()) all = std::move(more);
  }
  return all;
}

std::string given(const Pack& pack, const ById& answers) {
  Answers own;
  for (const Question& question : pack.decision().questions) {
    std::uint8_t choice = 0;
    while (question.choices[choice].id != answers.at(std::string(question.id))) ++choice;
    own.choices.push_back(choice);
  }
  std::array<std::int32_t, 8> scores{};
  return std::string(pack.decision().recommendations[*decide(pack, own.choices, scores)].id);
}

void check_transitions(const Pack& before, const Pack& after, const PackDifference& got) {
  std::map<std::pair<std::string, std::string>, std::size_t> expected;
  std::size_t changed = 0;
  const std::vector<ById> all = joint_answers(before, after);
  for (const ById& answers : all) {
    const std::string from = given(before, answers), to = given(after, answers);
    changed += from != to;
    if (from != to) ++expected[{from, to}];
  }
  REQUIRE(got.proved);
  CHECK(got.combinations == std::to_string(all.size()));
  CHECK(got.changed == std::to_string(changed));
  CHECK(got.transitions.size() == expected.size());
  std::array<std::int32_t, 8> scores{};
  for (const Transition& one : got.transitions) {
    const std::string from(before.decision().recommendations[one.from].id),
        to(after.decision().recommendations[one.to].id);
    const bool known = expected.count({from, to}) != 0;
    CHECK(known);
    CHECK(one.count == std::to_string(known ? expected[{from, to}] : 0));
    CHECK(decide(before, one.old_answers.choices, scores) == one.from);
    CHECK(decide(after, one.new_answers.choices, scores) == one.to);
  }
}

void check_links(const Pack& before, const Pack& after, const PackDifference& got) {
  std::size_t all = 1, kept = 1;
  for (const Question& question : before.decision().questions) {
    const std::vector<std::string> others = choices_of(after, std::string(question.id));
    all *= question.choices.size();
    kept *= static_cast<std::size_t>(
        std::count_if(question.choices.begin(), question.choices.end(),
                      [&](const Choice& choice) { return std::count(others.begin(), others.end(), choice.id) != 0; }));
  }
  CHECK(got.links == std::to_string(all));
  CHECK(got.links_losing == std::to_string(all - kept));
}

}  // namespace

TEST_CASE("differences of 1,000 pairs of random packs are what all common answers give") {
  tests::Dice dice(2027);
  for (int round = 0; round < 1000; ++round) {
    CAPTURE(round);
    const Pack before = tests::random_pack(dice), after = tests::random_pack(dice);
    const PackDifference got = diff(before, after);
    check_transitions(before, after, got);
    check_links(before, after, got);
  }
}

TEST_CASE("conditions of texts don't stand in the way of a difference") {
  tests::Dice dice(2028);
  for (int round = 0; round < 200; ++round) {
    CAPTURE(round);
    const Pack before = tests::open(tests::random_telling_text(dice)),
               after = tests::open(tests::random_telling_text(dice));
    check_transitions(before, after, diff(before, after));
  }
}

TEST_CASE("a pack does not differ from itself") {
  const Pack pack = tests::open(tests::read_file("packs/rag-vs-fine-tuning/decision.json"));
  const PackDifference got = diff(pack, pack);
  CHECK(got.proved);
  CHECK(got.changed == "0");
  CHECK(got.transitions.empty());
  CHECK(got.links_losing == "0");
}

TEST_CASE("a difference names the texts that are said otherwise, or to others") {
  const std::string before = tests::pack_text("picnic");
  const auto texts = [&](const char* from, const char* to) {
    const std::string after = tests::edited(before, nlohmann::json::array({nlohmann::json::array({from, to})}));
    return nlohmann::json::parse(diff_json(before, after))["texts"].dump();
  };
  CHECK(texts("Picnic", "Picnic") == "[]");
  CHECK(texts("Take two rugs.", "Take three.") == R"(["recommendations/picnic/steps"])");
  CHECK(texts(R"("sky" }, "grey" ] }, "text": "Take)", R"("sky" }, "black" ] }, "text": "Take)") ==
        R"(["recommendations/picnic/steps"])");
  CHECK(texts("\"Blue\"", "\"Bright\"") == R"(["questions/sky/choices/blue/text"])");
  CHECK(texts(", \"detail\": \"Nine blue mornings in ten stay dry, says the office.\"", "") ==
        R"(["rules/blue/detail"])");
  CHECK(texts("\"Both conditions", "\"All conditions") == R"(["gates_text"])");
  CHECK(texts("\"park\": 4", "\"park\": 5") == "[]");
}
