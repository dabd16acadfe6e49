// SPDX-License-Identifier: MIT
#include "document/json_document.hpp"

#include "base/utf8.hpp"
#include "decision_card/limits.hpp"
#include "document/json_builder.hpp"

namespace decision_card::document {

using base::Place;
using base::place_of;

namespace {

std::string pointer_token(std::string_view key) {
  std::string out = "/";
  for (const char c : key) {
    if (c == '~') out += "~0";
    else if (c == '/') out += "~1";
    else out += c;
  }
  return out;
}

}  // namespace

std::string_view kind_name(JsonKind kind) {
  switch (kind) {
    case JsonKind::null: return "null";
    case JsonKind::boolean: return "true or false";
    case JsonKind::number: return "a number";
    case JsonKind::text: return "a text";
    case JsonKind::list: return "a list";
    case JsonKind::object: return "an object";
  }
  return "";
}

Result<JsonDocument> JsonDocument::parse(std::string_view text) {
  if (text.size() > limits::document_bytes)
    return one_problem("json_too_large", text, 0, "The document is larger than 1 MiB.", "Split it into smaller packs.");
  // nlohmann's lexer takes a zero byte for the end of its input.
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos)
    return one_problem("json_syntax", text, zero, "A zero byte can't stand here.", "Remove it.");
  JsonDocument document;
  Problems problems = build_document(document, text);
  if (!problems.empty()) return problems;
  return document;
}

std::string JsonDocument::pointer(std::uint32_t index) const {
  std::string path;
  while (nodes_[index].parent != index) {
    const Node& parent = nodes_[nodes_[index].parent];
    if (parent.kind == JsonKind::object) {
      path.insert(0, pointer_token(nodes_[index].key));
    } else {
      std::uint32_t position = 0;
      for (std::uint32_t child = parent.first; child != index; child = nodes_[child].next) ++position;
      path.insert(0, pointer_token(std::to_string(position)));
    }
    index = nodes_[index].parent;
  }
  return path;
}

/// The value's own node becomes an object around a copy of it.
void JsonDocument::negate(std::uint32_t index) {
  const auto list = static_cast<std::uint32_t>(nodes_.size()), copy = list + 1;
  nodes_.push_back(nodes_[index]);
  nodes_.push_back(nodes_[index]);
  nodes_[copy].key = {};
  nodes_[copy].key_at = nodes_[copy].at;
  nodes_[copy].next = 0;
  nodes_[copy].parent = list;
  nodes_[list].kind = JsonKind::list;
  nodes_[list].parent = index;
  nodes_[list].next = 0;
  nodes_[list].first = copy;
  nodes_[list].size = nodes_[index].size = 1;
  nodes_[index].kind = JsonKind::object;
  nodes_[index].first = list;
  rename(list, "!");
}

void JsonDocument::locate(const std::vector<std::uint32_t>& offsets, Problems& problems) const {
  std::size_t from = 0;
  Place place;
  for (std::size_t k = 0; k < offsets.size(); ++k) {
    place = place_of(source_.substr(from), offsets[k] - from, place);
    from = offsets[k];
    problems[k].line = place.line;
    problems[k].column = place.column;
  }
}

}  // namespace decision_card::document
