// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "condition/scope.hpp"
#include "decision_card/pack.hpp"
#include "document/fields.hpp"

namespace decision_card::condition {

/// One side of a comparison.
struct Operand {
  enum class Kind : std::uint8_t { question, score, gate, number, text };
  Kind kind;
  document::JsonValue at;
  std::size_t index = 0;  ///< of the question, alternative or gate
};

/// Reads variables and constants, and says which variables are not known in this scope.
class OperandReader {
 public:
  OperandReader(const Decision& decision, Scope scope, document::Reporter& reporter)
      : decision_(decision), scope_(scope), reporter_(reporter) {}

  /// Returns nothing after a problem, which is reported.
  std::optional<Operand> read(document::JsonValue value);

 private:
  std::optional<Operand> variable(document::JsonValue path);
  std::optional<Operand> question(document::JsonValue at, std::string_view name);
  std::optional<Operand> score(document::JsonValue at, std::string_view id);
  std::optional<Operand> gate(document::JsonValue at, std::string_view id);

  const Decision& decision_;
  Scope scope_;
  document::Reporter& reporter_;
};

}  // namespace decision_card::condition
