// SPDX-License-Identifier: MIT
// Mutation: how many small changes of the pack break one of its cases. What no case notices is shown with answers that
// tell the changed pack from this one, or proved to change nothing.
#include <algorithm>
#include <array>
#include <bit>

#include "census/answer_sampler.hpp"
#include "decision/settle.hpp"
#include "decision_card/limits.hpp"
#include "inspection/space.hpp"
#include "inspection/mutants.hpp"

namespace decision_card {

namespace {

bool complete(const Situation& situation, std::size_t questions) {
  for (std::size_t q = 0; q < questions; ++q) {
    if (std::popcount(situation.values(q)) != 1) return false;
  }
  return true;
}

class MutationCheck {
 public:
  explicit MutationCheck(Inspector& inspector)
      : inspector_(inspector), decision_(inspector.decision), sampler_(inspector.sizes) {
    for (std::size_t k = 0; k < decision_.cases.size(); ++k) cases_.push_back(k);
  }

  void run() {
    const Result<JsonDocument> parsed = JsonDocument::parse(inspector_.text);
    if (cases_.empty() || !parsed) return;
    const JsonDocument& document = parsed.value();
    const std::vector<Mutant> mutants = mutants_of(decision_, document);
    std::size_t tried = 0;
    for (; tried < mutants.size() && steps_ > 0; ++tried) {
      std::optional<Decision> changed = mutated(decision_, document, mutants[tried]);
      if (changed) judge(mutants[tried], Probe(*std::move(changed)));
      else ++mutation().refused;
    }
    const std::string count = std::to_string(tried), all = std::to_string(mutants.size());
    if (tried < mutants.size())
      inspector_.not_proved("mutation", "/decision/cases", {}, {count, " of ", all, " changes were tried."});
    else inspector_.proved("mutation", {all, " changes of points, comparisons and operators"});
  }

 private:
  Mutation& mutation() { return inspector_.result.mutation; }

  void judge(const Mutant& mutant, const Probe& changed) {
    if (killed(changed)) {
      ++mutation().killed;
      return;
    }
    std::optional<Answers> difference = sampled_difference(changed);
    bool open = false;
    if (!difference) difference = proved_difference(changed, open);
    if (!difference && !open) {
      ++mutation().equivalent;
      return;
    }
    ++mutation().survived;
    mutation().unresolved += open;
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

  /// As a verdict would recommend.
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
    const auto &before = inspector_.pack.program().hot, &after = changed.program.hot;
    if (!before || !after) return std::nullopt;
    std::array<std::int32_t, HotTables::scores> scores{};
    for (std::size_t k = 0; k < limits::mutant_samples; ++k) {
      const Answers& answers = sampler_.next();
      if (run_hot(*before, answers.choices.data(), scores.data()) !=
          run_hot(*after, answers.choices.data(), scores.data()))
        return answers;
    }
    return std::nullopt;
  }

  /// Nothing when both recommend the same for all answers, or, with `open`, when that is over the budget.
  std::optional<Answers> proved_difference(const Probe& changed, bool& open) {
    Diagram after, together;
    const Diagram& before = inspector_.recommendations;
    open = !before.complete || !inspector_.build(changed, recommendations_of(changed.decision), after) ||
           !inspector_.multiply(before, after, together);
    if (open) return std::nullopt;
    const Array<bool> reached = reached_outcomes(together);
    for (std::uint32_t pair = 0; pair < reached.size(); ++pair) {
      if (reached[pair] && pair / after.outcomes != pair % after.outcomes) return inspector_.example(together, pair);
    }
    return std::nullopt;
  }

  void report(const Mutant& mutant, const std::optional<Answers>& difference) {
    Finding& finding = inspector_.report(
        "surviving_mutant", mutant.path, id_of(mutant),
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

  Inspector& inspector_;
  const Decision& decision_;
  std::vector<std::size_t> cases_{};
  std::size_t steps_ = limits::mutant_steps;
  AnswerSampler sampler_;
};

}  // namespace

void inspect_mutants(Inspector& inspector) { MutationCheck(inspector).run(); }

}  // namespace decision_card
