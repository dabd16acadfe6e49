// SPDX-License-Identifier: MIT
// The pack's own laws: for each step of a question along its order, every pair of answers that differ in it alone.
#include <algorithm>

#include "condition/algebra.hpp"
#include "decision_card/limits.hpp"
#include "inspection/space.hpp"

namespace decision_card {

namespace {

class LawCheck {
 public:
  LawCheck(Inspector& inspector, const Law& law, std::size_t index)
      : inspector_(inspector),
        decision_(inspector.decision),
        law_(law),
        lowers_(std::get_if<NeverLowers>(&law.claim)),
        keeps_(std::get_if<Keeps>(&law.claim)),
        index_(index) {}

  LawStatus run() {
    LawStatus status = LawStatus::not_proved;
    if (keeps_ != nullptr) {
      if (inspector_.recommendations.complete) status = walk(inspector_.recommendations);
    } else if (Diagram scores; build_scores(lowers_->alternative, scores)) {
      status = walk(scores);
    }
    if (status == LawStatus::not_proved)
      inspector_.not_proved("laws", path_of("laws", index_), law_.id,
                            {"the proof of ", quote(law_.id), " is over the budget."});
    return status;
  }

 private:
  /// The outcome is the score, counted from its lowest, of all rules that the question can move; the others add the
  /// same to both sides.
  bool build_scores(Index alternative, Diagram& scores) {
    Decision asked = questions_probe(decision_, true).decision;
    const std::uint64_t moved = moved_questions();
    std::erase_if(asked.rules, [&](const Rule& rule) {
      return rule.points[alternative] == 0 || (questions_of(rule.when) & moved) == 0;
    });
    std::int32_t lowest = 0, highest = 0;
    for (const Rule& rule : asked.rules) (rule.points[alternative] < 0 ? lowest : highest) += rule.points[alternative];
    if (highest - lowest > static_cast<std::int32_t>(limits::law_scores)) return false;
    std::vector<Condition> at_most;
    for (std::int32_t score = lowest; score < highest; ++score) {
      constexpr std::uint64_t outcome_true = 2;
      asked.score_tests.push_back({alternative, Comparison::less_equal, ScoreTest::none, score});
      at_most.push_back(Condition::literal(
          {Subject::score_test, static_cast<std::uint16_t>(asked.score_tests.size() - 1), outcome_true}));
    }
    Outcomes outcomes;
    for (const Condition& condition : at_most) outcomes.push_back(&condition);
    return inspector_.build(Probe(std::move(asked)), outcomes, scores);
  }

  /// The question, and those that are asked because of it.
  [[nodiscard]] std::uint64_t moved_questions() const {
    std::uint64_t moved = std::uint64_t{1} << law_.raise;
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      if ((questions_of(decision_.questions[q].when) & moved) != 0) moved |= std::uint64_t{1} << q;
    }
    return moved;
  }

  /// A step that breaks the law, of these two outcomes.
  [[nodiscard]] bool breaks(std::uint32_t before, std::uint32_t after) const {
    if (lowers_ != nullptr) return after < before;
    return before == keeps_->recommendation && after != keeps_->recommendation;
  }

  LawStatus walk(const Diagram& diagram) {
    for (std::size_t k = 1; k < law_.order.size(); ++k) {
      Diagram low, high, both;
      restrict_to(diagram, law_.raise, law_.order[k - 1], low);
      restrict_to(diagram, law_.raise, law_.order[k], high);
      if (!inspector_.multiply(low, high, both)) return LawStatus::not_proved;
      if (refuted(both, low.outcomes, law_.order[k - 1], law_.order[k])) return LawStatus::refuted;
    }
    return LawStatus::holds;
  }

  bool refuted(const Diagram& both, std::uint32_t outcomes, std::uint8_t low, std::uint8_t high) {
    const Array<bool> reached = reached_outcomes(both);
    for (std::uint32_t pair = 0; pair < both.outcomes; ++pair) {
      if (!reached[pair] || !breaks(pair / outcomes, pair % outcomes)) continue;
      report(*inspector_.example(both, pair), low, high);
      return true;
    }
    return false;
  }

  void report(const Answers& answers, std::uint8_t low, std::uint8_t high) {
    const Question& question = decision_.questions[law_.raise];
    Finding& finding = inspector_.report(
        "law_refuted", path_of("laws", index_), law_.id,
        {quote(law_.id), " does not hold: from ", quote(question.choices[low].id), " to ",
         quote(question.choices[high].id), " (", quote(question.id), "), all else being equal, ",
         lowers_ != nullptr
             ? joined({"the score of ", quote(decision_.alternatives[lowers_->alternative].id), " falls."})
             : joined({quote(decision_.recommendations[keeps_->recommendation].id), " is no longer given."})},
        {"Change the rules, or the law."});
    finding.witnesses = {answers, answers};
    finding.witnesses[0].choices[law_.raise] = low;
    finding.witnesses[1].choices[law_.raise] = high;
  }

  Inspector& inspector_;
  const Decision& decision_;
  const Law& law_;
  const NeverLowers* lowers_;  ///< the law's claim is either this
  const Keeps* keeps_;         ///< or this; the other is null
  std::size_t index_;
};

}  // namespace

void inspect_laws(Inspector& inspector) {
  for (std::size_t k = 0; k < inspector.declarations.laws.size(); ++k)
    inspector.result.laws.push_back(LawCheck(inspector, inspector.declarations.laws[k], k).run());
  const auto& all = inspector.result.laws;
  const auto proved = std::count_if(all.begin(), all.end(), [](LawStatus s) { return s != LawStatus::not_proved; });
  if (static_cast<std::size_t>(proved) == all.size())
    inspector.proved("laws", {std::to_string(all.size()), " laws, step by step along their orders"});
}

}  // namespace decision_card
