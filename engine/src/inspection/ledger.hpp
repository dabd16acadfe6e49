// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "base/wording.hpp"
#include "decision_card/inspect.hpp"
#include "document/json_document.hpp"

namespace decision_card::inspection {

using base::Parts;
using document::JsonDocument;
using document::JsonValue;

/// The member of this name; the object itself where it has none.
JsonValue member_of(JsonValue object, std::string_view name);
/// An item of the list that is the member of this name.
JsonValue item_of(JsonValue object, std::string_view list, std::size_t index);

/// Findings with their places in the pack's document, and proofs: in the order in which the checks come to them.
class Ledger {
 public:
  explicit Ledger(const JsonDocument& document);

  [[nodiscard]] JsonValue root() const { return root_; }
  [[nodiscard]] JsonValue decision() const { return decision_; }
  /// One of the decision's lists.
  [[nodiscard]] JsonValue list(std::string_view name) const { return member_of(decision_, name); }
  [[nodiscard]] JsonValue item(std::string_view list, std::size_t index) const {
    return item_of(decision_, list, index);
  }

  /// The finding may be changed until the next one is reported.
  Finding& report(std::string_view code, JsonValue at, std::string_view of, Parts message, Parts suggestion = {});
  /// `covered` says what the check looked at.
  void proved(std::string_view check, Parts covered);
  /// Also reports a finding, so that nobody overlooks it.
  void not_proved(std::string_view check, JsonValue at, std::string_view of, Parts covered);

  [[nodiscard]] std::vector<Finding>& findings() { return findings_; }
  [[nodiscard]] std::vector<Proof>& proofs() { return proofs_; }

 private:
  JsonValue root_, decision_;
  std::vector<Finding> findings_{};
  std::vector<Proof> proofs_{};
};

}  // namespace decision_card::inspection
