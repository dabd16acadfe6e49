// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "order.hpp"
#include "program.hpp"

namespace decision_card {

namespace {

/// Steps of one search; beyond them the bound reached so far is kept, which is never inside the true range.
constexpr std::size_t most_steps = 4000;

/// Finds the highest value of sign * score(alternative) over all complete answers, by branch and bound over the
/// questions that rules or conditions tie together. All others contribute their best choice on their own.
class RangeSearch {
 public:
  RangeSearch(const Program& program, const Decision& decision, std::size_t alternative, std::int32_t sign)
      : program_(program), decision_(decision), alternative_(alternative), sign_(sign) {
    for (const std::uint32_t r : program.joint_rules) {
      if (decision.rules[r].points[alternative] != 0) rules_.push_back(r);
    }
    find_tied();
  }

  std::int32_t run() {
    std::int32_t free = 0;
    for (const std::uint32_t r : program_.constant_rules) {
      if (!decision_.rules[r].when.terms.empty()) free += gain_of_rule(r);
    }
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      possible_[q] = decision_.questions[q].all_choices() |
                     (decision_.questions[q].conditional ? decision_.questions[q].not_asked() : 0);
      if (!is_tied_[q]) free += best_value(q);
    }
    explore(0, free);
    return steps_ > most_steps ? std::max(best_, bound_left_) : best_;
  }

 private:
  [[nodiscard]] std::int32_t gain_of_rule(std::uint32_t rule) const {
    return sign_ * decision_.rules[rule].points[alternative_];
  }
  [[nodiscard]] std::int32_t gain(std::size_t question, std::size_t value) const {
    return sign_ * program_.single_points[question][value * decision_.alternatives.size() + alternative_];
  }

  void tie(const Condition& condition) {
    for (const Term& term : condition.terms) {
      for (const Literal& literal : term) is_tied_[literal.index] = true;
    }
  }

  void find_tied() {
    for (const std::uint32_t r : rules_) tie(decision_.rules[r].when);
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      if (!decision_.questions[q].conditional) continue;
      is_tied_[q] = true;
      tie(decision_.questions[q].when);
    }
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      if (is_tied_[q]) tied_.push_back(static_cast<Index>(q));
    }
  }

  [[nodiscard]] std::int32_t best_value(std::size_t question) const {
    std::int32_t best = INT32_MIN;
    for (std::size_t value = 0; value <= decision_.questions[question].choices.size(); ++value) {
      if ((possible_[question] >> value & 1) != 0) best = std::max(best, gain(question, value));
    }
    return best;
  }

  [[nodiscard]] Truth truth(const Condition& condition) const {
    Truth any = Truth::no;
    for (const Term& term : condition.terms) {
      Truth all = Truth::yes;
      for (const Literal& literal : term) {
        const std::uint64_t possible = possible_[literal.index];
        if ((possible & literal.allowed) == 0) all = Truth::no;
        else if ((possible & ~literal.allowed) != 0) all = std::min(all, Truth::unknown);
      }
      any = std::max(any, all);
    }
    return any;
  }

  /// No completion of what is chosen so far gains more than this.
  [[nodiscard]] std::int32_t bound(std::size_t depth, std::int32_t gained) const {
    for (std::size_t k = depth; k < tied_.size(); ++k) gained += best_value(tied_[k]);
    for (const std::uint32_t r : rules_) {
      const Truth holds = truth(decision_.rules[r].when);
      if (holds == Truth::yes || (holds == Truth::unknown && gain_of_rule(r) > 0)) gained += gain_of_rule(r);
    }
    return gained;
  }

  /// Recursion ends at the number of questions.
  void explore(std::size_t depth, std::int32_t gained) {
    const std::int32_t most = bound(depth, gained);
    if (most <= best_) return;
    if (++steps_ > most_steps) {
      bound_left_ = std::max(bound_left_, most);
      return;
    }
    if (depth == tied_.size()) {
      best_ = most;
      return;
    }
    const Index question = tied_[depth];
    const std::uint64_t all = possible_[question];
    for (const std::uint32_t value : values_in_order(question)) {
      possible_[question] = std::uint64_t{1} << value;
      explore(depth + 1, gained + gain(question, value));
    }
    possible_[question] = all;
  }

  /// The most promising first, so that the bound cuts early. A question that is not asked has that one value.
  [[nodiscard]] std::vector<std::uint32_t> values_in_order(Index index) const {
    const Question& question = decision_.questions[index];
    const std::size_t count = question.choices.size();
    if (question.conditional && truth(question.when) == Truth::no) return {static_cast<std::uint32_t>(count)};
    const auto more = [&](std::uint32_t a, std::uint32_t b) { return gain(index, a) > gain(index, b); };
    return stable_order(count, more);
  }

  const Program& program_;
  const Decision& decision_;
  std::size_t alternative_;
  std::int32_t sign_;
  std::vector<std::uint32_t> rules_;
  std::array<bool, 64> is_tied_{};
  Indices tied_;
  std::array<std::uint64_t, 64> possible_{};
  std::int32_t best_ = INT32_MIN;
  std::int32_t bound_left_ = INT32_MIN;
  std::size_t steps_ = 0;
};

}  // namespace

void find_score_ranges(const Program& program, Decision& decision) {
  for (std::size_t a = 0; a < decision.alternatives.size(); ++a) {
    decision.alternatives[a].highest = RangeSearch(program, decision, a, 1).run();
    decision.alternatives[a].lowest = -RangeSearch(program, decision, a, -1).run();
  }
}

}  // namespace decision_card
