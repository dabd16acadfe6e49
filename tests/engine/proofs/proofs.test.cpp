// SPDX-License-Identifier: MIT
// Outlook and flips on 1,000 small packs against the plainest code there can be: all completions, all changed answers.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "decision/situation.hpp"
#include "decision_card/budgets.hpp"
#include "decision_card/contract.hpp"
#include "decision_card/decide.hpp"
#include "decision_card/flips.hpp"
#include "decision_card/outlook.hpp"
#include "decision_card/verdict.hpp"
#include "support/random_pack.hpp"
#include "support/support.hpp"

using namespace decision_card;
using decision_card::decision::Situation;
using tests::completions;

namespace {

struct Ending {
  Answers answers;
  Index recommendation = 0;
  std::array<std::int32_t, 8> scores{};
};

std::vector<Ending> endings(const Pack& pack, const Answers& answers) {
  std::vector<Ending> all;
  for (const Answers& complete : completions(pack, answers)) {
    Ending ending{complete, 0, {}};
    ending.recommendation = *decide(pack, complete.choices, ending.scores);
    all.push_back(std::move(ending));
  }
  return all;
}

bool answered(const Answers& answers, std::size_t question) { return answers.choices[question] != Answers::unanswered; }

double weight_of(const Pack& pack, const Answers& given, const Answers& complete) {
  double weight = 1;
  for (std::size_t q = 0; q < given.choices.size(); ++q) {
    if (!answered(given, q)) weight *= pack.decision().questions[q].choices[complete.choices[q]].weight;
  }
  return weight;
}

bool matters(const std::vector<Ending>& all, std::size_t question) {
  std::map<std::vector<std::uint8_t>, Index> others;
  for (const Ending& ending : all) {
    std::vector<std::uint8_t> key = ending.answers.choices;
    key[question] = 0;
    if (others.emplace(key, ending.recommendation).first->second != ending.recommendation) return true;
  }
  return false;
}

double gain(const Pack& pack, const Answers& given, const std::vector<Ending>& all, std::size_t question) {
  std::map<std::pair<int, int>, double> joint;
  std::map<int, double> choices, outcomes;
  double total = 0, sum = 0;
  for (const Ending& ending : all) {
    const double weight = weight_of(pack, given, ending.answers);
    joint[{ending.answers.choices[question], ending.recommendation}] += weight;
    choices[ending.answers.choices[question]] += weight;
    outcomes[ending.recommendation] += weight;
    total += weight;
  }
  for (const auto& [pair, weight] : joint) {
    if (weight > 0) sum += weight / total * std::log2(weight * total / choices[pair.first] / outcomes[pair.second]);
  }
  return sum * 1e6;
}

void check_shares(const Pack& pack, const Answers& answers, const std::vector<Ending>& all, const Outlook& got) {
  std::vector<double> weights(got.prospects.size());
  std::vector<bool> possible(got.prospects.size());
  double total = 0;
  for (const Ending& ending : all) {
    const double weight = weight_of(pack, answers, ending.answers);
    weights[ending.recommendation] += weight;
    possible[ending.recommendation] = true;
    total += weight;
  }
  std::uint32_t sum = 0;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    CHECK(got.prospects[k].possible == possible[k]);
    CHECK(std::abs(got.prospects[k].share - weights[k] / total * 1e6) < 1.0);
    sum += got.prospects[k].share;
  }
  CHECK(sum == 1'000'000);
  CHECK(got.settled == (std::count(possible.begin(), possible.end(), true) == 1));
}

void check_questions(const Pack& pack, const Answers& answers, const std::vector<Ending>& all, const Outlook& got) {
  Situation situation(pack.program(), pack.decision());
  situation.assess(answers);
  std::size_t at = 0;
  for (std::size_t q = 0; q < answers.choices.size(); ++q) {
    if (answered(answers, q) || situation.never_asked(q)) continue;
    REQUIRE(at < got.questions.size());
    const OpenQuestion& open = got.questions[at++];
    CHECK(open.question == q);
    CHECK(open.asked == situation.asked_for_certain(q));
    CHECK(open.matters == matters(all, q));
    CHECK(std::abs(open.gain - gain(pack, answers, all, q)) < 1.0);
    if (open.asked && open.matters) CHECK(got.next);
    if (got.next == q) CHECK((open.asked && open.matters));
  }
  CHECK(at == got.questions.size());
}

void check_scores(const std::vector<Ending>& all, const Outlook& got) {
  for (std::size_t a = 0; a < got.scores.size(); ++a) {
    const auto [low, high] = std::minmax_element(
        all.begin(), all.end(), [&](const Ending& x, const Ending& y) { return x.scores[a] < y.scores[a]; });
    CHECK(got.scores[a].exact);
    CHECK(got.scores[a].lowest == low->scores[a]);
    CHECK(got.scores[a].highest == high->scores[a]);
  }
}

void check_outlook(const Pack& pack, const Answers& answers, std::size_t most_steps = budgets::outlook_steps) {
  const std::vector<Ending> all = endings(pack, answers);
  const Outlook got = outlook(pack, answers, most_steps);
  REQUIRE(got.exact);
  check_shares(pack, answers, all, got);
  check_questions(pack, answers, all, got);
  check_scores(all, got);
  const Verdict shown = verdict(pack, answers);
  CHECK(got.settled == (shown.status == Status::settled));
}

Index verdict_on(const Pack& pack, const Answers& answers) { return verdict(pack, answers).recommendation; }

/// All ways to change the given answers, without those that change none.
std::vector<Answers> changes_of(const Pack& pack, const Answers& answers, const Indices& given) {
  std::vector<Answers> all{answers};
  for (const Index q : given) {
    const std::size_t count = all.size();
    for (std::size_t k = 0; k < count; ++k) {
      for (std::uint8_t choice = 0; choice < pack.decision().questions[q].choices.size(); ++choice) {
        if (choice == answers.choices[q]) continue;
        all.push_back(all[k]);
        all.back().choices[q] = choice;
      }
    }
  }
  all.erase(all.begin());
  return all;
}

std::size_t size_of(const Answers& answers, const Answers& changed) {
  std::size_t size = 0;
  for (std::size_t q = 0; q < answers.choices.size(); ++q) size += answers.choices[q] != changed.choices[q];
  return size;
}

void check_sets(const Pack& pack, const Answers& answers, const FlipTarget& target, const std::vector<Change>& sets,
                bool changeable) {
  for (std::size_t at = 0; at < sets.size(); at += *target.changes) {
    Answers changed = answers;
    bool all = true;
    for (std::size_t k = at; k < at + *target.changes; ++k) {
      changed.choices[sets[k].question] = sets[k].choice;
      all = all && pack.decision().questions[sets[k].question].changeable;
    }
    CHECK(all == changeable);
    CHECK(verdict_on(pack, changed) == target.recommendation);
    CHECK(size_of(answers, changed) == target.changes);
  }
}

/// Whether every choice of several that `one` adds or drops is also added or dropped by `other`, and all else is equal.
bool moves_no_more(const Pack& pack, const Answers& given, const Answers& one, const Answers& other) {
  for (std::size_t q = 0; q < given.choices.size(); ++q) {
    const Question& question = pack.decision().questions[q];
    const std::uint8_t from = given.choices[q], a = one.choices[q], b = other.choices[q];
    if (a == b) continue;
    if (!question.several() || from == Answers::unanswered || a == from) return false;
    if (((question.sets[from] ^ question.sets[a]) & ~(question.sets[from] ^ question.sets[b])) != 0) return false;
  }
  return true;
}

/// Of those that lead to the same recommendation by as many changes, those that move no more than they need.
std::vector<Answers> least_moves(const Pack& pack, const Answers& given, const std::vector<Answers>& all) {
  std::vector<Answers> least;
  for (const Answers& one : all) {
    if (std::none_of(all.begin(), all.end(), [&](const Answers& other) {
          return other.choices != one.choices && moves_no_more(pack, given, other, one);
        }))
      least.push_back(one);
  }
  return least;
}

void check_targets(const Pack& pack, const Answers& answers, const Indices& given, const Flips& got) {
  std::map<Index, std::pair<std::size_t, std::vector<Answers>>> fewest;  // changes, sets
  for (const Answers& changed : changes_of(pack, answers, given)) {
    auto& [size, sets] =
        fewest.emplace(verdict_on(pack, changed), std::pair<std::size_t, std::vector<Answers>>{99, {}}).first->second;
    if (size_of(answers, changed) < size) sets.clear();
    size = std::min(size, size_of(answers, changed));
    if (size_of(answers, changed) == size) sets.push_back(changed);
  }
  CHECK(got.targets.size() + 1 == pack.decision().recommendations.size());
  for (const FlipTarget& target : got.targets) {
    const bool found = fewest.count(target.recommendation) != 0;
    CHECK(target.exact);
    CHECK(target.changes.value_or(0) == (found ? fewest[target.recommendation].first : 0));
    CHECK(target.count == (found ? least_moves(pack, answers, fewest[target.recommendation].second).size() : 0));
    check_sets(pack, answers, target, target.changeable, true);
    check_sets(pack, answers, target, target.others, false);
    const std::size_t listed = target.changeable.size() + target.others.size();
    if (target.count <= budgets::flip_list) CHECK(listed == target.count * target.changes.value_or(0));
  }
}

void check_sensitivity(const Pack& pack, const Answers& answers, const Indices& given, const Flips& got) {
  REQUIRE(got.given == given);
  std::uint32_t same = 0, of = 0;
  std::size_t at = 0;
  for (const Index question : given) {
    Answers changed = answers;
    const Question& asked = pack.decision().questions[question];
    for (std::size_t choice = 0; choice < asked.offered().size(); ++choice, ++at) {
      const auto other = asked.changed_by(answers.choices[question], choice);
      changed.choices[question] = other.value_or(answers.choices[question]);
      CHECK(got.single[at] == verdict_on(pack, changed));
      if (!other) continue;
      ++of;
      same += got.single[at] == got.recommendation;
    }
  }
  CHECK(at == got.single.size());
  CHECK(got.same == same);
  CHECK(got.of == of);
}

bool fixes(const Pack& pack, const Answers& answers, const Indices& kept, Index recommendation) {
  Answers open = answers;
  Situation situation(pack.program(), pack.decision());
  situation.assess(answers);
  for (std::size_t q = 0; q < answers.choices.size(); ++q) {
    if (answered(answers, q) && !situation.never_asked(q) && std::find(kept.begin(), kept.end(), q) == kept.end())
      open.choices[q] = Answers::unanswered;
  }
  const std::vector<Ending> all = endings(pack, open);
  return std::all_of(all.begin(), all.end(),
                     [&](const Ending& ending) { return ending.recommendation == recommendation; });
}

void check_reason(const Pack& pack, const Answers& answers, const Indices& given, const Flips& got) {
  std::size_t least = 99;
  for (std::uint32_t set = 0; set < 1u << given.size(); ++set) {
    Indices kept;
    for (std::size_t k = 0; k < given.size(); ++k) {
      if ((set >> k & 1) != 0) kept.push_back(given[k]);
    }
    if (kept.size() < least && fixes(pack, answers, kept, got.recommendation)) least = kept.size();
  }
  CHECK(got.anchor.has_value() == (least != 99));
  if (!got.anchor) return;
  CHECK(got.anchor->size() == least);
  CHECK(fixes(pack, answers, *got.anchor, got.recommendation));
}

void check_flips(const Pack& pack, const Answers& answers) {
  Situation situation(pack.program(), pack.decision());
  situation.assess(answers);
  Indices given;
  for (std::size_t q = 0; q < answers.choices.size(); ++q) {
    if (answered(answers, q) && !situation.never_asked(q)) given.push_back(static_cast<Index>(q));
  }
  const Flips got = flips(pack, answers);
  REQUIRE(got.exact);
  CHECK(got.recommendation == verdict_on(pack, answers));
  check_sensitivity(pack, answers, given, got);
  check_targets(pack, answers, given, got);
  check_reason(pack, answers, given, got);
}

}  // namespace

TEST_CASE("outlook on 1,000 random packs is what all completions give") {
  tests::Dice dice(2024);
  for (int round = 0; round < tests::rounds(1000); ++round) {
    CAPTURE(round);
    const Pack pack = tests::random_pack(dice);
    for (const std::uint32_t percent : {0u, 40u, 80u}) check_outlook(pack, tests::random_answers(pack, dice, percent));
  }
}

// The more steps, the more bits of a word a diagram sets aside for row numbers: with these, sums that otherwise fit in
// one word need several.
TEST_CASE("outlook whose states need several words is what all completions give") {
  constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
  constexpr std::size_t many = sizeof most == 8 ? most >> 14 : most;
  tests::Dice dice(2027);
  for (int round = 0; round < tests::rounds(300); ++round) {
    CAPTURE(round);
    const Pack pack = tests::random_pack(dice);
    for (const std::uint32_t percent : {0u, 40u}) check_outlook(pack, tests::random_answers(pack, dice, percent), many);
  }
}

TEST_CASE("a prepared pack's outlooks are those of a pack that isn't, byte for byte") {
  tests::Dice dice(2028);
  for (int round = 0; round < tests::rounds(1000); ++round) {
    CAPTURE(round);
    const Pack pack = tests::random_pack(dice);
    const auto preparation = start_preparation(pack);
    for (const std::uint32_t percent : {0u, 30u, 60u, 90u}) {
      // Before it is finished, too.
      if (percent > 0) advance(*preparation, 1);
      if (percent > 30) {
        while (advance(*preparation, dice.below(9))) {
        }
      }
      const Answers answers = tests::random_answers(pack, dice, percent);
      CHECK(outlook_json(pack, outlook(*preparation, answers)) == outlook_json(pack, outlook(pack, answers)));
    }
  }
}

TEST_CASE("a preparation that is over its budget leaves each outlook to its own") {
  const Pack pack = tests::open(tests::pack_text("rag-vs-fine-tuning"));
  const Answers none = Answers::none(pack.decision().questions.size());
  const auto preparation = start_preparation(pack, 1000);
  int calls = 0;
  while (advance(*preparation, 1)) ++calls;
  CHECK(calls < 1000);
  CHECK(outlook(*preparation, none).exact);
}

TEST_CASE("flips on 1,000 random packs are what all changed answers give") {
  tests::Dice dice(2025);
  for (int round = 0; round < tests::rounds(1000); ++round) {
    CAPTURE(round);
    const Pack pack = tests::random_pack(dice);
    check_flips(pack, tests::random_answers(pack, dice, round % 2 == 0 ? 70 : 100));
  }
}

TEST_CASE("outlook on random packs with all kinds of questions is what all completions give") {
  tests::Dice dice(2030);
  for (int round = 0; round < tests::rounds(150); ++round) {
    CAPTURE(round);
    const Pack pack = tests::random_kinds_pack(dice);
    for (const std::uint32_t percent : {0u, 40u, 80u}) check_outlook(pack, tests::random_answers(pack, dice, percent));
  }
}

TEST_CASE("flips on random packs with all kinds of questions are what all changed answers give") {
  tests::Dice dice(2031);
  for (int round = 0; round < tests::rounds(150); ++round) {
    CAPTURE(round);
    const Pack pack = tests::random_kinds_pack(dice);
    check_flips(pack, tests::random_answers(pack, dice, round % 2 == 0 ? 70 : 100));
  }
}
