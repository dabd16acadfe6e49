// SPDX-License-Identifier: MIT
#include "decision_card/decide.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>

#include "decision_card/verdict.hpp"
#include "support/support.hpp"

using namespace decision_card;

namespace {

Answers random_answers(const Decision& decision, std::mt19937& random, bool complete) {
  Answers answers;
  for (const Question& question : decision.questions) {
    const auto choice = static_cast<std::uint8_t>(random() % question.choices.size());
    answers.choices.push_back(complete || random() % 2 == 0 ? choice : Answers::unanswered);
  }
  return answers;
}

}  // namespace

TEST_CASE("the hot path agrees with the verdict on complete answers") {
  const Pack pack = tests::open(tests::read_file("packs/rag-vs-fine-tuning/decision.json"));
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    const Answers answers = random_answers(pack.decision(), random, true);
    std::array<std::int32_t, 8> scores{};
    const auto quick = decide(pack, answers.choices, scores);
    const Verdict full = verdict(pack, answers);
    REQUIRE(quick == full.recommendation);
    for (std::size_t a = 0; a < full.scores.size(); ++a) {
      REQUIRE(scores[a] == full.scores[a]);
      REQUIRE(scores[a] >= pack.decision().alternatives[a].lowest);
      REQUIRE(scores[a] <= pack.decision().alternatives[a].highest);
    }
  }
}

TEST_CASE("the hot path says when an answer is missing") {
  const Pack pack = tests::open(tests::read_file("packs/rag-vs-fine-tuning/decision.json"));
  std::mt19937 random(8);
  Answers answers = random_answers(pack.decision(), random, true);
  answers.choices[0] = Answers::unanswered;
  std::array<std::int32_t, 8> scores{};
  CHECK(!decide(pack, answers.choices, scores));
}

TEST_CASE("a settled verdict holds for every completion that is tried") {
  const Pack pack = tests::open(tests::read_file("packs/rag-vs-fine-tuning/decision.json"));
  std::mt19937 random(9);
  int settled = 0;
  for (int round = 0; round < 150; ++round) {
    const Answers partial = random_answers(pack.decision(), random, false);
    const Verdict result = verdict(pack, partial);
    if (result.status != Status::settled) continue;
    ++settled;
    for (int completion = 0; completion < 200; ++completion) {
      Answers complete = random_answers(pack.decision(), random, true);
      for (std::size_t q = 0; q < partial.choices.size(); ++q) {
        if (partial.choices[q] != Answers::unanswered) complete.choices[q] = partial.choices[q];
      }
      REQUIRE(recommend(pack, complete) == result.recommendation);
    }
  }
  CHECK(settled > 0);
}
