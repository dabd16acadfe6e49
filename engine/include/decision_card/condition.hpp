// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "decision_card/closed_set.hpp"

namespace decision_card {

/// Kleene's three truth values.
enum class Truth : std::uint8_t { no, unknown, yes };

/// What a literal looks at: the choice of a question, the outcome of a score test, the state of a gate.
enum class Subject : std::uint8_t { question, score_test, gate };

/// The bits of a score test's outcomes in a literal.
struct Outcome {
  static constexpr std::uint64_t no = 1, yes = 2;
};

/// The bits of a choice of a question that takes several.
struct Chosen {
  static constexpr std::uint64_t no = 1, yes = 2, not_asked = 4;
};

/// "The subject's value is one of `allowed`." A question's bits are its choices in order, then one for "not asked"; of
/// a question that takes several choices, a literal looks at one of them, `part`, and its bits are `Chosen`. A score
/// test's are false, true; a gate's are pass, fail, unknown.
struct Literal {
  Subject subject = Subject::question;
  std::uint8_t part = 0;
  std::uint16_t index = 0;
  std::uint64_t allowed = 0;

  Literal() = default;
  constexpr Literal(Subject of, std::uint16_t at, std::uint64_t bits, std::uint8_t choice = 0)
      : subject(of), part(choice), index(at), allowed(bits) {}

  friend bool operator==(const Literal&, const Literal&) = default;
};

/// All literals hold.
using Term = std::vector<Literal>;

/// A condition multiplied out: one of the terms holds. No terms: never; one empty term: always.
/// Distribution and De Morgan hold in Kleene's logic, so this form keeps the three-valued meaning.
struct Condition {
  std::vector<Term> terms;

  friend bool operator==(const Condition&, const Condition&) = default;

  [[nodiscard]] static Condition constant(bool value) { return value ? Condition{{Term{}}} : Condition{}; }
  [[nodiscard]] static Condition literal(Literal one) { return Condition{{Term{one}}}; }
};

enum class Comparison : std::uint8_t { less, less_equal, greater, greater_equal, equal, not_equal };
inline constexpr ValueWord<Comparison> comparison_words[] = {
    {Comparison::less, "<"},           {Comparison::less_equal, "<="}, {Comparison::greater, ">"},
    {Comparison::greater_equal, ">="}, {Comparison::equal, "=="},      {Comparison::not_equal, "!="}};
static_assert(in_order(comparison_words));

template <class T>
[[nodiscard]] bool holds(const T& a, Comparison op, const T& b) {
  switch (op) {
    case Comparison::less: return a < b;
    case Comparison::less_equal: return a <= b;
    case Comparison::greater: return a > b;
    case Comparison::greater_equal: return a >= b;
    case Comparison::equal: return a == b;
    case Comparison::not_equal: return a != b;
  }
  return false;
}

/// `score.left op constant`, or `score.left op score.right + constant` when `right` is an alternative: in packs the
/// constant is then 0; only what inspection asks of the counting engine has others.
struct ScoreTest {
  std::uint16_t left = 0;
  Comparison op = Comparison::less;
  std::optional<std::uint16_t> right{};
  std::int32_t constant = 0;

  friend bool operator==(const ScoreTest&, const ScoreTest&) = default;
};

[[nodiscard]] constexpr Comparison opposite(Comparison op) {
  switch (op) {
    case Comparison::less: return Comparison::greater_equal;
    case Comparison::less_equal: return Comparison::greater;
    case Comparison::greater: return Comparison::less_equal;
    case Comparison::greater_equal: return Comparison::less;
    case Comparison::equal: return Comparison::not_equal;
    case Comparison::not_equal: break;
  }
  return Comparison::equal;
}

/// `a op b` is `b mirrored(op) a`.
[[nodiscard]] constexpr Comparison mirrored(Comparison op) {
  switch (op) {
    case Comparison::less: return Comparison::greater;
    case Comparison::less_equal: return Comparison::greater_equal;
    case Comparison::greater: return Comparison::less;
    case Comparison::greater_equal: return Comparison::less_equal;
    default: return op;
  }
}

/// Returns the test in the form in which it must hold for a literal on it.
[[nodiscard]] inline ScoreTest needed(ScoreTest test, std::uint64_t allowed) {
  if ((allowed & Outcome::yes) == 0) test.op = opposite(test.op);
  return test;
}

}  // namespace decision_card
