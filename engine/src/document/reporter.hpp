// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/wording.hpp"
#include "decision_card/budgets.hpp"
#include "decision_card/limits.hpp"
#include "decision_card/problem.hpp"
#include "document/json_document.hpp"

namespace decision_card::document {

/// Codes and names of members are plain literals here and in fields.hpp: a string_view parameter would cost each of the
/// many calls a constructor in the WebAssembly module.

/// Collects the problems of one document, in the order they are found, up to limits::problems; and counts the work of
/// reading it, so that neither what is wrong with a document nor what it multiplies out to takes longer than a budget.
class Reporter {
 public:
  void report(const char* code, JsonValue at, base::Parts message, base::Parts suggestion = {});
  /// Places the problem at the member's name instead of its value.
  void report_key(const char* code, JsonValue at, base::Parts message, base::Parts suggestion = {});
  /// Says "… is not …", with the nearest candidate or the list of them as the suggestion.
  void report_unknown(const char* code, JsonValue at, std::string_view word, base::Parts what,
                      const std::vector<std::string_view>& candidates);

  /// Says "The id … is used twice in this list."
  void report_duplicate(JsonValue at, std::string_view id);

  /// The nearest candidate as a question, or the list of them; nothing when no more problems are listed, and no nearest
  /// one when enough letters have been compared.
  [[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);
  [[nodiscard]] std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

  /// What is left of budgets::reading.
  [[nodiscard]] std::size_t& looks() { return looks_; }

  [[nodiscard]] bool clean() const { return problems_.empty(); }
  /// Returns the problems sorted by place.
  [[nodiscard]] Problems take();

 private:
  void add(const char* code, JsonValue at, bool at_key, base::Parts message, base::Parts suggestion);
  [[nodiscard]] bool full() const { return problems_.size() >= limits::problems; }

  Problems problems_;
  std::vector<std::uint32_t> offsets_;  ///< by problem: where it is
  const JsonDocument* document_ = nullptr;
  std::size_t letters_left_ = budgets::compared_letters, looks_ = budgets::reading;
};

}  // namespace decision_card::document
