// SPDX-License-Identifier: MIT
#include "advice/whole_file.hpp"

#include <algorithm>
#include <array>

#include "advice/json_words.hpp"
#include "base/wording.hpp"

namespace decision_card::advice {

namespace {

constexpr std::string_view from_brace = "Take out what stands before the first { and behind the last }.";
/// Beginnings by which a file of another kind is known.
constexpr std::array<Stray, 18> beginnings{{
    {"export ", "This is a JavaScript module, and a pack is JSON.", from_brace},
    {"module.exports", "This is a JavaScript module, and a pack is JSON.", from_brace},
    {"import ", "This is a JavaScript module, and a pack is JSON.", from_brace},
    {"const ", "This is JavaScript, and a pack is JSON.", from_brace},
    {"let ", "This is JavaScript, and a pack is JSON.", from_brace},
    {"var ", "This is JavaScript, and a pack is JSON.", from_brace},
    {"window.", "This is JavaScript, and a pack is JSON.", from_brace},
    {"<!--", "A comment begins here, and JSON has none.", "Take it out."},
    {"<<<<<<<", "A merge conflict was left in this file.", settle_conflict},
    {"<", "This is HTML or XML, and a pack is JSON.",
     "Save the file itself, not the page that shows it or says that it isn't there."},
    {"```", "The pack stands between fences of Markdown.", "Take out the lines that begin with ```."},
    {"{\\rtf", "A word processor saved this as RTF.", "Save it as plain text, in UTF-8."},
    {"%PDF", "This is a PDF, and a pack is JSON.", "Open the file that it was made from."},
    {"---", "This looks like YAML, and a pack is JSON.", "Convert it, for example with: yq -o json pack.yaml."},
    {"- ", "This looks like YAML, and a pack is JSON.", "Convert it, for example with: yq -o json pack.yaml."},
    {"%YAML", "This looks like YAML, and a pack is JSON.", "Convert it, for example with: yq -o json pack.yaml."},
    {"version https://git-lfs", "Git LFS keeps this file elsewhere; here is only where.", "Fetch it: git lfs pull."},
    {"$ref", "This names another file instead of being a pack.", "Open that one."},
}};

std::string_view trimmed(std::string_view line) {
  const std::size_t first = line.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(blanks) - first + 1);
}

bool is_word(std::string_view text) {
  return !text.empty() && text.size() < 64 &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.\"'$") ==
             std::string_view::npos;
}

/// The first line that is neither empty nor a comment of YAML or TOML.
std::string_view first_line(std::string_view text) {
  for (const std::string_view line : base::split(text, '\n')) {
    const std::string_view rest = trimmed(line);
    if (!rest.empty() && rest[0] != '#') return rest;
  }
  return {};
}

bool is_pair(std::string_view line, char between) {
  const std::size_t at = line.find(between);
  return at != std::string_view::npos && is_word(trimmed(line.substr(0, at)));
}

bool is_table(std::string_view line) {
  return line.size() > 2 && line.front() == '[' && line.back() == ']' && is_word(line.substr(1, line.size() - 2)) &&
         line.find_first_of("\"'") == std::string_view::npos &&
         line.find_first_not_of("0123456789.", 1) != line.size() - 1;
}

std::optional<Mistake> by_first_line(std::string_view text, std::size_t at) {
  const std::string_view line = first_line(text);
  if (line.starts_with('{') || line.starts_with('"')) return std::nullopt;
  if (is_pair(line, ':'))
    return Mistake{at, "This looks like YAML, and a pack is JSON.",
                   "Convert it, for example with: yq -o json pack.yaml."};
  if (is_table(line) || is_pair(line, '='))
    return Mistake{at, "This looks like TOML, and a pack is JSON.",
                   "Convert it, for example with: yq -p toml -o json pack.toml."};
  return std::nullopt;
}

/// A pack behind something else: an explanation, a call, a comment.
std::optional<Mistake> words_before(std::string_view text, std::size_t at) {
  if (text[at] == '{' || text[at] == '[' || text[at] == '"') return std::nullopt;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("//") || rest.starts_with("/*") || rest[0] == '#') return std::nullopt;  // named as comments
  const bool letter = (rest[0] >= 'a' && rest[0] <= 'z') || (rest[0] >= 'A' && rest[0] <= 'Z');
  if (!letter) return std::nullopt;
  if (text.find('{', at) == std::string_view::npos)
    return Mistake{at, "This is no JSON at all: a pack begins with {.", "Open the file that holds the pack."};
  return Mistake{at, "Some words stand before the pack.", std::string(from_brace)};
}

}  // namespace

std::optional<Mistake> not_json_at_all(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t at = text.find_first_not_of(blanks);
  if (at == std::string_view::npos)
    return Mistake{0, "The file is empty.", "Begin with a template: decision-card init NAME."};
  for (const Stray& each : beginnings) {
    if (text.substr(at).starts_with(each.mark)) return Mistake{at, std::string(each.what), std::string(each.instead)};
  }
  if (auto other = by_first_line(text, at)) return other;
  return words_before(text, at);
}

}  // namespace decision_card::advice
