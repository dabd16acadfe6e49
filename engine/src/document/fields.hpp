// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "decision_card/pack.hpp"
#include "document/json_document.hpp"
#include "document/reporter.hpp"

namespace decision_card::document {

/// Reads the members of one object. Says what is missing, unknown, empty or of the wrong type.
class Fields {
 public:
  enum class Need : bool { optional, required };
  static constexpr Need optional = Need::optional;
  static constexpr Need required = Need::required;

  /// `known`: every member the format has. Members that start with `$` are passed over if `editor_keys`.
  Fields(JsonValue object, Reporter& reporter, std::initializer_list<std::string_view> known, bool editor_keys = false);

  /// False when the value is no object; that is reported already.
  [[nodiscard]] bool valid() const { return valid_; }

  std::optional<JsonValue> find(const char* name, Need need);
  std::optional<JsonValue> find(const char* name, JsonKind kind, Need need);
  /// Returns a view into the document; empty after a problem.
  std::string_view text(const char* name, Need need);
  std::string_view id();
  /// Reports what can't be an id.
  void check_id(JsonValue at, std::string_view id);
  /// Reads a day written as year-month-day.
  std::string_view date(const char* name, Need need);
  bool flag(const char* name);
  /// Reads a list of `least` to `most` items; a list out of these bounds is reported and still returned.
  std::optional<JsonValue> list(const char* name, std::size_t least, std::size_t most, Need need);
  /// The same for a list or an object.
  std::optional<JsonValue> sized(const char* name, JsonKind kind, std::size_t least, std::size_t most, Need need);

  [[nodiscard]] JsonValue object() const { return object_; }
  [[nodiscard]] Reporter& reporter() const { return reporter_; }

 private:
  void report_size(const char* code, JsonValue list, const char* name, base::Parts bound);

  JsonValue object_;
  Reporter& reporter_;
  bool valid_;
  std::vector<std::string_view>
      misspelt_;  ///< known fields that an unknown one seems to mean: reported once, not twice
};

template <class List>
std::vector<std::string_view> ids_of(const List& items) {
  std::vector<std::string_view> ids;
  ids.reserve(items.size());
  for (const auto& item : items) ids.push_back(item.id);
  return ids;
}

template <class List>
std::optional<Index> index_of(const List& items, std::string_view id) {
  for (std::size_t k = 0; k < items.size(); ++k) {
    if (items[k].id == id) return static_cast<Index>(k);
  }
  return std::nullopt;
}

/// Reads a list of ids, each resolved to its position among `ids`; unknown and repeated ones are reported.
Indices references(Fields& fields, const char* name, const std::vector<std::string_view>& ids, const char* code,
                   std::string_view what, std::size_t most);

}  // namespace decision_card::document
