// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/bits.hpp"
#include "decision/hot_tables.hpp"
#include "decision_card/pack.hpp"

namespace decision_card::decision {

/// Consecutive items of one of the program's arrays.
struct Range {
  std::uint32_t first = 0, last = 0;
};

/// The bits of one subject (question, score test or gate) in the program's bit set. A group never crosses a word.
struct Group {
  std::uint16_t word = 0;
  std::uint8_t shift = 0;
  std::uint8_t size = 0;

  [[nodiscard]] std::uint64_t mask() const { return (~std::uint64_t{0} >> (64 - size)) << shift; }
};

/// A literal on the bit set: within `group` of word `word`, only `allowed` bits satisfy it.
struct PackedLiteral {
  std::uint16_t word = 0;
  std::uint64_t group = 0, allowed = 0;
};

/// A decision compiled to flat tables. One bit set holds a bit for each choice of each question (and "not asked" where
/// a question has a condition; where several may be chosen, "no" and "yes" of each choice), for both outcomes of each
/// score test and for the three states of each gate.
///
/// For complete answers exactly one bit of each group is set, so a term holds when (bits & forbidden) == 0: one AND per
/// word. For partial answers a group's bits are the values still possible, and the literals give Kleene's three values.
struct Program {
  static constexpr std::size_t most_words = 144;
  std::uint16_t words = 0;           ///< of the whole bit set
  std::uint16_t question_words = 0;  ///< of its first part, which holds the questions

  /// Of a question that takes several choices, `questions` has the group of the first; `parts` those of all, one behind
  /// the other.
  std::vector<Group> questions, score_tests, gates_groups, parts;
  std::vector<std::uint32_t> first_parts;  ///< by question
  std::vector<std::uint8_t> part_values;   ///< by part: `Chosen` in some answer, as bits
  std::vector<PackedLiteral> literals;
  std::vector<Range> terms;  ///< ranges of literals; the same order as in the pack's conditions

  std::vector<Range> question_when;  ///< ranges of terms
  std::vector<Range> rules, gates, recommendations, notes, texts;

  /// The group of a question, or of one of the choices of a question that takes several.
  [[nodiscard]] const Group& group_of(std::size_t question, std::size_t part) const {
    return part == 0 ? questions[question] : parts[first_parts[question] + part];
  }

  // The points as plain numbers, for bounds: [question][value * alternatives + alternative].
  std::vector<std::vector<std::int32_t>> single_points;
  std::vector<base::QuestionSet> rule_questions;  ///< by rule: those that it looks at
  std::vector<std::uint32_t> joint_rules;         ///< indices of the rules over several questions
  std::vector<std::uint32_t> constant_rules;      ///< indices of the rules that hold or fail whatever is answered
  Indices by_impact;                              ///< questions, those that move most points first

  std::size_t looks = 0;  ///< what a Situation looks at to take answers in: questions, literals and points

  std::optional<HotTables> hot;  ///< nothing when the decision is too large for them
};

Program compile(const Decision& decision);

}  // namespace decision_card::decision
