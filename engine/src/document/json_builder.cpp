// SPDX-License-Identifier: MIT
#include "document/json_builder.hpp"

#include <nlohmann/json.hpp>
#include <utility>

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

bool is_separator(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ':' || c == ']' || c == '}';
}

/// Returns the offset just behind the token that starts at `at`, which the lexer has found to be well formed.
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

std::string printable(const std::string& token) {
  std::string out;
  for (const char c : token) {
    if (static_cast<unsigned char>(c) >= 0x20) out += c;
  }
  if (out.starts_with('"') || find_bad_utf8(out) != std::string_view::npos) return "a text";
  return in_quotes(out);
}

}  // namespace

/// Receives nlohmann's SAX events, which come with no places: each is that of the next token, so that one walk over the
/// source beside the lexer's finds all of them.
class JsonBuilder {
 public:
  JsonBuilder(JsonDocument& document, std::string_view source)
      : document_(document), source_(source), texts_(new char[source.size()]), end_of_texts_(texts_.get()) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (source.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
    document.source_ = source;
    document.texts_ = texts_;
    document.nodes_.reserve(source.size() / 24);  // a pack has a value for every 27 bytes
  }

  bool null() { return add(JsonKind::null); }
  bool boolean(bool value) { return add(JsonKind::boolean, {}, value ? 1 : 0); }
  bool number_integer(std::int64_t value) { return add_whole(static_cast<double>(value)); }
  bool number_unsigned(std::uint64_t value) { return add_whole(static_cast<double>(value)); }
  bool number_float(double value, const std::string& written) { return add(JsonKind::number, keep(written), value); }
  bool string(std::string& value) { return add(JsonKind::text, keep(value)); }
  bool binary(nlohmann::json::binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*elements*/) { return open(JsonKind::object); }
  bool start_array(std::size_t /*elements*/) { return open(JsonKind::list); }
  bool end_object() { return no_duplicates() && close(); }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    key_at_ = next_token();
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
  /// A list or an object whose end was not read yet.
  struct Open {
    std::uint32_t node;
    std::uint32_t last_child = 0;
  };

  bool fail(std::string_view code, std::size_t offset, std::string message, std::string_view suggestion) {
    problems_ = one_problem(code, source_, offset, std::move(message), suggestion);
    return false;
  }

  std::size_t next_token() {
    while (at_ < source_.size() && is_separator(source_[at_])) ++at_;
    const std::size_t begin = at_;
    at_ = token_end(source_, begin);
    return begin;
  }

  /// A decoded text is never longer than it was written, so that all of them fit where the source would.
  std::string_view keep(std::string_view text) {
    char* const begin = end_of_texts_;
    end_of_texts_ += text.copy(begin, text.size());
    return {begin, text.size()};
  }

  bool add_whole(double value) {
    const std::size_t from = next_token();
    const std::string_view written = source_.substr(from, at_ - from);
    return add_at(from, JsonKind::number, keep(written == "-0" ? "0" : written), value == 0 ? 0 : value);
  }

  bool add(JsonKind kind, std::string_view text = {}, double number = 0) {
    return add_at(next_token(), kind, text, number);
  }

  bool add_at(std::size_t from, JsonKind kind, std::string_view text, double number) {
    auto& nodes = document_.nodes_;
    if (nodes.size() >= limits::document_values)
      return fail("json_too_large", from, "The document holds more than 200,000 values.",
                  "Split it into smaller packs.");
    const auto index = static_cast<std::uint32_t>(nodes.size());
    JsonDocument::Node& node = nodes.emplace_back();
    node.number = number;
    node.text = text;
    node.kind = kind;
    node.at = node.key_at = static_cast<std::uint32_t>(from);
    if (open_.empty()) return true;
    if (names_next()) {
      node.key = key_;
      node.key_at = static_cast<std::uint32_t>(key_at_);
    }
    Open& parent = open_.back();
    node.parent = parent.node;
    (parent.last_child == 0 ? nodes[parent.node].first : nodes[parent.last_child].next) = index;
    parent.last_child = index;
    ++nodes[parent.node].size;
    return true;
  }

  /// Whether the value that comes next is a member of an object.
  [[nodiscard]] bool names_next() const {
    return !open_.empty() && document_.nodes_[open_.back().node].kind == JsonKind::object;
  }

  bool open(JsonKind kind) {
    const std::size_t from = next_token();
    if (open_.size() >= limits::depth)
      return fail("json_too_deep", from, "Lists and objects are nested more than 32 deep.",
                  "Flatten the document; no pack needs this depth.");
    if (!add_at(from, kind, {}, 0)) return false;
    open_.push_back({static_cast<std::uint32_t>(document_.nodes_.size() - 1)});
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  /// Goes pair by pair, which is the quicker way for the few members that nearly every object of a pack has: sorting
  /// them took more time than all the rest of reading.
  [[nodiscard]] bool all_differ(std::uint32_t first) const {
    const auto& nodes = document_.nodes_;
    for (std::uint32_t second = first; second != 0; second = nodes[second].next) {
      for (std::uint32_t before = first; before != second; before = nodes[before].next) {
        if (nodes[before].key == nodes[second].key) return false;
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
    const auto less = [&](std::uint32_t a, std::uint32_t b) { return nodes[members[a]].key < nodes[members[b]].key; };
    const std::vector<std::uint32_t> order = base::stable_order(members.size(), less);
    std::size_t k = 1;
    while (k < order.size() && nodes[members[order[k - 1]]].key != nodes[members[order[k]]].key) ++k;
    if (k >= order.size()) return true;
    const std::uint32_t first_member = members[order[k - 1]], second = members[order[k]];
    const Place first = place_of(source_, nodes[first_member].key_at);
    fail("json_duplicate_key", nodes[second].key_at,
         joined({"The key ", quote(nodes[second].key), " stands twice in the same object; it is first on line ",
                 std::to_string(first.line), "."}),
         "Rename or remove one of them.");
    problems_.front().path = document_.pointer(second);
    return false;
  }

  JsonDocument& document_;
  std::string_view source_;
  std::shared_ptr<char[]> texts_;
  char* end_of_texts_;  ///< what is before it is written
  std::vector<Open> open_;
  std::string_view key_;    ///< the last member's name
  std::size_t key_at_ = 0;  ///< and where it stands
  std::size_t at_ = 0;      ///< behind the last token
  Problems problems_;
};

Problems build_document(JsonDocument& document, std::string_view source) {
  JsonBuilder builder(document, source);
  nlohmann::json::sax_parse(source.data(), source.data() + source.size(), &builder);
  return builder.take_problems();
}

Problems one_problem(std::string_view code, std::string_view source, std::size_t offset, std::string message,
                     std::string_view suggestion) {
  const Place place = place_of(source, offset);
  Problems problems;
  problems.push_back(
      {code, Severity::error, "", place.line, place.column, std::move(message), std::string(suggestion)});
  return problems;
}

}  // namespace decision_card::document
