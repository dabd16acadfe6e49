// SPDX-License-Identifier: MIT
// JSON text to a JsonDocument, in one walk (RFC 8259). docs/decisions/0021 says why it is our own.
#include "document/json_parser.hpp"

#include <cstdlib>
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

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_blank(int byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }
bool is_digit(int byte) { return byte >= '0' && byte <= '9'; }

/// What stands in a text as it is written; the first byte of a longer character does not.
bool is_plain(int byte) { return byte >= ' ' && byte < 0x80 && byte != '"' && byte != '\\'; }

/// Below 0 where it is none.
int hex_digit(int byte) {
  if (is_digit(byte)) return byte - '0';
  const int small = byte | 0x20;
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/// What stands for a character behind a backslash; 0 for none.
char unescaped(int byte) {
  constexpr std::string_view written = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
  const std::size_t at = written.find(static_cast<char>(byte));
  return byte < 0 || at == std::string_view::npos ? '\0' : meant[at];
}

/// Control characters by their numbers, as a message can show them.
std::string shown(std::string_view token) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : token) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= ' ') out += c;
    else out += {'<', 'U', '+', '0', '0', digits[byte >> 4], digits[byte & 15], '>'};
  }
  if (out.starts_with('"') || find_bad_utf8(out) != std::string_view::npos) return "a text";
  return in_quotes(out);
}

}  // namespace

JsonParser::JsonParser(JsonDocument& document, std::string_view source)
    : document_(document), source_(source), texts_(new char[source.size()]), end_of_texts_(texts_.get()) {
  document.source_ = source;
  document.texts_ = texts_;
  document.nodes_.reserve(source.size() / 24);  // a pack has a value for every 27 bytes
}

bool JsonParser::run() {
  const bool marked = here() == 0xEF;
  for (std::size_t k = 0; marked && k < byte_order_mark.size(); ++k, ++at_) {
    if (source_.substr(at_, 1) != byte_order_mark.substr(k, 1)) return unexpected_byte();
  }
  skip_blanks();
  bool good = value();
  while (good && !open_.empty()) good = member();
  if (good) skip_blanks();
  return good && (at_ == source_.size() || misplaced());
}

void JsonParser::skip_blanks() {
  while (is_blank(here())) ++at_;
}

/// Reads on behind an opening bracket or a value: to the end of the next value, or of the list or object.
bool JsonParser::member() {
  const Open& open = open_.back();
  const bool object = document_.nodes_[open.node].kind == JsonKind::object;
  skip_blanks();
  if (here() == (object ? '}' : ']')) {
    ++at_;
    return close(object);
  }
  if (open.last_child != 0) {
    if (here() != ',') return misplaced();
    ++at_;
    skip_blanks();
  }
  return (!object || name()) && value();
}

bool JsonParser::name() {
  if (here() != '"') return misplaced();
  key_at_ = at_;
  if (!text(key_)) return false;
  skip_blanks();
  if (here() != ':') return misplaced();
  ++at_;
  skip_blanks();
  return true;
}

bool JsonParser::value() {
  const std::size_t from = at_;
  std::string_view written;
  switch (here()) {
    case '{': return open(JsonKind::object);
    case '[': return open(JsonKind::list);
    case '"': return text(written) && add(JsonKind::text, from, written);
    case 't': return word("true") && add(JsonKind::boolean, from, {}, 1);
    case 'f': return word("false") && add(JsonKind::boolean, from);
    case 'n': return word("null") && add(JsonKind::null, from);
    default: return number_begins() ? number() : misplaced();
  }
}

bool JsonParser::word(std::string_view whole) {
  for (const char c : whole) {
    if (here() != c) return unexpected_byte();
    ++at_;
  }
  return true;
}

/// Copies a text without its quotation marks, with what its escapes stand for. It never is longer than it was written,
/// so that all texts of a document fit where its source would.
bool JsonParser::text(std::string_view& result) {
  token_ = at_++;
  char* out = end_of_texts_;
  while (here() != '"') {
    const char *from = source_.data() + at_, *const end = source_.data() + source_.size();
    const char* const start = from;
    while (from != end && is_plain(static_cast<unsigned char>(*from))) *out++ = *from++;
    at_ += static_cast<std::size_t>(from - start);
    const int byte = here();
    if (byte == '\\' ? !escape(out) : byte != '"' && !long_character(out)) return false;
  }
  ++at_;
  result = {end_of_texts_, static_cast<std::size_t>(out - end_of_texts_)};
  end_of_texts_ = out;
  return true;
}

bool JsonParser::long_character(char*& out) {
  if (here() < 0x80) return unexpected_byte();
  const base::Character character = base::character_at(source_, at_);
  if (!character.well_formed()) return unexpected_byte();
  for (unsigned k = 0; k < character.bytes; ++k) *out++ = source_[at_++];
  return true;
}

bool JsonParser::escape(char*& out) {
  ++at_;
  if (here() == 'u') {
    char32_t code = 0;
    if (!code_point(code)) return false;
    out = base::write_utf8(code, out);
    return true;
  }
  const char meant = unescaped(here());
  if (meant == '\0') return unexpected_byte();
  ++at_;
  *out++ = meant;
  return true;
}

/// Reads from the u of an escape; a character above U+FFFF is written as two of them.
bool JsonParser::code_point(char32_t& code) {
  if (!four_digits(code)) return false;
  if (code < 0xD800 || code > 0xDFFF) return true;
  char32_t low = 0;
  if (code >= 0xDC00) return unexpected_before();
  if (here() != '\\') return unexpected_byte();
  ++at_;
  if (here() != 'u') return unexpected_byte();
  if (!four_digits(low)) return false;
  if (low < 0xDC00 || low > 0xDFFF) return unexpected_before();
  code = 0x10000 + ((code & 0x3FF) << 10) + (low & 0x3FF);
  return true;
}

bool JsonParser::four_digits(char32_t& code) {
  ++at_;
  for (int k = 0; k < 4; ++k, ++at_) {
    const int digit = hex_digit(here());
    if (digit < 0) return unexpected_byte();
    code = code << 4 | static_cast<char32_t>(digit);
  }
  return true;
}

bool JsonParser::number_begins() const { return here() == '-' || is_digit(here()); }

bool JsonParser::digits() {
  if (!is_digit(here())) return unexpected_byte();
  while (is_digit(here())) ++at_;
  return true;
}

/// Leaves `whole` true where there is neither a fraction nor an exponent.
bool JsonParser::scan_number(bool& whole) {
  token_ = at_;
  if (here() == '-') ++at_;
  if (here() == '0') ++at_;
  else if (!digits()) return false;
  whole = here() != '.' && (here() | 0x20) != 'e';
  if (here() == '.') {
    ++at_;
    if (!digits()) return false;
  }
  if ((here() | 0x20) != 'e' || here() < 0) return true;
  ++at_;
  if (here() == '+' || here() == '-') ++at_;
  return digits();
}

bool JsonParser::number() {
  const std::size_t from = at_;
  bool whole = false;
  if (!scan_number(whole)) return false;
  constexpr std::size_t exact = 15;  // so many digits are a whole number that a double holds
  std::string_view written = source_.substr(from, at_ - from);
  if (whole && written == "-0") written = "0";
  double value = 0;
  if (whole && written.size() <= exact) {
    for (const char c : written) value = c == '-' ? 0 : value * 10 + (c - '0');
    if (written.front() == '-') value = -value;
  } else {
    value = std::strtod(std::string(written).c_str(), nullptr);
  }
  if (value - value != 0)
    return fail("json_number", at_, joined({"The number ", written, " is too large."}),
                "Use a number that a double can hold.");
  return add(JsonKind::number, from, copied(written), value);
}

std::string_view JsonParser::copied(std::string_view text) {
  char* const begin = end_of_texts_;
  for (const char c : text) *end_of_texts_++ = c;
  return {begin, text.size()};
}

bool JsonParser::open(JsonKind kind) {
  if (open_.size() >= limits::depth)
    return fail("json_too_deep", at_, "Lists and objects are nested more than 32 deep.",
                "Flatten the document; no pack needs this depth.");
  if (!add(kind, at_++)) return false;
  open_.push_back({static_cast<std::uint32_t>(document_.nodes_.size() - 1)});
  return true;
}

bool JsonParser::close(bool object) {
  if (object && !no_duplicates()) return false;
  open_.pop_back();
  return true;
}

bool JsonParser::add(JsonKind kind, std::size_t from, std::string_view written, double number) {
  auto& nodes = document_.nodes_;
  if (nodes.size() >= limits::document_values)
    return fail("json_too_large", from, "The document holds more than 200,000 values.", "Split it into smaller packs.");
  const auto index = static_cast<std::uint32_t>(nodes.size());
  JsonDocument::Node& node = nodes.emplace_back();
  node.number = number;
  node.text = written;
  node.kind = kind;
  node.at = node.key_at = static_cast<std::uint32_t>(from);
  if (open_.empty()) return true;
  Open& parent = open_.back();
  node.parent = parent.node;
  if (nodes[parent.node].kind == JsonKind::object) {
    node.key = key_;
    node.key_at = static_cast<std::uint32_t>(key_at_);
  }
  (parent.last_child == 0 ? nodes[parent.node].first : nodes[parent.last_child].next) = index;
  parent.last_child = index;
  ++nodes[parent.node].size;
  return true;
}

/// Goes pair by pair, which is the quicker way for the few members that nearly every object of a pack has.
bool JsonParser::all_differ(std::uint32_t first) const {
  const auto& nodes = document_.nodes_;
  for (std::uint32_t second = first; second != 0; second = nodes[second].next) {
    for (std::uint32_t before = first; before != second; before = nodes[before].next) {
      if (nodes[before].key == nodes[second].key) return false;
    }
  }
  return true;
}

bool JsonParser::no_duplicates() {
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

/// What stands here is well formed and in the wrong place, or is nothing that JSON has.
bool JsonParser::misplaced() {
  std::string_view ignored;
  bool whole = false;
  switch (here()) {
    case '"': return text(ignored) && unexpected_before();
    case 't': return word("true") && unexpected_before();
    case 'f': return word("false") && unexpected_before();
    case 'n': return word("null") && unexpected_before();
    default: return number_begins() ? scan_number(whole) && unexpected_before() : unexpected_byte();
  }
}

bool JsonParser::unexpected_before() {
  --at_;
  return unexpected_byte();
}

/// The message shows what was read since the last text or number began.
bool JsonParser::unexpected_byte() {
  const std::size_t bad = find_bad_utf8(source_);
  if (bad <= at_) return fail("json_utf8", bad, "This byte is not valid UTF-8.", "Save the file as UTF-8.");
  if (at_ >= source_.size())
    return fail("json_syntax", at_, "The JSON ends too early.", "Close every text, list and object that is open.");
  return fail(
      "json_syntax", at_,
      joined({"This is not valid JSON: ", shown(source_.substr(token_, at_ + 1 - token_)), " can't stand here."}),
      "Look for a missing or surplus comma, quotation mark or bracket just before this place.");
}

bool JsonParser::fail(std::string_view code, std::size_t offset, std::string message, std::string_view suggestion) {
  problems_ = one_problem(code, source_, offset, std::move(message), suggestion);
  return false;
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
