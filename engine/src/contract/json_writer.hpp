// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "decision_card/index.hpp"

namespace decision_card::contract {

/// Appends compact JSON to a text. A small writer instead of nlohmann's tree and printer: they would be most of the
/// WebAssembly module (docs/decisions/0002). The caller keeps objects and lists balanced.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& open_object() { return open('{'); }
  JsonWriter& close_object() { return close('}'); }
  JsonWriter& open_list() { return open('['); }
  JsonWriter& close_list() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& key(const char* literal);

  JsonWriter& value(std::string_view text);
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(const char* text);
  JsonWriter& value(std::integral auto number) { return raw(std::to_string(number)); }
  JsonWriter& value(bool flag) { return raw(flag ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  /// A number with at most six decimals.
  JsonWriter& decimal(double number);
  /// Text that is JSON already.
  JsonWriter& raw(std::string_view json);

  template <class T>
  JsonWriter& member(const char* name, const T& content) {
    return key(name).value(content);
  }
  /// Leaves the member out when the text is empty.
  JsonWriter& text_if_any(const char* name, std::string_view text) {
    return text.empty() ? *this : key(name).value(text);
  }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::string& out_;
  bool first_ = true;
};

/// Writes a member that is a list; `write` writes one item.
template <class List, class Write>
void write_list(JsonWriter& json, const char* name, const List& items, const Write& write) {
  json.key(name).open_list();
  for (const auto& item : items) write(item);
  json.close_list();
}

/// Writes a member that is the list of the ids of these items.
template <class Item>
void write_ids(JsonWriter& json, const char* name, std::span<const Index> indices, const std::vector<Item>& items) {
  write_list(json, name, indices, [&](Index index) { json.value(items[index].id); });
}

}  // namespace decision_card::contract
