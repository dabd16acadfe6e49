// SPDX-License-Identifier: MIT
// The pack's own cases: whether they pass, and what of the pack they reach.
#include <algorithm>

#include "inspection/answer_text.hpp"
#include "inspection/checks.hpp"

namespace decision_card::inspection {

using base::quote;
using decision::Situation;
using document::JsonValue;

namespace {

class CaseCheck {
 public:
  CaseCheck(const Pack& pack, Ledger& ledger) : pack_(pack), decision_(pack.decision()), ledger_(ledger) {}

  CaseFacts run() {
    facts_.results = run_cases(pack_);
    for (const CaseResult& result : facts_.results) report_failure(result);
    if (decision_.cases.empty()) {
      ledger_.report("no_cases", ledger_.decision(), {},
                     {"The pack has no cases, so nothing says what it is meant to recommend."},
                     {"Add \"cases\": answers, and the recommendation that they must get."});
      return std::move(facts_);
    }
    collect();
    Coverage& coverage = facts_.coverage;
    count("uncovered_recommendation", "recommendations", decision_.recommendations, recommendations_,
          coverage.recommendations, coverage.all_recommendations, "is not given in any case.");
    count("uncovered_rule", "rules", decision_.rules, rules_, coverage.rules, coverage.all_rules, "holds in no case.");
    count("uncovered_gate", "gates", decision_.gates, passes_, coverage.gate_states, coverage.all_gate_states,
          "passes in no case.");
    count("uncovered_gate", "gates", decision_.gates, fails_, coverage.gate_states, coverage.all_gate_states,
          "fails in no case.");
    count_choices(coverage);
    return std::move(facts_);
  }

 private:
  void report_failure(const CaseResult& result) {
    if (result.passed) return;
    const Case& failed = decision_.cases[result.index];
    ledger_
        .report("failed_case", ledger_.item("cases", result.index), failed.id,
                {"The case ", quote(failed.id), " expects ", quote(decision_.recommendations[failed.expect].id),
                 " and gets ", quote(decision_.recommendations[result.got].id), "."},
                {"Change the rules, or what the case expects."})
        .witnesses.push_back(failed.answers);
  }

  void collect() {
    recommendations_.resize(decision_.recommendations.size());
    rules_.resize(decision_.rules.size());
    passes_.resize(decision_.gates.size());
    fails_.resize(decision_.gates.size());
    choices_.resize(decision_.questions.size());
    for (const CaseResult& result : facts_.results) recommendations_[result.got] = true;
    for (const Case& each : decision_.cases) {
      Situation situation(pack_.program(), decision_);
      situation.assess(each.answers);
      for (std::size_t r = 0; r < rules_.size(); ++r) rules_[r] = rules_[r] || situation.rule(r) == Truth::yes;
      for (std::size_t g = 0; g < passes_.size(); ++g) {
        passes_[g] = passes_[g] || situation.gate(g) == GateState::pass;
        fails_[g] = fails_[g] || situation.gate(g) == GateState::fail;
      }
      for (std::size_t q = 0; q < choices_.size(); ++q) {
        if (each.answers.choices[q] != Answers::unanswered && !situation.never_asked(q))
          choices_[q] |= chosen_in(decision_.questions[q], each.answers.choices[q]);
      }
    }
  }

  /// As bits over what the question offers.
  static std::uint64_t chosen_in(const Question& question, std::size_t answer) {
    return question.several() ? question.sets[answer] : std::uint64_t{1} << answer;
  }

  template <class T>
  void count(std::string_view code, std::string_view list, const std::vector<T>& items,
             const std::vector<bool>& covered, std::uint32_t& sum, std::uint32_t& all, std::string_view says) {
    for (std::size_t k = 0; k < items.size(); ++k) {
      ++all;
      sum += covered[k];
      if (!covered[k])
        ledger_.report(code, ledger_.item(list, k), items[k].id, {quote(items[k].id), " ", says}, {"Add a case."});
    }
  }

  void count_choices(Coverage& coverage) {
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      const Question& question = decision_.questions[q];
      const auto& choices = question.offered();
      const bool number = question.kind == QuestionKind::number;
      for (std::size_t c = 0; c < choices.size(); ++c) {
        const bool covered = (choices_[q] >> c & 1) != 0;
        ++coverage.all_choices;
        coverage.choices += covered;
        if (covered) continue;
        const JsonValue place = ledger_.item("questions", q);
        const std::string name = number ? answer_text(question, c) : base::in_quotes(choices[c].id);
        ledger_.report("uncovered_choice", number ? place : item_of(place, "choices", c), question.id,
                       {"No case answers ", quote(question.id), " with ", name, "."}, {"Add a case."});
      }
    }
  }

  const Pack& pack_;
  const Decision& decision_;
  Ledger& ledger_;
  CaseFacts facts_{};
  std::vector<bool> recommendations_{}, rules_{}, passes_{}, fails_{};
  std::vector<std::uint64_t> choices_{};
};

}  // namespace

CaseFacts inspect_cases(const Pack& pack, Ledger& ledger) { return CaseCheck(pack, ledger).run(); }

}  // namespace decision_card::inspection
