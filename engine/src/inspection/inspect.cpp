// SPDX-License-Identifier: MIT
#include "decision_card/inspect.hpp"

#include "base/stable_order.hpp"
#include "inspection/checks.hpp"

namespace decision_card::inspection {

using base::Part;
using base::quote;
using document::JsonDocument;

namespace {

bool meant(const Acceptance& accepted, const Finding& finding) {
  return finding.problem.severity != Severity::error && finding.problem.code == accepted.code &&
         (accepted.of.empty() || finding.of == accepted.of);
}

/// Marks the findings that the author accepts. What accepts nothing is out of date, or misspelt.
void accept(const std::vector<Acceptance>& all, Ledger& ledger) {
  for (std::size_t k = 0; k < all.size(); ++k) {
    const Acceptance& accepted = all[k];
    bool any = false;
    for (Finding& finding : ledger.findings()) {
      if (!meant(accepted, finding)) continue;
      finding.accepted = accepted.because;
      any = true;
    }
    if (any) continue;
    ledger.report("accepted_nothing", ledger.item("accepted", k), accepted.of,
                  {"No finding ", quote(accepted.code), accepted.of.empty() ? "" : " of ",
                   accepted.of.empty() ? Part("") : quote(accepted.of), " is there to be accepted."},
                  {"Remove this entry."});
  }
}

void locate(std::vector<Finding>& findings, const JsonDocument& document) {
  const auto offset = [&](std::uint32_t k) { return document.node(findings[k].value).at; };
  const auto earlier = [&](std::uint32_t a, std::uint32_t b) { return offset(a) < offset(b); };
  const std::vector<std::uint32_t> order = base::stable_order(findings.size(), earlier);
  std::vector<std::uint32_t> offsets;
  for (const std::uint32_t k : order) offsets.push_back(offset(k));
  Problems places(findings.size());
  document.locate(offsets, places);
  for (std::size_t k = 0; k < order.size(); ++k) {
    Finding& finding = findings[order[k]];
    finding.problem.path = document.pointer(finding.value);
    finding.problem.line = places[k].line;
    finding.problem.column = places[k].column;
  }
}

}  // namespace

}  // namespace decision_card::inspection

namespace decision_card {

Inspection inspect(const ReadPack& read, std::span<const std::string_view> interface_languages) {
  inspection::Space space(read.pack);
  inspection::Ledger ledger(*read.document);
  inspection::ReachFacts reach = inspection::inspect_recommendations(space, ledger);
  inspection::ConditionFacts conditions = inspection::inspect_conditions(space, ledger, reach);
  inspection::OrderFacts orders = inspection::inspect_orders(space, ledger, reach);
  inspection::inspect_sentences(space, ledger, reach, conditions);
  inspection::inspect_questions(read.pack.decision(), ledger, reach, conditions, orders);
  Inspection result;
  result.combinations = space.all().decimal();
  result.laws = inspection::inspect_laws(space, ledger, reach, read.declarations.laws);
  const inspection::PathFacts paths = inspection::inspect_paths(space, ledger, reach);
  result.all_questions = paths.all_questions;
  result.early_stop = paths.early_stop;
  result.case_stop = inspection::measure_case_stops(read.pack);
  result.words = inspection::count_card_words(read.pack);
  result.balance = inspection::inspect_texts(read.pack, ledger, interface_languages);
  inspection::CaseFacts cases = inspection::inspect_cases(read.pack, ledger);
  result.cases = std::move(cases.results);
  result.coverage = cases.coverage;
  inspection::inspect_overlooked(read.pack, ledger, read.declarations.laws);
  inspection::MutationFacts mutation = inspection::inspect_mutants(space, ledger, reach);
  result.mutation = mutation.score;
  result.suggestions = std::move(mutation.suggestions);
  inspection::accept(read.declarations.accepted, ledger);
  result.reach = std::move(reach.counts);
  result.ties = std::move(orders.ties);
  result.proofs = std::move(ledger.proofs());
  result.findings = std::move(ledger.findings());
  inspection::locate(result.findings, *read.document);
  return result;
}

}  // namespace decision_card
