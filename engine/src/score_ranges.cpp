// SPDX-License-Identifier: MIT
#include <algorithm>
#include <span>

#include "program.hpp"

namespace decision_card {

namespace {

/// Values of a table that ties questions together; beyond it the questions are taken apart, which can only widen a
/// range.
constexpr std::size_t most_values = std::size_t{1} << 16;
/// What an impossible combination counts: below every reachable score, and far from overflow when summed.
constexpr std::int32_t impossible = -1'000'000;

/// A function of some questions' values. A question's values are its choices and, if it has a condition, "not asked".
struct Table {
  Indices questions;  ///< sorted; the first varies fastest
  std::vector<std::int32_t> values;
};

/// Finds the highest value of sign * score(alternative) over all complete answers by eliminating one question after the
/// other (bucket elimination): rules tie few questions, so the tables stay small where the answer space is
/// astronomical.
class RangeSearch {
 public:
  RangeSearch(const Program& program, const Decision& decision, std::size_t alternative, std::int32_t sign)
      : program_(program),
        decision_(decision),
        alternative_(alternative),
        sign_(sign),
        choice_(decision.questions.size()) {}

  std::int32_t run() {
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      add_points(static_cast<Index>(q));
      if (decision_.questions[q].conditional) add_condition(static_cast<Index>(q));
    }
    for (const std::uint32_t r : program_.joint_rules) {
      if (gain(r) != 0) add_rule(r);
    }
    for (const std::uint32_t r : program_.constant_rules) {
      if (!decision_.rules[r].when.terms.empty()) total_ += gain(r);
    }
    for (std::size_t left = decision_.questions.size(); left > 0; --left) eliminate(cheapest());
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

  static void add_questions(const Condition& condition, Indices& questions) {
    for (const Term& term : condition.terms) {
      for (const Literal& literal : term) insert(literal.index, questions);
    }
  }

  static void insert(Index question, Indices& questions) {
    const auto at = std::lower_bound(questions.begin(), questions.end(), question);
    if (at == questions.end() || *at != question) questions.insert(at, question);
  }

  [[nodiscard]] std::size_t size_of(const Indices& questions) const {
    std::size_t size = 1;
    for (const Index question : questions) size = std::min(size * domain(question), most_values + 1);
    return size;
  }

  /// Calls `value` for every combination of these questions, which it finds in choice_.
  template <class Value>
  Table tabulate(Indices questions, const Value& value) {
    Table table{std::move(questions), {}};
    for (const Index question : table.questions) choice_[question] = 0;
    for (std::size_t left = size_of(table.questions); left > 0; --left) {
      table.values.push_back(value());
      for (const Index question : table.questions) {
        if (++choice_[question] < domain(question)) break;
        choice_[question] = 0;
      }
    }
    return table;
  }

  void add_points(Index question) {
    const auto& points = program_.single_points[question];
    tables_.push_back(tabulate(
        {question}, [&] { return sign_ * points[choice_[question] * decision_.alternatives.size() + alternative_]; }));
  }

  void add_rule(std::uint32_t rule) {
    const Condition& when = decision_.rules[rule].when;
    Indices questions;
    add_questions(when, questions);
    if (size_of(questions) > most_values) {
      total_ += std::max(0, gain(rule));
    } else {
      tables_.push_back(tabulate(std::move(questions), [&] { return holds(when) ? gain(rule) : 0; }));
    }
  }

  /// "Not asked" exactly when the condition fails.
  void add_condition(Index index) {
    const Question& question = decision_.questions[index];
    Indices questions{index};
    add_questions(question.when, questions);
    std::sort(questions.begin(), questions.end());
    if (size_of(questions) > most_values) return;
    tables_.push_back(tabulate(std::move(questions), [&] {
      return holds(question.when) == (choice_[index] < question.choices.size()) ? 0 : impossible;
    }));
  }

  [[nodiscard]] Indices neighbours(Index question) const {
    Indices all;
    for (const Table& table : tables_) {
      if (!std::binary_search(table.questions.begin(), table.questions.end(), question)) continue;
      for (const Index other : table.questions) insert(other, all);
    }
    return all;
  }

  [[nodiscard]] Index cheapest() const {
    Index best = 0;
    std::size_t least = 0;
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      const Indices all = neighbours(static_cast<Index>(q));
      if (all.empty() || (least != 0 && size_of(all) >= least)) continue;
      least = size_of(all);
      best = static_cast<Index>(q);
    }
    return best;
  }

  [[nodiscard]] std::int32_t look_up(const Table& table) const {
    std::size_t at = 0, stride = 1;
    for (const Index question : table.questions) {
      at += choice_[question] * stride;
      stride *= domain(question);
    }
    return table.values[at];
  }

  /// Replaces all tables on a question by one that holds the best over its values.
  void eliminate(Index question) {
    const auto uses = [&](const Table& table) {
      return std::binary_search(table.questions.begin(), table.questions.end(), question);
    };
    Indices rest = neighbours(question);
    const bool too_large = size_of(rest) > most_values;
    std::vector<Table> used;
    for (Table& table : tables_) {
      if (uses(table)) used.push_back(std::move(table));
    }
    std::erase_if(tables_, [](const Table& table) { return table.values.empty(); });
    if (too_large) {
      for (const Table& table : used) maximise(question, {&table, 1});
    } else {
      maximise(question, used);
    }
  }

  void maximise(Index question, std::span<const Table> used) {
    Indices rest;
    for (const Table& table : used) {
      for (const Index other : table.questions) insert(other, rest);
    }
    std::erase(rest, question);
    Table best = tabulate(std::move(rest), [&] {
      std::int32_t most = 2 * impossible;
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
  std::size_t alternative_;
  std::int32_t sign_;
  std::vector<std::size_t> choice_;
  std::vector<Table> tables_;
  std::int32_t total_ = 0;
};

}  // namespace

void find_score_ranges(const Program& program, Decision& decision) {
  for (std::size_t a = 0; a < decision.alternatives.size(); ++a) {
    decision.alternatives[a].highest = RangeSearch(program, decision, a, 1).run();
    decision.alternatives[a].lowest = -RangeSearch(program, decision, a, -1).run();
  }
}

}  // namespace decision_card
