// SPDX-License-Identifier: MIT
#include "inspection/ledger.hpp"

#include "inspection/finding_codes.hpp"

namespace decision_card::inspection {

using base::joined;
using base::Parts;
using document::JsonDocument;
using document::JsonValue;

JsonValue member_of(JsonValue object, std::string_view name) {
  for (const JsonValue member : object) {
    if (member.key() == name) return member;
  }
  return object;
}

JsonValue item_of(JsonValue object, std::string_view list, std::size_t index) {
  return member_of(object, list).at(static_cast<std::uint32_t>(index));
}

Ledger::Ledger(const JsonDocument& document) : root_(document, 0), decision_(member_of(root_, "decision")) {}

Finding& Ledger::report(std::string_view code, JsonValue at, std::string_view of, Parts message, Parts suggestion) {
  Finding& finding = findings_.emplace_back();
  finding.problem = {code, severity_of(code), {}, 1, 1, joined(message), joined(suggestion)};
  finding.value = at.index();
  finding.of = of;
  return finding;
}

void Ledger::proved(std::string_view check, Parts covered) { proofs_.push_back({check, true, joined(covered)}); }

void Ledger::not_proved(std::string_view check, JsonValue at, std::string_view of, Parts covered) {
  const std::string what = joined(covered);
  proofs_.push_back({check, false, what});
  report("not_proved", at, of, {"Not proved (", check, "): ", what});
}

}  // namespace decision_card::inspection
