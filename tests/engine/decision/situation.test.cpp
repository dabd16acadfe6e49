// SPDX-License-Identifier: MIT
#include "decision/situation.hpp"

#include <doctest/doctest.h>

#include "support/random_pack.hpp"

using namespace decision_card;
using decision::Situation;

namespace {

/// What anybody can ask of a situation.
std::string all_of(const Pack& pack, const Situation& situation) {
  std::string all;
  const auto add = [&](auto value) { all += std::to_string(static_cast<long>(value)) + ' '; };
  for (std::size_t q = 0; q < pack.decision().questions.size(); ++q) {
    add(situation.asked_for_certain(q));
    add(situation.never_asked(q));
    add(situation.values(q).count());
  }
  for (std::size_t r = 0; r < pack.decision().rules.size(); ++r) add(situation.rule(r));
  for (std::size_t a = 0; a < pack.decision().alternatives.size(); ++a) add(situation.score(a));
  for (std::size_t g = 0; g < pack.decision().gates.size(); ++g) add(situation.gate(g));
  for (std::uint32_t t = 0; t < pack.program().terms.size(); ++t) add(situation.truth(t));
  add(situation.first_certain());
  add(situation.possible_recommendations());
  return all;
}

using Take = void (Situation::*)(const Answers&);

void check_reused(const Pack& pack, Situation& reused, const Answers& answers, Take take) {
  Situation fresh(pack.program(), pack.decision());
  (fresh.*take)(answers);
  (reused.*take)(answers);
  CHECK(all_of(pack, reused) == all_of(pack, fresh));
}

}  // namespace

TEST_CASE("a situation that has taken other answers in says what a new one says") {
  tests::Dice dice(17);
  for (int round = tests::rounds(60); round > 0; --round) {
    const Pack pack = round % 2 == 0 ? tests::random_pack(dice) : tests::random_kinds_pack(dice);
    Situation reused(pack.program(), pack.decision());
    Answers answers = tests::random_answers(pack, dice, 50);
    for (int step = 0; step < 30; ++step) {
      CAPTURE(round);
      CAPTURE(step);
      check_reused(pack, reused, answers, dice.chance(50) ? &Situation::assess : &Situation::bound);
      if (dice.chance(20)) answers = tests::random_answers(pack, dice, 50);
      const std::size_t q = dice.below(static_cast<std::uint32_t>(answers.choices.size()));
      const auto choices = static_cast<std::uint32_t>(pack.decision().questions[q].choices.size());
      answers.choices[q] = dice.chance(30) ? Answers::unanswered : static_cast<std::uint8_t>(dice.below(choices));
    }
  }
}
