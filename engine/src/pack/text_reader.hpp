// SPDX-License-Identifier: MIT
#pragma once

#include "document/fields.hpp"

namespace decision_card::pack {

using document::Fields;
using document::JsonValue;
using document::Reporter;

/// What a condition may look at: each besides what stands before it.
enum class Known : std::uint8_t { questions, scores, gates };

/// Reads the conditions of a decision, and the texts that may have one.
class TextReader {
 public:
  /// The ids must live as long.
  TextReader(const std::vector<std::string_view>& source_ids, Decision& decision, Reporter& reporter)
      : source_ids_(source_ids), decision_(decision), reporter_(reporter) {}

  /// Reads the member "when"; without one the condition always holds.
  Condition condition(Fields& fields, Fields::Need need, Known known);
  Indices sources(Fields& fields);
  /// Reads a text, or a list of variants.
  Variants variants(Fields& parent, const char* name, Known known, Fields::Need need = Fields::optional);
  /// Reads a text that everyone needs who is given the recommendation.
  Variants summary(Fields& fields);
  std::vector<Claim> claims(Fields& parent, const char* name);
  /// Reads a claim that has no condition.
  Claim claim(JsonValue value);

 private:
  TextCondition text_condition(Fields& fields, Known known);

  const std::vector<std::string_view>& source_ids_;
  Decision& decision_;
  Reporter& reporter_;
};

}  // namespace decision_card::pack
