// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/wording.hpp"
#include "decision_card/problem.hpp"
#include "document/json_document.hpp"

namespace decision_card::document {

/// Codes and names of members are plain literals here and in fields.hpp: a string_view parameter would cost each of the
/// many calls a constructor in the WebAssembly module.

/// Collects the problems of one document, in the order they are found.
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

  [[nodiscard]] bool clean() const { return problems_.empty(); }
  /// Returns the problems sorted by place.
  [[nodiscard]] Problems take();

 private:
  void add(const char* code, JsonValue at, bool at_key, base::Parts message, base::Parts suggestion);

  Problems problems_;
};

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace decision_card::document
