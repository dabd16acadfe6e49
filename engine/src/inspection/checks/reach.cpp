// SPDX-License-Identifier: MIT
// Recommendations that no answers lead to.
#include <algorithm>

#include "census/answer_sampler.hpp"
#include "decision_card/budgets.hpp"
#include "decision_card/decide.hpp"
#include "inspection/checks.hpp"

namespace decision_card::inspection {

using base::quote;
using census::AnswerSampler;
using census::Count;
using census::count_outcomes;
using census::Differences;
using diagram::Diagram;
using diagram::recommendations_of;

namespace {

/// Finds sampled answers that lead to each recommendation.
std::vector<std::optional<Answers>> sampled_examples(const Space& space) {
  std::vector<std::optional<Answers>> found(space.decision().recommendations.size());
  AnswerSampler sampler(space.sizes());
  std::array<std::int32_t, limits::alternatives> scores{};
  for (std::size_t k = 0; k < budgets::inspection_samples; ++k) {
    const Answers& answers = sampler.next();
    auto& example = found[*decide(space.pack(), answers.choices, scores)];
    if (!example) example = answers;
  }
  return found;
}

class ReachCheck {
 public:
  ReachCheck(Space& space, Ledger& ledger)
      : space_(space),
        ledger_(ledger),
        decision_(space.decision()),
        facts_{Diagram{}, Differences(decision_.questions)} {}

  ReachFacts run() {
    if (!space_.build(recommendations_of(decision_), facts_.diagram)) {
      show_examples();
      return std::move(facts_);
    }
    const std::vector<Count> counts = count_outcomes(facts_.diagram, space_.sizes());
    for (std::size_t k = 0; k < counts.size(); ++k) {
      facts_.counts.push_back({counts[k].decimal(), counts[k].share(space_.all())});
      if (counts[k].zero()) report_unreachable(k);
    }
    facts_.decides.add(facts_.diagram);
    ledger_.proved("reachability", {"every recommendation, over ", space_.all().decimal(), " combinations"});
    return std::move(facts_);
  }

 private:
  void show_examples() {
    const auto found = sampled_examples(space_);
    const auto seen = std::count_if(found.begin(), found.end(), [](const auto& one) { return one.has_value(); });
    ledger_.not_proved("reachability", ledger_.list("recommendations"), {},
                       {std::to_string(seen), " of ", std::to_string(found.size()), " recommendations are reached in ",
                        std::to_string(budgets::inspection_samples), " sampled combinations of ",
                        space_.all().decimal(), "; whether the others can be reached is open."});
    for (const auto& example : found) {
      if (example) ledger_.findings().back().witnesses.push_back(*example);
    }
  }

  /// Where its own condition can hold, an example shows which one comes first.
  void report_unreachable(std::size_t k) {
    Diagram own;
    const Condition& when = decision_.recommendations[k].when;
    const bool known = space_.build({&when}, own);
    const auto example = known ? space_.example(own, 0) : std::nullopt;
    Finding& finding = ledger_.report(
        "unreachable_recommendation", ledger_.item("recommendations", k), decision_.recommendations[k].id,
        {"No answers lead to ", quote(decision_.recommendations[k].id), ": ",
         example ? "wherever its condition holds, an earlier recommendation is given." : "its condition never holds."},
        {"Move it forward, change its \"when\", or remove it."});
    finding.witnesses.push_back(example ? *example : *space_.example(facts_.diagram, first_given()));
  }

  [[nodiscard]] std::uint32_t first_given() const {
    std::uint32_t outcome = 0;
    while (!space_.example(facts_.diagram, outcome)) ++outcome;
    return outcome;
  }

  Space& space_;
  Ledger& ledger_;
  const Decision& decision_;
  ReachFacts facts_;
};

}  // namespace

ReachFacts inspect_recommendations(Space& space, Ledger& ledger) { return ReachCheck(space, ledger).run(); }

}  // namespace decision_card::inspection
