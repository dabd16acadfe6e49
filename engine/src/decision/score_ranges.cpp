// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <bit>
#include <span>

#include "condition/algebra.hpp"
#include "decision/program.hpp"
#include "decision_card/limits.hpp"

namespace decision_card {

namespace {

/// Values of a table that ties questions together; beyond it the questions are taken apart, which can only widen a
/// range.
constexpr std::size_t most_values = std::size_t{1} << 16;
/// What an impossible combination counts: below every reachable score, and far from overflow when summed.
constexpr std::int32_t impossible = -1'000'000;

/// A set of questions, a bit each (limits::questions).
using Set = std::uint64_t;

constexpr Set set_of(std::size_t question) { return Set{1} << question; }

/// Takes the first question out of a set.
Index take(Set& set) {
  const auto first = static_cast<Index>(std::countr_zero(set));
  set &= set - 1;
  return first;
}

/// A function of some questions' values; the first question varies fastest. A question's values are its choices and, if
/// it has a condition, "not asked".
struct Table {
  Set questions = 0;
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
    for (std::size_t q = 0; q < count; ++q) add_question(static_cast<Index>(q));
    for (const std::uint32_t r : program_.joint_rules) {
      if (gain(r) != 0) add_rule(r);
    }
    for (const std::uint32_t r : program_.constant_rules) {
      if (!decision_.rules[r].when.terms.empty()) total_ += gain(r);
    }
    for (Set left = ~Set{0} >> (64 - count); left != 0;) {
      const Index next = cheapest(left);
      eliminate(next);
      left &= ~set_of(next);
    }
    return total_;
  }

 private:
  [[nodiscard]] std::int32_t gain(std::uint32_t rule) const {
    return sign_ * decision_.rules[rule].points[alternative_];
  }
  [[nodiscard]] std::size_t domain(Index question) const { return program_.questions[question].size; }

  [[nodiscard]] bool holds(const Condition& condition) const {
    return std::any_of(condition.terms.begin(), condition.terms.end(), [&](const Term& term) {
      return std::all_of(term.begin(), term.end(),
                         [&](const Literal& l) { return (l.allowed >> choice_[l.index] & 1) != 0; });
    });
  }

  [[nodiscard]] std::size_t size_of(Set questions) const {
    std::size_t size = 1;
    while (questions != 0 && size <= most_values) size *= domain(take(questions));
    return size;
  }

  /// Calls `value` for every combination of these questions, which it finds in choice_.
  template <class Value>
  Table tabulate(Set questions, const Value& value) {
    Table table{questions, {}};
    for (Set rest = questions; rest != 0;) choice_[take(rest)] = 0;
    for (std::size_t left = size_of(questions); left > 0; --left) {
      table.values.push_back(value());
      next_combination(questions);
    }
    return table;
  }

  void next_combination(Set questions) {
    while (questions != 0) {
      const Index question = take(questions);
      if (++choice_[question] < domain(question)) return;
      choice_[question] = 0;
    }
  }

  /// The points of its choices; and for a question with a condition, that it is not asked exactly when that fails.
  void add_question(Index index) {
    const Question& question = decision_.questions[index];
    const auto& points = program_.single_points[index];
    tables_.push_back(tabulate(set_of(index), [&] {
      if ((allowed_[index] >> choice_[index] & 1) == 0) return impossible;
      return sign_ * points[choice_[index] * decision_.alternatives.size() + alternative_];
    }));
    const Set questions = set_of(index) | questions_of(question.when);
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
    const Set questions = questions_of(when);
    if (size_of(questions) > most_values) {
      total_ += std::max(0, gain(rule));
      exact_ = false;
    } else {
      tables_.push_back(tabulate(questions, [&] { return holds(when) ? gain(rule) : 0; }));
    }
  }

  /// All questions that share a table with this one, and itself.
  [[nodiscard]] Set neighbours(Index question) const {
    Set all = set_of(question);
    for (const Table& table : tables_) {
      if ((table.questions & set_of(question)) != 0) all |= table.questions;
    }
    return all;
  }

  /// The question whose elimination makes the smallest table.
  [[nodiscard]] Index cheapest(Set left) const {
    Index best = 0;
    std::size_t least = SIZE_MAX;
    while (left != 0) {
      const Index question = take(left);
      const std::size_t size = size_of(neighbours(question));
      if (size >= least) continue;
      least = size;
      best = question;
    }
    return best;
  }

  [[nodiscard]] std::int32_t look_up(const Table& table) const {
    std::size_t at = 0, stride = 1;
    for (Set rest = table.questions; rest != 0;) {
      const Index question = take(rest);
      at += choice_[question] * stride;
      stride *= domain(question);
    }
    return table.values[at];
  }

  /// Replaces all tables on a question by one that holds the best over its values; by one each where that is too large.
  void eliminate(Index question) {
    const bool too_large = size_of(neighbours(question)) > most_values;
    std::vector<Table> used;
    for (std::size_t k = tables_.size(); k-- > 0;) {
      if ((tables_[k].questions & set_of(question)) == 0) continue;
      used.push_back(std::move(tables_[k]));
      tables_.erase(tables_.begin() + static_cast<std::ptrdiff_t>(k));
    }
    if (too_large && used.size() > 1) exact_ = false;
    const std::size_t together = too_large ? 1 : used.size();
    for (std::size_t k = 0; k < used.size(); k += together) maximise(question, {&used[k], together});
  }

  void maximise(Index question, std::span<const Table> used) {
    Set rest = 0;
    for (const Table& table : used) rest |= table.questions;
    Table best = tabulate(rest & ~set_of(question), [&] {
      std::int32_t most = INT32_MIN;
      for (choice_[question] = 0; choice_[question] < domain(question); ++choice_[question]) {
        std::int32_t sum = 0;
        for (const Table& table : used) sum += look_up(table);
        most = std::max(most, sum);
      }
      return most;
    });
    if (best.questions == 0) total_ += best.values.front();
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

}  // namespace decision_card
