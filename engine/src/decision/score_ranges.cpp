// SPDX-License-Identifier: MIT
#include "decision/score_ranges.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "condition/algebra.hpp"
#include "decision_card/budgets.hpp"
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
  RangeSearch(const Program& program, const Decision& decision, const std::vector<Possible>& values,
              std::size_t alternative, std::int32_t sign)
      : program_(program),
        decision_(decision),
        values_(values),
        alternative_(alternative),
        sign_(sign),
        looks_(budgets::range_looks / (2 * decision.alternatives.size())) {
    for (std::size_t q = 0; q < values.size(); ++q) {
      if (domain(q) > 1) open_.add(q);
    }
  }

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
    for (QuestionSet left = open_; !left.empty();) {
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
  /// The values that a question can have, of which tables hold no others: an answer makes them smaller.
  [[nodiscard]] std::size_t domain(std::size_t question) const { return values_[question].count(); }
  [[nodiscard]] std::size_t value(std::size_t question) const { return values_[question].at(choice_[question]); }

  [[nodiscard]] bool holds(const Condition& condition) const {
    return std::any_of(condition.terms.begin(), condition.terms.end(), [&](const Term& term) {
      return std::all_of(term.begin(), term.end(),
                         [&](const Literal& l) { return decision_.questions[l.index].allows(l, value(l.index)); });
    });
  }

  [[nodiscard]] static std::size_t literals_of(const Condition& condition) {
    std::size_t literals = 1;
    for (const Term& term : condition.terms) literals += term.size();
    return literals;
  }

  /// Whether a table of these questions may be made, of which each value takes so many looks.
  bool spend(QuestionSet questions, std::size_t looks) {
    const std::size_t values = size_of(questions);
    if (values > most_values || values * looks > looks_) return false;
    looks_ -= values * looks;
    return true;
  }

  [[nodiscard]] std::size_t size_of(QuestionSet questions) const {
    std::size_t size = 1;
    while (!questions.empty() && size <= most_values) size *= domain(questions.take_first());
    return size;
  }

  /// Calls `entry` for every combination of these questions, which it finds in choice_.
  template <class Entry>
  Table tabulate(QuestionSet questions, Entry entry) {
    return tabulate(
        questions, [](void* context) { return (*static_cast<Entry*>(context))(); }, &entry);
  }

  Table tabulate(QuestionSet questions, std::int32_t (*entry)(void*), void* context) {
    questions &= open_;
    Table table{questions, {}};
    for (const std::size_t question : questions) choice_[question] = 0;
    for (std::size_t left = size_of(questions); left > 0; --left) {
      table.values.push_back(entry(context));
      next_combination(questions);
    }
    return table;
  }

  /// A table that says the same of all values is a number.
  void keep(Table table) {
    const std::int32_t first = table.values.front();
    if (std::all_of(table.values.begin(), table.values.end(), [&](std::int32_t value) { return value == first; }))
      total_ += first;
    else tables_.push_back(std::move(table));
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
    keep(tabulate(QuestionSet::of(index),
                  [&] { return sign_ * points[value(index) * decision_.alternatives.size() + alternative_]; }));
    const QuestionSet questions = QuestionSet::of(index) | questions_of(question.when);
    if (!question.conditional) return;
    if (!spend(questions, literals_of(question.when))) {
      exact_ = false;
      return;
    }
    keep(tabulate(questions,
                  [&] { return holds(question.when) == (value(index) < question.choices.size()) ? 0 : impossible; }));
  }

  void add_rule(std::uint32_t rule) {
    const Condition& when = decision_.rules[rule].when;
    const QuestionSet questions = questions_of(when);
    if (!spend(questions, literals_of(when))) {
      total_ += std::max(0, gain(rule));
      exact_ = false;
    } else {
      keep(tabulate(questions, [&] { return holds(when) ? gain(rule) : 0; }));
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

  /// The question whose elimination makes the smallest table; the first, where finding it takes as long as eliminating.
  [[nodiscard]] std::size_t cheapest(QuestionSet left) const {
    if (tables_.size() * left.size() * left.size() > looks_) return left.first();
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
    std::vector<Table> used;
    for (std::size_t k = tables_.size(); k-- > 0;) {
      if (!tables_[k].questions.has(question)) continue;
      used.push_back(std::move(tables_[k]));
      tables_.erase(tables_.begin() + static_cast<std::ptrdiff_t>(k));
    }
    std::size_t looks = 0;
    QuestionSet questions;
    for (const Table& table : used) {
      looks += table.questions.size();
      questions |= table.questions;
    }
    const std::size_t together = used.size() == 1 || spend(questions, looks) ? used.size() : 1;
    exact_ = exact_ && together == used.size();
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
    keep(std::move(best));
  }

  const Program& program_;
  const Decision& decision_;
  const std::vector<Possible>& values_;  ///< by question: those that it can have
  QuestionSet open_{};                   ///< the questions with more than one
  bool exact_ = true;
  std::size_t alternative_;
  std::int32_t sign_;
  std::size_t looks_;
  std::array<std::size_t, limits::questions> choice_{};
  std::vector<Table> tables_;
  std::int32_t total_ = 0;
};

}  // namespace

ScoreRange score_range(const Program& program, const Decision& decision, std::size_t alternative,
                       const std::vector<Possible>& values) {
  RangeSearch up(program, decision, values, alternative, 1), down(program, decision, values, alternative, -1);
  const std::int32_t highest = up.run(), lowest = -down.run();
  return {lowest, highest, up.exact() && down.exact()};
}

void find_score_ranges(const Program& program, Decision& decision) {
  std::vector<Possible> all;
  for (const Question& question : decision.questions) {
    const auto answers = static_cast<std::uint16_t>(question.choices.size());
    all.push_back({0, answers, question.conditional ? answers : std::uint16_t{0}});
  }
  for (std::size_t a = 0; a < decision.alternatives.size(); ++a) {
    const ScoreRange range = score_range(program, decision, a, all);
    decision.alternatives[a].lowest = range.lowest;
    decision.alternatives[a].highest = range.highest;
  }
}

}  // namespace decision_card::decision
