// SPDX-License-Identifier: MIT
#include "decision_card/enumerate.hpp"

#include <doctest/doctest.h>

#include <array>

#include "decision/situation.hpp"
#include "decision_card/decide.hpp"
#include "support/random_pack.hpp"
#include "support/support.hpp"

using namespace decision_card;
using decision_card::decision::Situation;

namespace {

/// Of the answer sets that differ only in questions that are not asked, the one that has the first choice there.
bool counts_once(const Pack& pack, const Answers& answers) {
  Situation situation(pack.program(), pack.decision());
  situation.assess(answers);
  for (std::size_t q = 0; q < answers.choices.size(); ++q) {
    if (situation.never_asked(q) && answers.choices[q] != 0) return false;
  }
  return true;
}

std::vector<std::uint64_t> one_by_one(const Pack& pack) {
  std::vector<std::uint64_t> counts(pack.decision().recommendations.size());
  const Answers none = Answers::none(pack.decision().questions.size());
  for (const Answers& answers : tests::completions(pack, none)) {
    std::array<std::int32_t, 8> scores{};
    if (counts_once(pack, answers)) ++counts[*decide(pack, answers.choices, scores)];
  }
  return counts;
}

}  // namespace

TEST_CASE("64 answer sets at once give what one at a time gives") {
  tests::Dice dice(64);
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    const Pack pack = tests::random_pack(dice);
    const Enumeration all = enumerate(pack, 1'000'000);
    REQUIRE(all.complete);
    CHECK(all.counts == one_by_one(pack));
  }
}

TEST_CASE("64 answer sets at once give what one at a time gives, with all kinds of questions") {
  tests::Dice dice(65);
  for (int round = 0; round < tests::rounds(150); ++round) {
    CAPTURE(round);
    const Pack pack = tests::random_kinds_pack(dice);
    const Enumeration all = enumerate(pack, 1'000'000);
    REQUIRE(all.complete);
    CHECK(all.counts == one_by_one(pack));
  }
}

TEST_CASE("too many answer sets are refused, not sampled") {
  const Pack pack = tests::open(tests::read_file("packs/rag-vs-fine-tuning/decision.json"));
  CHECK_FALSE(enumerate(pack, 1'000'000).complete);
}
