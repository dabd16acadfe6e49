// SPDX-License-Identifier: MIT
#include "decision/program.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/stable_order.hpp"
#include "condition/algebra.hpp"

namespace decision_card::decision {

using base::QuestionSet;
using base::stable_order;
using condition::questions_of;

namespace {

class Compiler {
 public:
  explicit Compiler(const Decision& decision) : decision_(decision) {}

  Program run() {
    lay_out_bits();
    for (const Question& question : decision_.questions) program_.question_when.push_back(add(question.when));
    for (const Rule& rule : decision_.rules) program_.rules.push_back(add(rule.when));
    for (const Gate& gate : decision_.gates) program_.gates.push_back(add(gate.when));
    for (const Recommendation& entry : decision_.recommendations) program_.recommendations.push_back(add(entry.when));
    for (const Note& note : decision_.notes) program_.notes.push_back(add(note.when));
    for (const Condition& condition : decision_.text_conditions) program_.texts.push_back(add(condition));
    spread_rules();
    rank_questions();
    program_.looks = decision_.questions.size() + program_.parts.size() + program_.literals.size() +
                     decision_.rules.size() * decision_.alternatives.size();
    program_.hot = hot_tables(program_, decision_);
    return std::move(program_);
  }

 private:
  /// Questions first, then score tests and gates from a new word on, so that rules look at the first words only.
  void lay_out_bits() {
    for (const Question& question : decision_.questions) {
      const std::size_t not_asked = question.conditional ? 1 : 0;
      program_.first_parts.push_back(static_cast<std::uint32_t>(program_.parts.size()));
      for (std::size_t part = 0; part < question.parts.size(); ++part) {
        program_.parts.push_back(allot(2 + not_asked));
        program_.part_values.push_back(values_of(question, part));
      }
      program_.questions.push_back(question.several() ? program_.parts[program_.first_parts.back()]
                                                      : allot(question.choices.size() + not_asked));
    }
    program_.question_words = ++word_;
    used_ = 0;
    for (std::size_t k = 0; k < decision_.score_tests.size(); ++k) program_.score_tests.push_back(allot(2));
    for (std::size_t k = 0; k < decision_.gates.size(); ++k) program_.gates_groups.push_back(allot(3));
    program_.words = static_cast<std::uint16_t>(used_ == 0 ? word_ : word_ + 1);
  }

  static std::uint8_t values_of(const Question& question, std::size_t part) {
    std::uint64_t values = 0;
    for (const ChosenSet set : question.sets) values |= (set >> part & 1) != 0 ? Chosen::yes : Chosen::no;
    return static_cast<std::uint8_t>(values);
  }

  Group allot(std::size_t size) {
    constexpr unsigned word_bits = 64;
    if (used_ + size > word_bits) {
      ++word_;
      used_ = 0;
    }
    const Group group{word_, static_cast<std::uint8_t>(used_), static_cast<std::uint8_t>(size)};
    used_ += static_cast<unsigned>(size);
    return group;
  }

  const Group& group_of(const Literal& literal) const {
    switch (literal.subject) {
      case Subject::question: return program_.group_of(literal.index, literal.part);
      case Subject::score_test: return program_.score_tests[literal.index];
      case Subject::gate: break;
    }
    return program_.gates_groups[literal.index];
  }

  Range add(const Condition& condition) {
    const auto first = static_cast<std::uint32_t>(program_.terms.size());
    for (const Term& term : condition.terms) {
      const auto start = static_cast<std::uint32_t>(program_.literals.size());
      for (const Literal& literal : term) {
        const Group& group = group_of(literal);
        program_.literals.push_back({group.word, group.mask(), (literal.allowed << group.shift) & group.mask()});
      }
      program_.terms.push_back({start, static_cast<std::uint32_t>(program_.literals.size())});
    }
    return {first, static_cast<std::uint32_t>(program_.terms.size())};
  }

  static bool allows(const Question& question, const Condition& condition, std::size_t value) {
    return std::any_of(condition.terms.begin(), condition.terms.end(), [&](const Term& term) {
      return std::all_of(term.begin(), term.end(), [&](const Literal& l) { return question.allows(l, value); });
    });
  }

  /// Tells rules on a single question, whose points belong to its choices, from rules over several.
  void spread_rules() {
    const std::size_t alternatives = decision_.alternatives.size();
    for (const Question& question : decision_.questions)
      program_.single_points.emplace_back((question.choices.size() + 1) * alternatives, 0);
    for (std::uint32_t r = 0; r < decision_.rules.size(); ++r) {
      const QuestionSet questions = program_.rule_questions.emplace_back(questions_of(decision_.rules[r].when));
      if (questions.empty()) program_.constant_rules.push_back(r);
      else if (!questions.single()) program_.joint_rules.push_back(r);
      else add_single(questions.first(), decision_.rules[r]);
    }
  }

  void add_single(std::size_t question, const Rule& rule) {
    const std::size_t alternatives = decision_.alternatives.size();
    for (std::size_t value = 0; value <= decision_.questions[question].choices.size(); ++value) {
      if (!allows(decision_.questions[question], rule.when, value)) continue;
      for (std::size_t a = 0; a < alternatives; ++a)
        program_.single_points[question][value * alternatives + a] += rule.points[a];
    }
  }

  void rank_questions() {
    std::vector<std::int64_t> impact(decision_.questions.size(), 0);
    for (const Rule& rule : decision_.rules) {
      std::int64_t total = 0;
      for (const std::int32_t points : rule.points) total += std::abs(points);
      for (const Term& term : rule.when.terms) {
        for (const Literal& literal : term) impact[literal.index] += total;
      }
    }
    const auto more = [&](std::uint32_t a, std::uint32_t b) { return impact[a] > impact[b]; };
    for (const std::uint32_t q : stable_order(impact.size(), more)) program_.by_impact.push_back(static_cast<Index>(q));
  }

  const Decision& decision_;
  Program program_;
  std::uint16_t word_ = 0;
  unsigned used_ = 0;
};

}  // namespace

Program compile(const Decision& decision) { return Compiler(decision).run(); }

}  // namespace decision_card::decision
