// SPDX-License-Identifier: MIT
// The parser beside nlohmann_json's: what either refuses the other refuses, at the same byte, and both read the same
// values.
#include <dirent.h>
#include <doctest/doctest.h>

#include <cstring>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "decision_card/limits.hpp"
#include "document/json_document.hpp"
#include "support/random_pack.hpp"
#include "support/support.hpp"

using namespace decision_card;
using document::JsonDocument;
using document::JsonKind;
using document::JsonValue;

namespace {

/// Writes what nlohmann_json reads, event by event, and the offset of what it refuses.
class Events {
 public:
  std::string read(const std::string& text) {
    nlohmann::json::sax_parse(text, this);
    return std::move(out_);
  }

  bool null() { return say("null"); }
  bool boolean(bool value) { return say(value ? "true" : "false"); }
  bool number_integer(std::int64_t value) { return number(static_cast<double>(value)); }
  bool number_unsigned(std::uint64_t value) { return number(static_cast<double>(value)); }
  bool number_float(double value, const std::string&) { return number(value); }
  bool string(std::string& value) { return say('"' + value + '"'); }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) { return say("{"); }
  bool end_object() { return say("}"); }
  bool start_array(std::size_t) { return say("["); }
  bool end_array() { return say("]"); }
  bool key(std::string& name) { return say(name + ":"); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) {
    constexpr int out_of_range = 406;
    out_ = error.id == out_of_range ? "number at " + std::to_string(position)
                                    : "refused at " + std::to_string(position == 0 ? 0 : position - 1);
    return false;
  }

 private:
  bool say(const std::string& event) {
    out_ += event + '\n';
    return true;
  }
  /// The bits, so that zeros differ by their signs.
  bool number(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return say(std::to_string(bits));
  }

  std::string out_;
};

std::string written(JsonValue value, const std::string& key) {
  std::string out = key;
  double number = value.number();
  std::uint64_t bits = 0;
  std::memcpy(&bits, &number, sizeof bits);
  switch (value.kind()) {
    case JsonKind::null: return out + "null\n";
    case JsonKind::boolean: return out + (value.flag() ? "true\n" : "false\n");
    case JsonKind::number: return out + std::to_string(bits) + "\n";
    case JsonKind::text: return out + '"' + std::string(value.text()) + "\"\n";
    default: break;
  }
  const bool object = value.is(JsonKind::object);
  out += object ? "{\n" : "[\n";
  for (const JsonValue child : value) out += written(child, object ? std::string(child.key()) + ":\n" : "");
  return out + (object ? "}\n" : "]\n");
}

/// The parser's problem as an offset, in texts of one line and of no characters above U+FFFF.
std::string problem_of(const Problem& problem, const std::string& text) {
  std::size_t offset = 0;
  for (unsigned column = 1; column < problem.column; ++column) {
    ++offset;
    while (offset < text.size() && base::continues_character(text[offset])) ++offset;
  }
  return (problem.code == "json_number" ? "number at " : "refused at ") + std::to_string(offset);
}

/// Ours is stricter in these, which nlohmann_json doesn't know; and it names the beginning of bad UTF-8.
bool incomparable(std::string_view code) {
  return code == "json_duplicate_key" || code == "json_too_deep" || code == "json_too_large" || code == "json_utf8";
}

/// Line ends would have to be counted, too.
std::string in_one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n') c = ' ';
  }
  return text;
}

void compare(const std::string& lines) {
  if (lines.find('\0') != std::string::npos) return;
  const std::string text = in_one_line(lines);
  CAPTURE(text);
  const Result<JsonDocument> ours = JsonDocument::parse(text);
  const std::string theirs = Events().read(text);
  if (ours) {
    CHECK(written(JsonValue(ours.value(), 0), "") == theirs);
    return;
  }
  const Problem& problem = ours.problems().front();
  if (problem.code == "json_utf8") CHECK(theirs.starts_with("refused"));
  if (!incomparable(problem.code)) CHECK(problem_of(problem, text) == theirs);
}

/// Each a token, whole or spoilt.
const std::vector<std::string> pieces{"{",
                                      "}",
                                      "[",
                                      "]",
                                      ",",
                                      ":",
                                      " ",
                                      "\t",
                                      "\r",
                                      "\"\"",
                                      "\"a\"",
                                      "\"\\u00e9\\n\\/\"",
                                      "\"\\ud83d\\ude00\"",
                                      "\"\\ud83d\"",
                                      "\"\\ud83d\\n\"",
                                      "\"\\ude00\"",
                                      "\"\\ud83d\\u0041\"",
                                      "\"\\x\"",
                                      "\"\\u12g4\"",
                                      "\"\x1f\"",
                                      "\"\xC3\xA9\"",
                                      "\"\xE2\x82\"",
                                      "\"\xED\xA0\x80\"",
                                      "\"",
                                      "\xC3\xA9",
                                      "true",
                                      "tru",
                                      "truth",
                                      "false",
                                      "fals}",
                                      "null",
                                      "nul",
                                      "0",
                                      "-0",
                                      "-",
                                      "01",
                                      "1.",
                                      "1.5",
                                      "-2.50e3",
                                      "1e",
                                      "1e+",
                                      "1E-7",
                                      "1e400",
                                      "-1e999",
                                      "123456789012345",
                                      "1234567890123456",
                                      "9007199254740993",
                                      "18446744073709551615",
                                      "18446744073709551616",
                                      "-9223372036854775809",
                                      "0.1e1",
                                      ".5",
                                      "+1",
                                      "'",
                                      "\x7F",
                                      "/",
                                      "\xEF\xBB\xBF",
                                      "\xEF\xBB"};

}  // namespace

TEST_CASE("the parser reads and refuses what nlohmann_json does: sequences of tokens") {
  tests::Dice dice(2026);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t left = 1 + dice.below(7); left > 0; --left)
      text += pieces[dice.below(static_cast<std::uint32_t>(pieces.size()))];
    compare(text);
  }
  for (const std::string& piece : pieces) {
    compare(piece);
    compare("[" + piece + "]");
    compare("{\"k\":" + piece + ",\"l\":0}");
  }
}

TEST_CASE("the parser reads and refuses what nlohmann_json does: a pack with a byte changed, left out or doubled") {
  const std::string pack = tests::read_file("tests/corpus/packs/lunch.json");
  compare(pack);
  tests::Dice dice(11);
  for (int round = 0; round < 3'000; ++round) {
    std::string text = pack.substr(0, 2'000);
    const std::size_t at = dice.below(static_cast<std::uint32_t>(text.size()));
    switch (dice.below(3)) {
      case 0: text[at] = static_cast<char>(1 + dice.below(255)); break;
      case 1: text.erase(at, 1); break;
      default: text.insert(at, 1, text[at]);
    }
    compare(text);
  }
}

TEST_CASE("the parser reads and refuses what nlohmann_json does: JSONTestSuite") {
  const auto folder = tests::corpus_folder("json-parsing/test_parsing");
  if (!folder) return;
  DIR* dir = opendir(folder->c_str());
  while (const dirent* entry = readdir(dir)) {
    if (entry->d_name[0] != '.') compare(tests::read_file(*folder + "/" + entry->d_name));
  }
  closedir(dir);
}
