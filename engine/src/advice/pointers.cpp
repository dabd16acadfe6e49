// SPDX-License-Identifier: MIT
#include "advice/pointers.hpp"

#include "base/wording.hpp"

namespace decision_card::advice {

using document::JsonDocument;
using document::JsonKind;
using document::JsonValue;

namespace {

std::string unescaped(std::string_view token) {
  std::string out;
  for (std::size_t k = 0; k < token.size(); ++k) {
    const bool escape = token[k] == '~' && k + 1 < token.size();
    out += !escape ? token[k] : token[++k] == '1' ? '/' : '~';
  }
  return out;
}

std::optional<JsonValue> child(JsonValue value, std::string_view token) {
  std::uint32_t position = 0;
  for (const JsonValue each : value) {
    if (value.is(JsonKind::list) ? std::to_string(position) == token : each.key() == unescaped(token)) return each;
    ++position;
  }
  return std::nullopt;
}

}  // namespace

std::string_view parent_of(std::string_view pointer) { return pointer.substr(0, pointer.rfind('/')); }

std::optional<JsonValue> value_at(const JsonDocument& document, std::string_view pointer) {
  std::optional<JsonValue> value = JsonValue(document, 0);
  if (pointer.empty()) return value;
  for (const std::string_view token : base::split(pointer.substr(1), '/')) {
    value = child(*value, token);
    if (!value) return value;
  }
  return value;
}

}  // namespace decision_card::advice
