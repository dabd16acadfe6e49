// SPDX-License-Identifier: MIT
#include "decision/single_changes.hpp"

#include <doctest/doctest.h>

#include <map>
#include <sstream>

#include "decision_card/flips.hpp"
#include "decision_card/verdict.hpp"
#include "support/random_pack.hpp"
#include "support/support.hpp"

using namespace decision_card;
using nlohmann::json;

namespace {

/// Where every single change leads, from the whole verdicts on the changed answers.
Indices leads_to_by_verdicts(const Pack& pack, const Answers& answers, const Indices& given) {
  Indices leads_to;
  for (const Index question : given) {
    Answers changed = answers;
    const Question& asked = pack.decision().questions[question];
    for (std::size_t choice = 0; choice < asked.offered().size(); ++choice) {
      const std::uint8_t own = answers.choices[question];
      changed.choices[question] = asked.changed_by(own, choice).value_or(own);
      leads_to.push_back(verdict(pack, changed).recommendation);
    }
  }
  return leads_to;
}

/// One card has both: the clarity in its head, the margin in the fold below.
void check_one_number(const Pack& pack, const Answers& answers) {
  const Verdict head = verdict(pack, answers);
  const Flips fold = flips(pack, answers);
  CHECK(head.same == fold.same);
  CHECK(head.of == fold.of);
  CHECK(head.recommendation == fold.recommendation);
  CHECK(recommend(pack, answers) == head.recommendation);
  CHECK(fold.single == leads_to_by_verdicts(pack, answers, fold.given));
}

}  // namespace

TEST_CASE(
    "clarity and margin are the same numbers for all recorded answers, and mean the verdicts on changed answers") {
  std::map<std::string, Pack> packs;
  std::istringstream lines(tests::read_file("tests/corpus/verdicts.ndjson"));
  int count = 0;
  for (std::string line; std::getline(lines, line);) {
    if (count++ % tests::one_of != 0) continue;
    const json entry = json::parse(line);
    const std::string id = entry["pack"];
    if (packs.find(id) == packs.end()) packs.emplace(id, tests::open(tests::pack_text(id)));
    const std::string answers = entry["answers"].dump();
    CAPTURE(id);
    CAPTURE(answers);
    check_one_number(packs.at(id), tests::answers(packs.at(id), answers));
  }
  CHECK(packs.size() == 4);
}

TEST_CASE("clarity and margin are the same numbers on 1,000 random packs") {
  tests::Dice dice(21);
  for (int round = 0; round < tests::rounds(1000); ++round) {
    CAPTURE(round);
    const Pack pack = tests::random_pack(dice);
    for (const std::uint32_t percent : {50u, 85u}) check_one_number(pack, tests::random_answers(pack, dice, percent));
  }
}

TEST_CASE("clarity and margin are the same numbers on random packs with all kinds of questions") {
  tests::Dice dice(22);
  for (int round = 0; round < tests::rounds(200); ++round) {
    CAPTURE(round);
    const Pack pack = tests::random_kinds_pack(dice);
    for (const std::uint32_t percent : {50u, 85u}) check_one_number(pack, tests::random_answers(pack, dice, percent));
  }
}
