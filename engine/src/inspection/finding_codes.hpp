// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

#include "decision_card/problem.hpp"

namespace decision_card::inspection {

struct FindingCode {
  std::string_view code;
  Severity severity;
};

/// Every code that an inspection can find, and how grave it is (docs/findings.md has an example of each). What is not
/// an error can be accepted in the pack.
inline constexpr std::array<FindingCode, 43> finding_codes{{
    {"unreachable_recommendation", Severity::error},
    {"rule_never_holds", Severity::error},
    {"gate_never_passes", Severity::error},
    {"note_never_shown", Severity::error},
    {"question_never_asked", Severity::error},
    {"law_refuted", Severity::error},
    {"early_stop_unsound", Severity::error},
    {"failed_case", Severity::error},
    {"rule_always_holds", Severity::warning},
    {"gate_never_fails", Severity::warning},
    {"note_always_holds", Severity::warning},
    {"question_always_asked", Severity::warning},
    {"question_changes_nothing", Severity::warning},
    {"question_never_decides", Severity::warning},
    {"same_choices", Severity::warning},
    {"text_never_said", Severity::warning},
    {"state_without_text", Severity::warning},
    {"unused_source", Severity::warning},
    {"accepted_nothing", Severity::warning},
    {"not_proved", Severity::warning},
    {"untranslated_interface", Severity::warning},
    {"unweighed_alternative", Severity::warning},
    {"unasked_answer", Severity::warning},
    {"markup_shown", Severity::warning},
    {"partial_order", Severity::note},
    {"choice_never_decides", Severity::note},
    {"tie", Severity::note},
    {"near_tie", Severity::note},
    {"fewer_points_unexplained", Severity::note},
    {"no_cases", Severity::note},
    {"uncovered_recommendation", Severity::note},
    {"uncovered_rule", Severity::note},
    {"uncovered_gate", Severity::note},
    {"uncovered_choice", Severity::note},
    {"surviving_mutant", Severity::note},
    {"uncited_rule", Severity::note},
    {"uncited_gate", Severity::note},
    {"uncited_recommendation", Severity::note},
    {"uncited_claim", Severity::note},
    {"uncited_note", Severity::note},
    {"uneven_reasons", Severity::note},
    {"uneven_words", Severity::note},
    {"uneven_order", Severity::note},
}};

constexpr Severity severity_of(std::string_view code) {
  for (const FindingCode& known : finding_codes) {
    if (known.code == code) return known.severity;
  }
  return Severity::error;
}

}  // namespace decision_card::inspection
