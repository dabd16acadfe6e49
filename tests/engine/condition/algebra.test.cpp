// SPDX-License-Identifier: MIT
#include "condition/algebra.hpp"

#include <doctest/doctest.h>

#include "decision_card/limits.hpp"

using namespace decision_card;
using condition::both;
using condition::either;
using condition::questions_of;

namespace {

Condition on(std::uint16_t question, std::uint64_t allowed) {
  return Condition::literal({Subject::question, question, allowed});
}

const Condition never = Condition::constant(false), always = Condition::constant(true);

std::size_t terms_of(const std::optional<Condition>& condition) {
  REQUIRE(condition);
  return condition->terms.size();
}

}  // namespace

TEST_CASE("never and always are the neutral and the absorbing conditions") {
  const Condition one = on(0, 1);
  CHECK(both(one, always)->terms == one.terms);
  CHECK(terms_of(both(one, never)) == 0);
  CHECK(either(one, never)->terms == one.terms);
  CHECK(either(one, always)->terms == always.terms);
}

TEST_CASE("literals on one subject become their intersection, unless that is empty") {
  CHECK(both(on(0, 0b011), on(0, 0b110))->terms == std::vector<Term>{{{Subject::question, 0, 0b010}}});
  CHECK(both(on(0, 1), on(0, 2))->terms.front().size() == 2);  // unknown while the question is open, not false
  CHECK(both(on(0, 1), Condition::literal({Subject::gate, 0, 1}))->terms.front().size() == 2);
}

TEST_CASE("a term that another covers is absorbed, whichever comes first") {
  const Condition narrow = *both(on(0, 1), on(1, 1));
  CHECK(either(on(0, 1), narrow)->terms == on(0, 1).terms);
  CHECK(either(narrow, on(0, 1))->terms == on(0, 1).terms);
  CHECK(either(on(0, 1), on(0, 3))->terms == on(0, 3).terms);
  CHECK(terms_of(either(on(0, 1), on(1, 1))) == 2);
}

TEST_CASE("as many terms as the limit are kept, and one more is given up") {
  // Each term has a pair of questions of its own, so none covers another.
  Condition sum = never;
  for (std::uint16_t a = 0; sum.terms.size() < limits::terms; ++a) {
    for (auto b = static_cast<std::uint16_t>(a + 1); b < 64 && sum.terms.size() < limits::terms; ++b)
      sum = *either(sum, *both(on(a, 1), on(b, 1)));
  }
  CHECK(sum.terms.size() == limits::terms);
  CHECK_FALSE(either(sum, *both(on(62, 1), on(63, 1))));
}

TEST_CASE("a condition looks at the questions of all its terms, and at no gates") {
  const Condition condition = *either(*both(on(2, 1), Condition::literal({Subject::gate, 5, 1})), on(63, 1));
  CHECK(questions_of(condition).word() == (std::uint64_t{1} << 2 | std::uint64_t{1} << 63));
  CHECK(questions_of(always).empty());
}

namespace {

/// One of two choices of each of nine questions: 512 terms, of which none covers another.
Condition largest() {
  Condition all;
  for (std::size_t term = 0; term < 512; ++term) {
    all.terms.emplace_back();
    for (std::uint16_t q = 0; q < 9; ++q) {
      const auto question = static_cast<std::uint16_t>(2 * q + (term >> q & 1));
      all.terms.back().push_back({Subject::question, question, 1});
    }
  }
  return all;
}

}  // namespace

TEST_CASE("the largest condition and itself is itself, for about a look a pair") {
  const Condition all = largest();
  std::size_t looks = budgets::reading;
  const auto product = condition::both(all, all, looks);
  REQUIRE(product);
  CHECK(product->terms == all.terms);
  CHECK(budgets::reading - looks < 4 * 512 * 512);
}

TEST_CASE("work ends with the looks") {
  const Condition all = largest();
  std::size_t looks = 1000;
  CHECK_FALSE(condition::both(all, all, looks));
  CHECK(looks == 0);
  looks = 1000;
  CHECK_FALSE(condition::either(all, Condition::literal({Subject::gate, 0, 1}), looks));
}
