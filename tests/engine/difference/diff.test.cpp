// SPDX-License-Identifier: MIT
// Differences of 1,000 pairs of small packs against the plainest code there can be: all answers that both take.
#include "decision_card/diff.hpp"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <set>

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

/// An answer of each version, or -1 where it does not ask the question.
using Twins = std::set<std::pair<int, int>>;

/// The plain answers to a question, and the number of each: ids, lists of ids, numbers.
std::map<std::string, int> plain_answers(const Pack& pack, std::string_view id) {
  std::map<std::string, int> all;
  for (const Question& question : pack.decision().questions) {
    if (question.id != id) continue;
    for (int k = 0; k < static_cast<int>(question.choices.size()); ++k) {
      const Choice& choice = question.choices[static_cast<std::size_t>(k)];
      std::string name = "id " + std::string(choice.id);
      if (question.several()) name = "set";
      for (std::size_t part = 0; part < question.parts.size(); ++part) {
        if ((question.sets[static_cast<std::size_t>(k)] >> part & 1) != 0)
          name += " " + std::string(question.parts[part].id);
      }
      if (question.kind != QuestionKind::number) all[name] = k;
      for (std::int64_t up = 0; question.kind == QuestionKind::number && up <= question.range.steps(); ++up) {
        const double number = question.range.at(up);
        if (choice.value <= number && number <= choice.highest) all["number " + std::to_string(number)] = k;
      }
    }
  }
  return all;
}

/// What both versions take for an answer; where they have none in common, it is two questions.
std::vector<Twins> twins_of(const Pack& before, const Pack& after, std::string_view id) {
  const auto old_answers = plain_answers(before, id), new_answers = plain_answers(after, id);
  Twins both, only_old, only_new;
  for (const auto& [name, k] : old_answers) {
    only_old.insert({k, -1});
    if (new_answers.count(name) != 0) both.insert({k, new_answers.at(name)});
  }
  for (const auto& [name, k] : new_answers) only_new.insert({-1, k});
  if (!both.empty()) return {both};
  std::vector<Twins> all;
  if (!only_old.empty()) all.push_back(only_old);
  if (!only_new.empty()) all.push_back(only_new);
  return all;
}

/// All answers that both versions take, as each takes them.
std::vector<std::pair<Answers, Answers>> common_answers(const Pack& before, const Pack& after) {
  std::vector<std::pair<Answers, Answers>> all{
      {Answers::none(before.decision().questions.size()), Answers::none(after.decision().questions.size())}};
  for (const char* id : {"q0", "q1", "q2", "q3"}) {
    for (const Twins& twins : twins_of(before, after, id)) {
      std::vector<std::pair<Answers, Answers>> more;
      for (const auto& [old_answer, new_answer] : twins) {
        for (auto each : all) {
          const auto q = static_cast<std::size_t>(id[1] - '0');
          if (old_answer >= 0) each.first.choices[q] = static_cast<std::uint8_t>(old_answer);
          if (new_answer >= 0) each.second.choices[q] = static_cast<std::uint8_t>(new_answer);
          more.push_back(std::move(each));
        }
      }
      all = std::move(more);
    }
  }
  return all;
}

void check_kinds(const Pack& before, const Pack& after, const PackDifference& got) {
  std::map<std::pair<Index, Index>, std::size_t> expected;
  std::array<std::int32_t, 8> scores{};
  const auto all = common_answers(before, after);
  for (const auto& [old_answers, new_answers] : all) {
    const Index from = *decide(before, old_answers.choices, scores), to = *decide(after, new_answers.choices, scores);
    if (before.decision().recommendations[from].id != after.decision().recommendations[to].id) ++expected[{from, to}];
  }
  REQUIRE(got.proved);
  CHECK(got.combinations == std::to_string(all.size()));
  CHECK(got.transitions.size() == expected.size());
  for (const Transition& one : got.transitions) {
    CHECK(one.count == std::to_string(expected[{one.from, one.to}]));
    CHECK(decide(before, one.old_answers.choices, scores) == one.from);
    CHECK(decide(after, one.new_answers.choices, scores) == one.to);
  }
}

}  // namespace

TEST_CASE("differences of pairs of random packs with all kinds of questions are what all common answers give") {
  tests::Dice dice(2033);
  int proved = 0;
  for (int round = 0; round < tests::rounds(150); ++round) {
    CAPTURE(round);
    const Pack before = tests::random_kinds_pack(dice), after = tests::random_kinds_pack(dice);
    const PackDifference got = diff(before, after);
    proved += got.proved;
    if (got.proved) check_kinds(before, after, got);
    check_kinds(before, before, diff(before, before));
  }
  CHECK(proved > 0);
}

TEST_CASE("differences of 1,000 pairs of random packs are what all common answers give") {
  tests::Dice dice(2027);
  for (int round = 0; round < tests::rounds(1000); ++round) {
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
