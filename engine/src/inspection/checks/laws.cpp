// SPDX-License-Identifier: MIT
// The pack's own laws: for each step of a question along its order, every pair of answers that differ in it alone.
#include <algorithm>

#include "condition/algebra.hpp"
#include "decision_card/budgets.hpp"
#include "inspection/answer_text.hpp"
#include "inspection/checks.hpp"

namespace decision_card::inspection {

using base::Array;
using base::joined;
using base::QuestionSet;
using base::quote;
using census::restrict_to;
using condition::questions_of;
using diagram::Diagram;
using diagram::Outcomes;
using diagram::reached_outcomes;

namespace {

class LawCheck {
 public:
  LawCheck(Space& space, Ledger& ledger, const ReachFacts& reach, const Law& law, std::size_t index)
      : space_(space),
        ledger_(ledger),
        reach_(reach),
        decision_(space.decision()),
        law_(law),
        lowers_(std::get_if<NeverLowers>(&law.claim)),
        keeps_(std::get_if<Keeps>(&law.claim)),
        index_(index) {}

  LawStatus run() {
    LawStatus status = LawStatus::not_proved;
    if (keeps_ != nullptr) {
      if (reach_.diagram.complete) status = walk(reach_.diagram);
    } else if (Diagram scores; build_scores(lowers_->alternative, scores)) {
      status = walk(scores);
    }
    if (status == LawStatus::not_proved)
      ledger_.not_proved("laws", ledger_.item("laws", index_), law_.id,
                         {"the proof of ", quote(law_.id), " is over the budget."});
    return status;
  }

 private:
  /// The outcome is the score, counted from its lowest, of all rules that the question can move; the others add the
  /// same to both sides.
  bool build_scores(Index alternative, Diagram& scores) {
    Decision asked = questions_probe(decision_, true).decision;
    const QuestionSet moved = moved_questions();
    std::erase_if(asked.rules, [&](const Rule& rule) {
      return rule.points[alternative] == 0 || !moved.meets(questions_of(rule.when));
    });
    std::int32_t lowest = 0, highest = 0;
    for (const Rule& rule : asked.rules) (rule.points[alternative] < 0 ? lowest : highest) += rule.points[alternative];
    if (highest - lowest > static_cast<std::int32_t>(budgets::law_scores)) return false;
    std::vector<Condition> at_most;
    for (std::int32_t score = lowest; score < highest; ++score) {
      asked.score_tests.push_back({alternative, Comparison::less_equal, std::nullopt, score});
      at_most.push_back(Condition::literal(
          {Subject::score_test, static_cast<std::uint16_t>(asked.score_tests.size() - 1), Outcome::yes}));
    }
    Outcomes outcomes;
    for (const Condition& condition : at_most) outcomes.push_back(&condition);
    return space_.build(Probe(std::move(asked)), outcomes, scores);
  }

  /// The question, and those that are asked because of it.
  [[nodiscard]] QuestionSet moved_questions() const {
    QuestionSet moved = QuestionSet::of(law_.raise);
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      if (moved.meets(questions_of(decision_.questions[q].when))) moved.add(q);
    }
    return moved;
  }

  /// A step that breaks the law, of these two outcomes.
  [[nodiscard]] bool breaks(std::uint32_t before, std::uint32_t after) const {
    if (lowers_ != nullptr) return after < before;
    return before == keeps_->recommendation && after != keeps_->recommendation;
  }

  LawStatus walk(const Diagram& diagram) {
    for (const Law::Step& step : law_.steps) {
      Diagram low, high, both;
      restrict_to(diagram, law_.raise, step.low, low);
      restrict_to(diagram, law_.raise, step.high, high);
      if (!space_.multiply(low, high, both)) return LawStatus::not_proved;
      if (refuted(both, low.outcomes, step.low, step.high)) return LawStatus::refuted;
    }
    return LawStatus::holds;
  }

  bool refuted(const Diagram& both, std::uint32_t outcomes, std::uint8_t low, std::uint8_t high) {
    const Array<bool> reached = reached_outcomes(both);
    for (std::uint32_t pair = 0; pair < both.outcomes; ++pair) {
      if (!reached[pair] || !breaks(pair / outcomes, pair % outcomes)) continue;
      report(*space_.example(both, pair), low, high);
      return true;
    }
    return false;
  }

  void report(const Answers& answers, std::uint8_t low, std::uint8_t high) {
    const Question& question = decision_.questions[law_.raise];
    Finding& finding = ledger_.report(
        "law_refuted", ledger_.item("laws", index_), law_.id,
        {quote(law_.id), " does not hold: from ", answer_text(question, low), " to ", answer_text(question, high), " (",
         quote(question.id), "), all else being equal, ",
         lowers_ != nullptr
             ? joined({"the score of ", quote(decision_.alternatives[lowers_->alternative].id), " falls."})
             : joined({quote(decision_.recommendations[keeps_->recommendation].id), " is no longer given."})},
        {"Change the rules, or the law."});
    finding.witnesses = {answers, answers};
    finding.witnesses[0].choices[law_.raise] = low;
    finding.witnesses[1].choices[law_.raise] = high;
  }

  Space& space_;
  Ledger& ledger_;
  const ReachFacts& reach_;
  const Decision& decision_;
  const Law& law_;
  const NeverLowers* lowers_;  ///< the law's claim is either this
  const Keeps* keeps_;         ///< or this; the other is null
  std::size_t index_;
};

}  // namespace

std::vector<LawStatus> inspect_laws(Space& space, Ledger& ledger, const ReachFacts& reach,
                                    const std::vector<Law>& laws) {
  std::vector<LawStatus> all;
  for (std::size_t k = 0; k < laws.size(); ++k) all.push_back(LawCheck(space, ledger, reach, laws[k], k).run());
  if (std::find(all.begin(), all.end(), LawStatus::not_proved) == all.end())
    ledger.proved("laws", {std::to_string(all.size()), " laws, step by step along their orders"});
  return all;
}

}  // namespace decision_card::inspection
