// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decision_card/pack.hpp"
#include "document/json_document.hpp"

namespace decision_card::inspection {

using document::JsonDocument;

/// A small change of a pack that a case ought to notice.
struct Mutant {
  enum class Where : std::uint8_t { points, rule, gate, recommendation };

  std::uint32_t place = 0;  ///< the value of the document that the change is about
  std::string says{};       ///< "3 → 2"
  Where where = Where::points;
  Index index = 0;              ///< of the rule, gate or recommendation
  Index alternative = 0;        ///< whose points are changed
  std::int32_t points = 0;      ///< what they are changed to
  std::uint32_t condition = 0;  ///< the value of the document that is changed, and that of the whole `when`
  std::uint32_t when = 0;
  std::string_view op{};  ///< what its operator is changed to; empty: negated
};

/// Lists all of them: each rule's points by one up and down, to 0 and to the other sign; each comparison to its
/// neighbour and its opposite, and each operator to its counterpart.
std::vector<Mutant> mutants_of(const Decision& decision, const JsonDocument& document);

/// The decision with this change, or nothing when the parser refuses it.
std::optional<Decision> mutated(const Decision& decision, const JsonDocument& document, const Mutant& mutant);

}  // namespace decision_card::inspection
