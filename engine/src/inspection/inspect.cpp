// SPDX-License-Identifier: MIT
#include "decision_card/inspect.hpp"

#include "inspection/space.hpp"

namespace decision_card {

namespace {

bool meant(const Acceptance& accepted, const Finding& finding) {
  return finding.problem.severity != Severity::error && finding.problem.code == accepted.code &&
         (accepted.of.empty() || finding.of == accepted.of);
}

/// Marks the findings that the author accepts. What accepts nothing is out of date, or misspelt.
void accept(Inspector& inspector) {
  for (std::size_t k = 0; k < inspector.declarations.accepted.size(); ++k) {
    const Acceptance& accepted = inspector.declarations.accepted[k];
    bool any = false;
    for (Finding& finding : inspector.result.findings) {
      if (!meant(accepted, finding)) continue;
      finding.accepted = accepted.because;
      any = true;
    }
    if (any) continue;
    inspector.report("accepted_nothing", path_of("accepted", k), accepted.of,
                     {"No finding ", quote(accepted.code), accepted.of.empty() ? "" : " of ",
                      accepted.of.empty() ? Part("") : quote(accepted.of), " is there to be accepted."},
                     {"Remove this entry."});
  }
}

}  // namespace

Inspection inspect(const Pack& pack, const Declarations& declarations, std::string_view text,
                   std::span<const std::string_view> interface_languages) {
  Inspector inspector(pack, declarations, text);
  inspector.interface_languages = interface_languages;
  inspect_recommendations(inspector);
  inspect_conditions(inspector);
  inspect_orders(inspector);
  inspect_questions(inspector);
  inspect_laws(inspector);
  inspect_paths(inspector);
  inspect_texts(inspector);
  inspect_cases(inspector);
  inspect_mutants(inspector);
  accept(inspector);
  return std::move(inspector.result);
}

}  // namespace decision_card
