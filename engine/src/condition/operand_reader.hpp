// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "condition/scope.hpp"
#include "decision_card/pack.hpp"
#include "document/fields.hpp"

namespace decision_card {

/// One side of a comparison.
struct Operand {
  enum class Kind : std::uint8_t { question, score, gate, number, text };
  Kind kind;
  JsonValue at;
  std::size_t index = 0;  ///< of the question, alternative or gate
};

/// Reads variables and constants, and says which variables are not known in this scope.
class OperandReader {
 public:
  OperandReader(const Decision& decision, Scope scope, Reporter& reporter)
      : decision_(decision), scope_(scope), reporter_(reporter) {}

  /// Nothing after a problem; it is reported.
  std::optional<Operand> read(JsonValue value);

 private:
  std::optional<Operand> variable(JsonValue path);
  std::optional<Operand> question(JsonValue at, std::string_view name);
  std::optional<Operand> score(JsonValue at, std::string_view id);
  std::optional<Operand> gate(JsonValue at, std::string_view id);

  const Decision& decision_;
  Scope scope_;
  Reporter& reporter_;
};

}  // namespace decision_card
