// SPDX-License-Identifier: MIT
#pragma once

#include "base/bits.hpp"
#include "decision_card/pack.hpp"
#include "document/fields.hpp"

namespace decision_card::condition {

/// Reads what conditions say of a question's answers, as literals on the answers that it tells apart. After a problem,
/// which is reported, the condition is `false`.
class AnswerTests {
 public:
  using JsonValue = document::JsonValue;

  AnswerTests(const Decision& decision, document::Reporter& reporter) : decision_(decision), reporter_(reporter) {}

  /// A question beside a text or a number; `at` is the whole comparison.
  Condition compare(std::size_t question, Comparison op, JsonValue constant, bool negated, JsonValue at);
  /// Two questions, as one term for each answer to the left one, with what the right one may then be.
  Condition compare(std::size_t left, Comparison op, std::size_t right, bool negated, JsonValue at);
  /// `question in [ … ]`
  Condition in(std::size_t question, JsonValue list, bool negated);
  /// `choice in question`, where several may be chosen.
  Condition has(std::size_t question, JsonValue choice, JsonValue at, bool negated);

 private:
  using ChoiceSet = base::ChoiceSet;

  Condition fail(const char* code, JsonValue at, base::Parts message, base::Parts suggestion = {});
  Condition literal_of(std::size_t index, ChoiceSet allowed, bool negated, JsonValue at);
  ChoiceSet matching(const Question& question, JsonValue constant);
  ChoiceSet unknown_number(const Question& question, JsonValue constant);
  Condition order(std::size_t index, Comparison op, JsonValue constant, bool negated);
  Condition mismatch(const Question& question, JsonValue constant);
  Condition refuse_cut(const Question& question, JsonValue at);
  Condition refuse_several(const Question& question, JsonValue at);
  Condition refuse_order(const Question& question, JsonValue at);
  bool comparable(const Question& a, Comparison op, const Question& b, JsonValue at);
  Condition checked(std::optional<Condition> condition, JsonValue at);

  const Decision& decision_;
  document::Reporter& reporter_;
};

/// Says that a condition multiplies out to too many terms.
void refuse_terms(document::JsonValue at, document::Reporter& reporter);

}  // namespace decision_card::condition
