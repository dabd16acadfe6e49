// SPDX-License-Identifier: MIT
#include "decision/hot_tables.hpp"

#include <algorithm>

#include "decision/program.hpp"

namespace decision_card::decision {

namespace {

class HotTablesBuilder {
 public:
  HotTablesBuilder(const Program& program, const Decision& decision) : program_(program), decision_(decision) {}

  HotTables build() {
    add_terms();
    add_questions();
    add_rules();
    for (std::size_t k = 0; k < decision_.score_tests.size(); ++k) {
      tables_.tests.push_back(test(decision_.score_tests[k], program_.score_tests[k].shift));
    }
    for (std::size_t k = 0; k < decision_.gates.size(); ++k) {
      tables_.gates.push_back({program_.gates[k].first, program_.gates[k].last, program_.gates_groups[k].shift});
    }
    add_outcomes();
    return std::move(tables_);
  }

 private:
  /// The word of the hot bits where a word of the program's bit set goes: questions in 0 and 1, all else in 2.
  [[nodiscard]] std::size_t hot_word(std::size_t word) const { return word < program_.question_words ? word : 2; }

  void add_terms() {
    for (const Range& range : program_.terms) {
      HotTables::Term term{};
      for (std::uint32_t k = range.first; k < range.last; ++k) {
        const PackedLiteral& literal = program_.literals[k];
        term.forbidden[hot_word(literal.word)] |= literal.group & ~literal.allowed;
      }
      tables_.terms.push_back(term);
    }
  }

  /// Adding negative points borrows from the lane above; the borrows cancel out in the final sum, because every lane
  /// ends within its 16 bits (limits::score and the bias).
  template <class Points>
  [[nodiscard]] std::uint64_t lanes(const Points* points) const {
    std::uint64_t sum = 0;
    for (std::size_t a = 0; a < decision_.alternatives.size(); ++a) {
      sum += static_cast<std::uint64_t>(static_cast<std::int64_t>(points[a])) << (16 * a);
    }
    return sum;
  }

  void add_questions() {
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      const Question& question = decision_.questions[q];
      const Range when = program_.question_when[q];
      if (question.conditional || last_word(q) > 0) tables_.plain = false;
      tables_.questions.push_back({static_cast<std::uint32_t>(tables_.rows.size()),
                                   static_cast<std::uint8_t>(question.choices.size()), question.conditional, when.first,
                                   when.last});
      for (std::size_t value = 0; value < question.choices.size() + question.conditional; ++value) {
        HotTables::Row row{};
        set_bits(row, q, value);
        row.lanes = lanes(&program_.single_points[q][value * decision_.alternatives.size()]);
        tables_.rows.push_back(row);
      }
    }
  }

  [[nodiscard]] std::uint16_t last_word(std::size_t q) const {
    const std::size_t parts = decision_.questions[q].parts.size();
    return program_.group_of(q, parts == 0 ? 0 : parts - 1).word;
  }

  void set_bits(HotTables::Row& row, std::size_t q, std::size_t value) const {
    const Question& question = decision_.questions[q];
    const auto set = [&](std::size_t part, std::size_t bit) {
      const Group& group = program_.group_of(q, part);
      row.bits[group.word] |= std::uint64_t{1} << (group.shift + bit);
    };
    if (!question.several()) set(0, value);
    for (std::size_t part = 0; part < question.parts.size(); ++part)
      set(part, value == question.sets.size() ? 2 : question.sets[value] >> part & 1);
  }

  void add_rules() {
    for (unsigned a = 0; a < HotTables::alternatives; ++a) tables_.start += HotTables::lane_bias << (16 * a);
    for (const std::uint32_t r : program_.constant_rules) {
      if (!decision_.rules[r].when.terms.empty()) tables_.start += lanes(decision_.rules[r].points.data());
    }
    for (const std::uint32_t r : program_.joint_rules) {
      const Range range = program_.rules[r];
      const std::uint64_t points = lanes(decision_.rules[r].points.data());
      if (range.last - range.first == 1) {
        const HotTables::Term& term = tables_.terms[range.first];
        tables_.term_rules.push_back({{term.forbidden[0], term.forbidden[1]}, points});
      } else if (range.last - range.first == 2) {
        const auto &one = tables_.terms[range.first].forbidden, &two = tables_.terms[range.first + 1].forbidden;
        tables_.pair_rules.push_back({{one[0], one[1], two[0], two[1]}, points});
      } else {
        tables_.sum_rules.push_back({range.first, range.last, points});
      }
    }
  }

  static HotTables::Test test(const ScoreTest& test, std::uint8_t shift) {
    constexpr auto zero = static_cast<std::uint8_t>(HotTables::alternatives);
    const auto left = static_cast<std::uint8_t>(test.left);
    const auto right = test.right ? static_cast<std::uint8_t>(*test.right) : zero;
    const std::int32_t k = test.constant;       // 0 where there is a right score
    constexpr std::uint32_t any = 0x7FFF'FFFF;  // wider than scores can lie apart
    switch (test.op) {
      case Comparison::less: return {right, left, shift, 1 - k, any};
      case Comparison::less_equal: return {right, left, shift, -k, any};
      case Comparison::greater: return {left, right, shift, k + 1, any};
      case Comparison::greater_equal: return {left, right, shift, k, any};
      default: return {left, right, shift, k, 0};
    }
  }

  void add_outcomes() {
    for (std::size_t k = 0; k < decision_.recommendations.size(); ++k) {
      const Range range = program_.recommendations[k];
      for (std::uint32_t term = range.first; term < range.last; ++term) {
        HotTables::Outcome outcome{{}, static_cast<std::int32_t>(k)};
        std::copy(std::begin(tables_.terms[term].forbidden), std::end(tables_.terms[term].forbidden),
                  outcome.forbidden);
        tables_.outcomes.push_back(outcome);
      }
    }
  }

  const Program& program_;
  const Decision& decision_;
  HotTables tables_;
};

/// `!=` between scores is read as the opposite outcome of `==` (see ConditionReader); only one form is left for the
/// tables.
bool fits(const Program& program, const Decision& decision) {
  const bool plain = std::none_of(decision.score_tests.begin(), decision.score_tests.end(),
                                  [](const ScoreTest& test) { return test.op == Comparison::not_equal; });
  std::size_t outcomes = 0;
  for (const Range& range : program.recommendations) outcomes += range.last - range.first;
  return plain && outcomes <= 64 && program.question_words <= 2 && program.words <= program.question_words + 1 &&
         decision.alternatives.size() <= HotTables::alternatives;
}

}  // namespace

std::optional<HotTables> hot_tables(const Program& program, const Decision& decision) {
  if (!fits(program, decision)) return std::nullopt;
  return HotTablesBuilder(program, decision).build();
}

}  // namespace decision_card::decision
