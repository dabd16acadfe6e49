// SPDX-License-Identifier: MIT
#include "decision/settle.hpp"

#include <bit>

#include "decision_card/budgets.hpp"
#include "decision_card/limits.hpp"

namespace decision_card::decision {

namespace {

class Search {
 public:
  Search(const Program& program, const Decision& decision, const Answers& answers, std::size_t most_steps)
      : program_(program),
        decision_(decision),
        answers_(answers),
        situation_(program, decision),
        most_steps_(most_steps) {}

  /// Recursion ends at the number of questions (limits::questions).
  Settlement run(Looking looking) {
    if (looking == Looking::first && !one_is_possible()) look_at_completions();
    if (!over()) explore(0);
    if (steps_ > most_steps_ && std::popcount(seen_) < 2) return {false, false, 0, steps_};
    const bool settled = std::popcount(seen_) == 1;
    return {settled, true, static_cast<Index>(settled ? std::countr_zero(seen_) : 0), steps_};
  }

 private:
  bool one_is_possible() {
    ++steps_;
    situation_.bound(answers_);
    return std::has_single_bit(situation_.possible_recommendations());
  }

  /// A few completions that have little in common: where two of them differ, nothing is left to prove.
  void look_at_completions() {
    constexpr std::size_t looked_at = 6;
    Answers all = answers_;
    for (std::size_t k = 0; k < looked_at && !over(); ++k, ++steps_) {
      for (std::size_t q = 0; q < all.choices.size(); ++q) {
        const std::size_t choices = decision_.questions[q].choices.size();
        if (answers_.choices[q] == Answers::unanswered)
          all.choices[q] = static_cast<std::uint8_t>(k == 1 ? choices - 1 : k * (2 * q + k) % choices);
      }
      situation_.assess(all);
      seen_ |= std::uint32_t{1} << situation_.first_certain();
    }
  }

  [[nodiscard]] bool over() const { return std::popcount(seen_) > 1 || steps_ > most_steps_; }

  void explore(std::size_t depth) {
    if (++steps_ > most_steps_) return;
    situation_.bound(answers_);
    const std::uint32_t possible = situation_.possible_recommendations();
    if (std::popcount(possible) == 1) {
      seen_ |= possible;
      return;
    }
    while (depth < program_.by_impact.size() && !open(program_.by_impact[depth])) ++depth;
    if (depth == program_.by_impact.size()) return;
    const Index question = program_.by_impact[depth];
    for (std::uint8_t choice = 0; choice < decision_.questions[question].choices.size() && !over(); ++choice) {
      answers_.choices[question] = choice;
      explore(depth + 1);
    }
    answers_.choices[question] = Answers::unanswered;
  }

  /// Unanswered and perhaps asked.
  [[nodiscard]] bool open(Index question) const {
    return answers_.choices[question] == Answers::unanswered && !situation_.never_asked(question);
  }

  const Program& program_;
  const Decision& decision_;
  Answers answers_;
  Situation situation_;
  std::uint32_t seen_ = 0;
  std::size_t most_steps_, steps_ = 0;
};

}  // namespace

Settlement settle(const Program& program, const Decision& decision, const Answers& answers) {
  return settle(program, decision, answers, most_settle_steps(program));
}

Settlement settle(const Program& program, const Decision& decision, const Answers& answers, std::size_t most_steps,
                  Looking looking) {
  return Search(program, decision, answers, most_steps).run(looking);
}

std::size_t most_settle_steps(const Program& program) {
  return std::min(budgets::settle_steps, budgets::settle_looks / (1 + program.looks));
}

}  // namespace decision_card::decision
