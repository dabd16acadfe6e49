// SPDX-License-Identifier: MIT
#include "document/json_document.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/stable_order.hpp"
#include "base/utf8.hpp"
#include "base/wording.hpp"
#include "decision_card/limits.hpp"

namespace decision_card::document {

using base::find_bad_utf8;
using base::in_quotes;
using base::joined;
using base::Place;
using base::place_of;
using base::quote;

namespace {

Problems one_problem(std::string_view code, std::string_view source, std::size_t offset, std::string message,
                     std::string suggestion) {
  const Place place = place_of(source, offset);
  Problems problems;
  problems.push_back({code, Severity::error, "", place.line, place.column, std::move(message), std::move(suggestion)});
  return problems;
}

bool is_separator(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ':' || c == ']' || c == '}';
}

/// Returns the offset just behind the token that starts at `at`. The text is known to be well-formed JSON here.
std::size_t token_end(std::string_view text, std::size_t at) {
  if (text[at] == '{' || text[at] == '[') return at + 1;
  if (text[at] != '"') {
    while (at < text.size() && !is_separator(text[at])) ++at;
    return at;
  }
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return at + 1;
}

/// Returns the offset of the token with this ordinal, counted from one that starts at `at`. Positions are found again
/// when a problem needs one, so that reading a pack without problems pays nothing for them.
std::size_t token_offset(std::string_view text, std::uint32_t ordinal, std::size_t at = 0) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (at == 0 && text.substr(0, 3) == byte_order_mark) at = 3;
  for (;; --ordinal) {
    while (at < text.size() && is_separator(text[at])) ++at;
    if (ordinal == 0 || at >= text.size()) return at;
    at = token_end(text, at);
  }
}

std::string pointer_token(const std::string& key) {
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

/// Receives nlohmann's SAX events.
class JsonBuilder {
 public:
  JsonBuilder(JsonDocument& document, std::string_view source) : document_(document), source_(source) {}

  bool null() { return add(JsonKind::null) != none; }
  bool boolean(bool value) {
    const std::uint32_t index = add(JsonKind::boolean);
    if (index != none) document_.nodes_[index].flag = value;
    return index != none;
  }
  bool number_integer(std::int64_t value) { return add_number(static_cast<double>(value), std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return add_number(static_cast<double>(value), std::to_string(value)); }
  bool number_float(double value, const std::string& written) { return add_number(value, written); }
  bool string(std::string& value) {
    const std::uint32_t index = add(JsonKind::text);
    if (index != none) document_.nodes_[index].text = keep(value);
    return index != none;
  }
  bool binary(nlohmann::json::binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*elements*/) { return open(JsonKind::object); }
  bool start_array(std::size_t /*elements*/) { return open(JsonKind::list); }
  bool end_object() { return no_duplicates() && close(); }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    ++tokens_;
    key_ = keep(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string& last_token, const nlohmann::detail::exception& error) {
    constexpr int out_of_range = 406;
    if (error.id == out_of_range)
      return fail("json_number", position, joined({"The number ", last_token, " is too large."}),
                  "Use a number that a double can hold.");
    const std::size_t bad = find_bad_utf8(source_);
    if (bad < position) return fail("json_utf8", bad, "This byte is not valid UTF-8.", "Save the file as UTF-8.");
    const bool at_end = position > source_.size() || last_token.empty();
    return fail("json_syntax", position == 0 ? 0 : position - 1,
                at_end ? "The JSON ends too early."
                       : joined({"This is not valid JSON: ", printable(last_token), " can't stand here."}),
                at_end ? "Close every text, list and object that is open."
                       : "Look for a missing or surplus comma, quotation mark or bracket just before this place.");
  }

  [[nodiscard]] Problems take_problems() { return std::move(problems_); }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  struct Open {
    std::uint32_t node;
    std::uint32_t last_child = 0;
  };

  static std::string printable(const std::string& token) {
    std::string out;
    for (const char c : token) {
      if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    if (out.starts_with('"') || find_bad_utf8(out) != std::string_view::npos) return "a text";
    return in_quotes(out);
  }

  bool fail(std::string_view code, std::size_t offset, std::string message, std::string suggestion) {
    problems_ = one_problem(code, source_, offset, std::move(message), std::move(suggestion));
    return false;
  }

  /// Copies: taking the lexer's own buffer would make it grow a new one, character by character, for every text.
  std::uint32_t keep(const std::string& text) {
    document_.texts_.push_back(text);
    return static_cast<std::uint32_t>(document_.texts_.size() - 1);
  }

  std::uint32_t add(JsonKind kind) {
    auto& nodes = document_.nodes_;
    if (nodes.size() >= limits::document_values) {
      fail("json_too_large", token_offset(source_, tokens_), "The document holds more than 200,000 values.",
           "Split it into smaller packs.");
      return none;
    }
    const auto index = static_cast<std::uint32_t>(nodes.size());
    JsonDocument::Node node;
    node.kind = kind;
    node.token = tokens_++;
    node.key = std::exchange(key_, 0);
    if (!open_.empty()) {
      Open& parent = open_.back();
      node.parent = parent.node;
      (parent.last_child == 0 ? nodes[parent.node].first : nodes[parent.last_child].next) = index;
      parent.last_child = index;
      ++nodes[parent.node].size;
    }
    nodes.push_back(node);
    return index;
  }

  bool add_number(double value, const std::string& written) {
    const std::uint32_t index = add(JsonKind::number);
    if (index == none) return false;
    document_.nodes_[index].number = value;
    document_.nodes_[index].text = keep(written);
    return true;
  }

  bool open(JsonKind kind) {
    if (open_.size() >= limits::depth) {
      return fail("json_too_deep", token_offset(source_, tokens_), "Lists and objects are nested more than 32 deep.",
                  "Flatten the document; no pack needs this depth.");
    }
    const std::uint32_t index = add(kind);
    if (index != none) open_.push_back({index});
    return index != none;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  [[nodiscard]] const std::string& name(std::uint32_t child) const {
    return document_.texts_[document_.nodes_[child].key];
  }

  /// Goes pair by pair, which is the quicker way for the few members that nearly every object of a pack has: sorting
  /// them took more time than all the rest of reading.
  [[nodiscard]] bool all_differ(std::uint32_t first) const {
    const auto& nodes = document_.nodes_;
    for (std::uint32_t second = first; second != 0; second = nodes[second].next) {
      for (std::uint32_t before = first; before != second; before = nodes[before].next) {
        if (name(before) == name(second)) return false;
      }
    }
    return true;
  }

  bool no_duplicates() {
    constexpr std::uint32_t few = 12;
    const auto& nodes = document_.nodes_;
    const JsonDocument::Node& object = nodes[open_.back().node];
    if (object.size <= few && all_differ(object.first)) return true;
    std::vector<std::uint32_t> members;
    for (std::uint32_t child = object.first; child != 0; child = nodes[child].next) members.push_back(child);
    const auto less = [&](std::uint32_t a, std::uint32_t b) { return name(members[a]) < name(members[b]); };
    const std::vector<std::uint32_t> order = base::stable_order(members.size(), less);
    std::size_t k = 1;
    while (k < order.size() && name(members[order[k - 1]]) != name(members[order[k]])) ++k;
    if (k >= order.size()) return true;
    const std::uint32_t first_member = members[order[k - 1]], second = members[order[k]];
    const Place first = place_of(source_, token_offset(source_, nodes[first_member].token - 1));
    fail("json_duplicate_key", token_offset(source_, nodes[second].token - 1),
         joined({"The key ", quote(name(second)), " stands twice in the same object; it is first on line ",
                 std::to_string(first.line), "."}),
         "Rename or remove one of them.");
    problems_.front().path = document_.pointer(second);
    return false;
  }

  JsonDocument& document_;
  std::string_view source_;
  std::vector<Open> open_;
  std::uint32_t key_ = 0;
  std::uint32_t tokens_ = 0;
  Problems problems_;
};

Result<JsonDocument> JsonDocument::parse(std::string_view text) {
  if (text.size() > limits::document_bytes)
    return one_problem("json_too_large", text, 0, "The document is larger than 1 MiB.", "Split it into smaller packs.");
  // nlohmann's lexer takes a zero byte for the end of its input.
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos)
    return one_problem("json_syntax", text, zero, "A zero byte can't stand here.", "Remove it.");
  JsonDocument document;
  document.source_ = text;
  document.nodes_.reserve(text.size() / 16);
  document.texts_.reserve(text.size() / 16);
  JsonBuilder builder(document, text);
  if (!nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &builder)) return builder.take_problems();
  return document;
}

std::string JsonDocument::pointer(std::uint32_t index) const {
  std::string path;
  while (nodes_[index].parent != index) {
    const Node& parent = nodes_[nodes_[index].parent];
    if (parent.kind == JsonKind::object) {
      path.insert(0, pointer_token(texts_[nodes_[index].key]));
    } else {
      std::uint32_t position = 0;
      for (std::uint32_t child = parent.first; child != index; child = nodes_[child].next) ++position;
      path.insert(0, pointer_token(std::to_string(position)));
    }
    index = nodes_[index].parent;
  }
  return path;
}

void JsonDocument::rename(std::uint32_t index, std::string_view key) {
  nodes_[index].key = static_cast<std::uint32_t>(texts_.size());
  texts_.emplace_back(key);
}

/// The value's own node becomes an object around a copy of it.
void JsonDocument::negate(std::uint32_t index) {
  const auto list = static_cast<std::uint32_t>(nodes_.size()), copy = list + 1;
  nodes_.push_back(nodes_[index]);
  nodes_.push_back(nodes_[index]);
  nodes_[copy].key = nodes_[copy].next = 0;
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

std::uint32_t JsonDocument::token(std::uint32_t index, bool at_key) const {
  const Node& node = nodes_[index];
  return node.token - (at_key && node.key != 0 ? 1 : 0);
}

void JsonDocument::locate(const std::vector<std::uint32_t>& tokens, Problems& problems) const {
  std::size_t offset = token_offset(source_, 0);
  std::uint32_t token = 0;
  Place place = place_of(source_, offset);
  for (std::size_t k = 0; k < tokens.size(); ++k) {
    const std::size_t next = token_offset(source_, tokens[k] - token, offset);
    place = place_of(source_.substr(offset), next - offset, place);
    offset = next;
    token = tokens[k];
    problems[k].line = place.line;
    problems[k].column = place.column;
  }
}

}  // namespace decision_card::document
