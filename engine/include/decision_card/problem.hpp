// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "decision_card/closed_set.hpp"

namespace decision_card {

enum class Severity : std::uint8_t { error, warning, note };
inline constexpr ValueWord<Severity> severity_words[] = {
    {Severity::error, "error"}, {Severity::warning, "warning"}, {Severity::note, "note"}};
static_assert(in_order(severity_words));

/// One error or finding about a document. `code` is stable (docs/problems.md); `path` is a JSON Pointer, "" for the
/// whole document; `line` and `column` are 1-based, the column in UTF-16 code units as editors count.
struct Problem {
  std::string_view code;
  Severity severity = Severity::error;
  std::string path;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::string message;
  std::string suggestion;  ///< how to mend it; empty when the engine can't tell
};

using Problems = std::vector<Problem>;

/// Either a value or the problems that prevented it. The engine never throws.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Problems problems) : state_(std::in_place_index<1>, std::move(problems)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// Precondition: ok().
  [[nodiscard]] const T& value() const { return *std::get_if<0>(&state_); }
  [[nodiscard]] T take() { return std::move(*std::get_if<0>(&state_)); }
  /// Precondition: !ok().
  [[nodiscard]] const Problems& problems() const { return *std::get_if<1>(&state_); }
  [[nodiscard]] Problems take_problems() { return std::move(*std::get_if<1>(&state_)); }

 private:
  std::variant<T, Problems> state_;
};

}  // namespace decision_card
