// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "decision_card/pack.hpp"

namespace decision_card::decision {

struct Program;

/// Tables for complete answers, for decisions with at most 128 question bits, 64 bits of score tests and gates, and
/// four alternatives. Exactly one bit of each group is set then, so a term holds when (bits & forbidden) == 0: one AND
/// a word. A rule on one question becomes points of that question's choices; the four scores ride in 16-bit lanes of
/// one word.
struct HotTables {
  static constexpr std::size_t alternatives = 4;
  static constexpr std::size_t scores = alternatives + 1;  ///< the last one is 0, for tests against a number
  static constexpr std::uint64_t lane_bias = 0x8000;

  /// A value of a question: its bit, and the points of all rules on this question alone.
  struct Row {
    std::uint64_t bits[2];
    std::uint64_t lanes;
    std::uint64_t padding;  ///< to a power of two, so that an index is a shift
  };
  struct Question {
    std::uint32_t row;  ///< of its first choice; "not asked" is behind the last
    std::uint8_t choices;
    bool conditional;
    std::uint32_t first_term, last_term;  ///< of its `when`, in `terms`
  };
  struct Term {
    std::uint64_t forbidden[3];
  };
  /// A rule over several questions that is a single term.
  struct TermRule {
    std::uint64_t forbidden[2];
    std::uint64_t lanes;
  };
  /// A rule over several questions that is a sum of two terms.
  struct PairRule {
    std::uint64_t forbidden[4];
    std::uint64_t lanes;
  };
  /// A rule over several questions that is a sum of more terms.
  struct SumRule {
    std::uint32_t first_term, last_term;
    std::uint64_t lanes;
  };
  /// scores[left] - scores[right] lies from `lowest` to `lowest` + `width`. Index 4 stands for a score of 0.
  struct Test {
    std::uint8_t left, right, shift;
    std::int32_t lowest;
    std::uint32_t width;
  };
  struct Gate {
    std::uint32_t first_term, last_term;
    std::uint8_t shift;
  };
  /// The terms of all recommendations in order: the first that holds decides.
  struct Outcome {
    std::uint64_t forbidden[3];
    std::int32_t recommendation;
  };

  std::vector<Question> questions;
  std::vector<Row> rows;
  std::vector<Term> terms;
  std::vector<TermRule> term_rules;
  std::vector<PairRule> pair_rules;
  std::vector<SumRule> sum_rules;
  std::vector<Test> tests;
  std::vector<Gate> gates;
  std::vector<Outcome> outcomes;
  bool plain = true;        ///< no question has a condition, and the questions take one word
  std::uint64_t start = 0;  ///< points of rules that always hold, with the bias in each lane
};

std::optional<HotTables> hot_tables(const Program& program, const Decision& decision);

/// The index of the recommendation, or -1 when an asked question has no answer. Writes HotTables::scores scores.
int run_hot(const HotTables& tables, const std::uint8_t* choices, std::int32_t* scores);

}  // namespace decision_card::decision
