// SPDX-License-Identifier: MIT
#include "decision/score_ranges.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "condition/algebra.hpp"
#include "decision_card/limits.hpp"

namespace decision_card::decision {

using base::QuestionSet;
using condition::questions_of;

namespace {

/// Values of a table that ties questions together; beyond it the questions are taken apart, which can only widen a
/// range.
constexpr std::size_t most_values = std::size_t{1} << 16;
/// What an impossible combination counts: below every reachable score, and far from overflow when summed.
constexpr std::int32_t impossible = -1'000'000;

/// A function of some questions' values; the first question varies fastest. A question's values are its choices and, if
/// it has a condition, "not asked".
struct Table {
  QuestionSet questions{};
  std::vector<std::int32_t> values;
};

/// Finds the highest value of sign * score(alternative) over all complete answers by eliminating one question after the
/// other (bucket elimination): rules tie few questions, so the tables stay small where the answer space is
/// astronomical.
class RangeSearch {
 public:
  RangeSearch(const Program& program, const Decision& decision, const std::vector<std::uint64_t>& allowed,
              std::size_t alternative, std::int32_t sign)
      : program_(program), decision_(decision), allowed_(allowed), alternative_(alternative), sign_(sign) {}

  [[nodiscard]] bool exact() const { return exact_; }

  std::int32_t run() {
    const std::size_t count = decision_.questions.size();
    for (std::size_t q = 0; q < count; ++q) add_question(q);
    for (const std::uint32_t r : program_.joint_rules) {
      if (gain(r) != 0) add_rule(r);
    }
    for (const std::uint32_t r : program_.constant_rules) {
      if (!decision_.rules[r].when.terms.empty()) total_ += gain(r);
    }
    for (QuestionSet left = QuestionSet::below(count); !left.empty();) {
      const std::size_t next = cheapest(left);
      eliminate(next);
      left.remove(next);
    }
    return total_;
  }

 private:
  [[nodiscard]] std::int32_t gain(std::uint32_t rule) const {
    return sign_ * decision_.rules[rule].points[alternative_];
  }
  [[nodiscard]] std::size_t domain(std::size_t question) const { return program_.questions[question].size; }

  [[nodiscard]] bool holds(const Condition& condition) const {
    return std::any_of(condition.terms.begin(), condition.terms.end(), [&](const Term& term) {
      return std::all_of(term.begin(), term.end(),
                         [&](const Literal& l) { return (l.allowed >> choice_[l.index] & 1) != 0; });
    });
  }

  [[nodiscard]] std::size_t size_of(QuestionSet questions) const {
    std::size_t size = 1;
    while (!questions.empty() && size <= most_values) size *= domain(questions.take_first());
    return size;
  }

  /// Calls `value` for every combination of these questions, which it finds in choice_.
  template <class Value>
  Table tabulate(QuestionSet questions, const Value& value) {
    Table table{questions, {}};
    for (const std::size_t question : questions) choice_[question] = 0;
    for (std::size_t left = size_of(questions); left > 0; --left) {
      table.values.push_back(value());
      next_combination(questions);
    }
    return table;
  }

  void next_combination(QuestionSet questions) {
    for (const std::size_t question : questions) {
      if (++choice_[question] < domain(question)) return;
      choice_[question] = 0;
    }
  }

  /// The points of its choices; and for a question with a condition, that it is not asked exactly when that fails.
  void add_question(std::size_t index) {
    const Question& question = decision_.questions[index];
    const auto& points = program_.single_points[index];
    tables_.push_back(tabulate(QuestionSet::of(index), [&] {
      if ((allowed_[index] >> choice_[index] & 1) == 0) return impossible;
      return sign_ * points[choice_[index] * decision_.alternatives.size() + alternative_];
    }));
    const QuestionSet questions = QuestionSet::of(index) | questions_of(question.when);
    if (!question.conditional) return;
    if (size_of(questions) > most_values) {
      exact_ = false;
      return;
    }
    tables_.push_back(tabulate(questions, [&] {
      return holds(question.when) == (choice_[index] < question.choices.size()) ? 0 : impossible;
    }));
  }

  void add_rule(std::uint32_t rule) {
    const Condition& when = decision_.rules[rule].when;
    const QuestionSet questions = questions_of(when);
    if (size_of(questions) > most_values) {
      total_ += std::max(0, gain(rule));
      exact_ = false;
    } else {
      tables_.push_back(tabulate(questions, [&] { return holds(when) ? gain(rule) : 0; }));
    }
  }

  /// Returns the question, and all that share a table with it.
  [[nodiscard]] QuestionSet neighbours(std::size_t question) const {
    QuestionSet all = QuestionSet::of(question);
    for (const Table& table : tables_) {
      if (table.questions.has(question)) all |= table.questions;
    }
    return all;
  }

  /// The question whose elimination makes the smallest table.
  [[nodiscard]] std::size_t cheapest(QuestionSet left) const {
    std::size_t best = 0, least = SIZE_MAX;
    for (const std::size_t question : left) {
      const std::size_t size = size_of(neighbours(question));
      if (size >= least) continue;
      least = size;
      best = question;
    }
    return best;
  }

  [[nodiscard]] std::int32_t look_up(const Table& table) const {
    std::size_t at = 0, stride = 1;
    for (const std::size_t question : table.questions) {
      at += choice_[question] * stride;
      stride *= domain(question);
    }
    return table.values[at];
  }

  /// Replaces all tables on a question by one that holds the best over its values; by one each where that is too large.
  void eliminate(std::size_t question) {
    const bool too_large = size_of(neighbours(question)) > most_values;
    std::vector<Table> used;
    for (std::size_t k = tables_.size(); k-- > 0;) {
      if (!tables_[k].questions.has(question)) continue;
      used.push_back(std::move(tables_[k]));
      tables_.erase(tables_.begin() + static_cast<std::ptrdiff_t>(k));
    }
    if (too_large && used.size() > 1) exact_ = false;
    const std::size_t together = too_large ? 1 : used.size();
    for (std::size_t k = 0; k < used.size(); k += together) maximise(question, {&used[k], together});
  }

  void maximise(std::size_t question, std::span<const Table> used) {
    QuestionSet rest;
    for (const Table& table : used) rest |= table.questions;
    rest.remove(question);
    Table best = tabulate(rest, [&] {
      std::int32_t most = INT32_MIN;
      for (choice_[question] = 0; choice_[question] < domain(question); ++choice_[question]) {
        std::int32_t sum = 0;
        for (const Table& table : used) sum += look_up(table);
        most = std::max(most, sum);
      }
      return most;
    });
    if (best.questions.empty()) total_ += best.values.front();
    else tables_.push_back(std::move(best));
  }

  const Program& program_;
  const Decision& decision_;
  const std::vector<std::uint64_t>& allowed_;  ///< by question: the values that it can have
  bool exact_ = true;
  std::size_t alternative_;
  std::int32_t sign_;
  std::array<std::size_t, limits::questions> choice_{};
  std::vector<Table> tables_;
  std::int32_t total_ = 0;
};

}  // namespace

ScoreRange score_range(const Program& program, const Decision& decision, std::size_t alternative,
                       const std::vector<std::uint64_t>& values) {
  RangeSearch up(program, decision, values, alternative, 1), down(program, decision, values, alternative, -1);
  const std::int32_t highest = up.run(), lowest = -down.run();
  return {lowest, highest, up.exact() && down.exact()};
}

void find_score_ranges(const Program& program, Decision& decision) {
  const std::vector<std::uint64_t> all(decision.questions.size(), ~std::uint64_t{0});
  for (std::size_t a = 0; a < decision.alternatives.size(); ++a) {
    const ScoreRange range = score_range(program, decision, a, all);
    decision.alternatives[a].lowest = range.lowest;
    decision.alternatives[a].highest = range.highest;
  }
}

}  // namespace decision_card::decision
