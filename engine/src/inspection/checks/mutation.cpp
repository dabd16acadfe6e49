// SPDX-License-Identifier: MIT
// Mutation: how many small changes of the pack break one of its cases. What no case notices is shown with answers that
// tell the changed pack from this one, or proved to change nothing.
#include <algorithm>
#include <array>
#include <bit>

#include "census/answer_sampler.hpp"
#include "decision/settle.hpp"
#include "decision_card/budgets.hpp"
#include "inspection/checks.hpp"
#include "inspection/mutants.hpp"

namespace decision_card::inspection {

using base::Array;
using base::quote;
using census::AnswerSampler;
using decision::HotTables;
using decision::run_hot;
using decision::settle;
using decision::Settlement;
using decision::Situation;
using diagram::Diagram;
using diagram::reached_outcomes;
using diagram::recommendations_of;
using document::JsonDocument;
using document::JsonValue;

namespace {

bool complete(const Situation& situation, std::size_t questions) {
  for (std::size_t q = 0; q < questions; ++q) {
    if (situation.values(q).count() != 1) return false;
  }
  return true;
}

class MutationCheck {
 public:
  MutationCheck(Space& space, Ledger& ledger, const ReachFacts& reach)
      : space_(space), ledger_(ledger), reach_(reach), decision_(space.decision()), sampler_(space.sizes()) {
    const Probe today(decision_);
    Situation situation(today.program, today.decision);
    for (std::size_t k = 0; k < decision_.cases.size(); ++k) {
      const Case& each = decision_.cases[k];
      if (recommended(today, each.answers, situation) == each.expect) cases_.push_back(k);
    }
  }

  MutationFacts run() {
    if (decision_.cases.empty()) return {};
    const JsonDocument& document = ledger_.root().document();
    const std::vector<Mutant> mutants = mutants_of(decision_, document);
    std::size_t tried = 0;
    for (; tried < mutants.size() && steps_ > 0; ++tried) {
      std::optional<Decision> changed = mutated(decision_, document, mutants[tried]);
      if (changed) judge(mutants[tried], Probe(*std::move(changed)));
      else ++mutation_.refused;
    }
    say_covered(tried, mutants.size());
    if (cases_.size() < decision_.cases.size()) return {mutation_, {}};  // one might say what a failing case denies
    return {mutation_, suggest_cases(space_, document, survivors_, std::move(witnesses_), mutation_.killed)};
  }

 private:
  void say_covered(std::size_t tried, std::size_t of) {
    const std::string count = std::to_string(tried), all = std::to_string(of);
    if (tried < of)
      ledger_.not_proved("mutation", ledger_.list("cases"), {}, {count, " of ", all, " changes were tried."});
    else ledger_.proved("mutation", {all, " changes of points, comparisons and operators"});
  }

  void judge(const Mutant& mutant, const Probe& changed) {
    if (killed(changed)) {
      ++mutation_.killed;
      return;
    }
    std::optional<Answers> difference = sampled_difference(changed);
    bool open = false;
    if (!difference) difference = proved_difference(changed, open);
    if (!difference && !open) {
      ++mutation_.equivalent;
      return;
    }
    ++mutation_.survived;
    mutation_.unresolved += open;
    survivors_.push_back(mutant);
    if (difference) witnesses_.push_back(*difference);
    report(mutant, difference);
  }

  /// The case that killed last comes first: it often kills again.
  bool killed(const Probe& changed) {
    Situation situation(changed.program, changed.decision);
    for (auto at = cases_.begin(); at != cases_.end() && steps_ > 0; ++at) {
      const Case& each = decision_.cases[*at];
      if (recommended(changed, each.answers, situation) == each.expect) continue;
      std::rotate(cases_.begin(), at, at + 1);
      return true;
    }
    return false;
  }

  /// Finds what a verdict would recommend.
  Index recommended(const Probe& changed, const Answers& answers, Situation& situation) {
    constexpr std::size_t partial = 200;  // a proof takes about as long as this many complete answers
    situation.assess(answers);
    const bool known = complete(situation, decision_.questions.size());
    steps_ -= std::min(steps_, known ? 1 : partial);
    if (!known) {
      const Settlement settlement = settle(changed.program, changed.decision, answers);
      if (settlement.settled) return settlement.recommendation;
    }
    return situation.first_certain();
  }

  /// A difference that is found is as good as one that is proved, and cheaper.
  std::optional<Answers> sampled_difference(const Probe& changed) {
    const auto &before = space_.pack().program().hot, &after = changed.program.hot;
    if (!before || !after) return std::nullopt;
    std::array<std::int32_t, HotTables::scores> scores{};
    for (std::size_t k = 0; k < budgets::mutant_samples; ++k) {
      const Answers& answers = sampler_.next();
      if (run_hot(*before, answers.choices.data(), scores.data()) !=
          run_hot(*after, answers.choices.data(), scores.data()))
        return answers;
    }
    return std::nullopt;
  }

  /// Returns nothing when both recommend the same for all answers, or, with `open`, when that is over the budget.
  std::optional<Answers> proved_difference(const Probe& changed, bool& open) {
    Diagram after, together;
    const Diagram& before = reach_.diagram;
    open = !before.complete || !space_.build(changed, recommendations_of(changed.decision), after) ||
           !space_.multiply(before, after, together);
    if (open) return std::nullopt;
    const Array<bool> reached = reached_outcomes(together);
    for (std::uint32_t pair = 0; pair < reached.size(); ++pair) {
      if (reached[pair] && pair / after.outcomes != pair % after.outcomes) return space_.example(together, pair);
    }
    return std::nullopt;
  }

  void report(const Mutant& mutant, const std::optional<Answers>& difference) {
    Finding& finding = ledger_.report(
        "surviving_mutant", JsonValue(ledger_.root().document(), mutant.place), id_of(mutant),
        {"No case notices the change ", mutant.says, " in ", quote(id_of(mutant)), "."},
        {difference ? "A case with these answers would." : "Whether it changes anything is not proved."});
    if (difference) finding.witnesses.push_back(*difference);
  }

  [[nodiscard]] std::string_view id_of(const Mutant& mutant) const {
    switch (mutant.where) {
      case Mutant::Where::gate: return decision_.gates[mutant.index].id;
      case Mutant::Where::recommendation: return decision_.recommendations[mutant.index].id;
      default: return decision_.rules[mutant.index].id;
    }
  }

  Space& space_;
  Ledger& ledger_;
  const ReachFacts& reach_;
  const Decision& decision_;
  Mutation mutation_{};
  std::vector<std::size_t> cases_{};  ///< that pass: one that fails already would "notice" every change
  std::vector<Mutant> survivors_{};
  std::vector<Answers> witnesses_{};
  std::size_t steps_ = budgets::mutant_steps;
  AnswerSampler sampler_;
};

}  // namespace

MutationFacts inspect_mutants(Space& space, Ledger& ledger, const ReachFacts& reach) {
  return MutationCheck(space, ledger, reach).run();
}

}  // namespace decision_card::inspection
