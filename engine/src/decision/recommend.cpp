// SPDX-License-Identifier: MIT
#include "decision/recommend.hpp"

#include <algorithm>
#include <array>

#include "decision/settle.hpp"
#include "decision_card/decide.hpp"
#include "decision_card/limits.hpp"
#include "decision_card/verdict.hpp"

namespace decision_card::decision {

namespace {

/// A step of the proof that partial answers are settled takes about as long as this many complete answer sets; longer
/// where a step has much to look at, as does one answer set.
constexpr std::size_t settle_cost = 12, looks_of_one = 48, terms_of_one = 256;

std::optional<Index> decide_complete(const Pack& pack, const Answers& answers) {
  std::array<std::int32_t, limits::alternatives> scores{};
  return decide(pack, answers.choices, scores);
}

enum class Fill : std::uint8_t { first_choice, last_choice };

/// The completion whose open questions all have their first choice, or all their last.
Answers completed(const Decision& decision, Answers answers, Fill fill) {
  for (std::size_t q = 0; q < answers.choices.size(); ++q) {
    const std::size_t last = decision.questions[q].choices.size() - 1;
    if (answers.choices[q] == Answers::unanswered)
      answers.choices[q] = static_cast<std::uint8_t>(fill == Fill::last_choice ? last : 0);
  }
  return answers;
}

bool a_completion_gives(const Pack& pack, const Answers& answers, Index recommendation) {
  for (const Fill fill : {Fill::first_choice, Fill::last_choice}) {
    if (decide_complete(pack, completed(pack.decision(), answers, fill)) == recommendation) return true;
  }
  return false;
}

}  // namespace

/// The verdict departs from what certainly holds only where all completions agree on something else. So one completion
/// that ends in what certainly holds makes the proof unnecessary.
Recommended find_recommendation(const Pack& pack, Situation& situation, const Answers& answers, Settling settling,
                                std::size_t most_steps) {
  const Program& program = pack.program();
  const std::size_t look = std::max(settle_cost, program.looks / looks_of_one);
  if (const auto quick = decide_complete(pack, answers))
    return {*quick, true, 0, program.hot ? 1 + program.terms.size() / terms_of_one : look};
  situation.assess(answers);
  const Index certain = situation.first_certain();
  if (settling == Settling::where_needed && a_completion_gives(pack, answers, certain)) return {certain};
  const Settlement found = settle(program, pack.decision(), answers, most_steps,
                                  settling == Settling::always ? Looking::never : Looking::first);
  return {found.settled ? found.recommendation : certain, found.exact, found.steps, 1 + look * (1 + found.steps)};
}

}  // namespace decision_card::decision

namespace decision_card {

Index recommend(const Pack& pack, const Answers& answers) {
  decision::Situation situation(pack.program(), pack.decision());
  return decision::find_recommendation(pack, situation, answers, decision::Settling::where_needed,
                                       decision::most_settle_steps(pack.program()))
      .recommendation;
}

}  // namespace decision_card
