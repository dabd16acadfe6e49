// SPDX-License-Identifier: MIT
#include "language/markup/lines.hpp"

#include "language/characters.hpp"

namespace decision_card::language {

namespace {

constexpr std::size_t nowhere = std::string_view::npos;
constexpr std::size_t longest_label = 120;  // bytes, with its tags
constexpr int label_word_count = 4;

bool is_at(std::string_view text, std::size_t at, std::string_view what) {
  return text.substr(at, what.size()) == what;
}

/// Line breaks of two or three bytes: the next line, the line and the paragraph separator.
LineEnd wide_line_end(std::string_view text, std::size_t at) {
  if (is_at(text, at, "\xC2\x85")) return {at, 2};
  if (is_at(text, at, "\xE2\x80\xA8")) return {at, 3};
  if (is_at(text, at, "\xE2\x80\xA9")) return {at, 3, true};
  return {at, 0};
}

/// Takes blanks, Markdown's marks and tags away from both ends.
std::string_view without_markup(std::string_view line) {
  constexpr std::string_view marks = " \t*_`";
  for (std::size_t before = nowhere; before != line.size();) {
    before = line.size();
    while (!line.empty() && marks.find(line.front()) != nowhere) line.remove_prefix(1);
    while (!line.empty() && marks.find(line.back()) != nowhere) line.remove_suffix(1);
    if (line.starts_with('<') && line.find('>') != nowhere) line.remove_prefix(line.find('>') + 1);
    if (line.ends_with('>') && line.rfind('<') != nowhere) line = line.substr(0, line.rfind('<'));
  }
  return line;
}

std::string_view without_colon(std::string_view line) {
  if (line.ends_with(':')) return line.substr(0, line.size() - 1);
  if (line.ends_with("\xEF\xBC\x9A")) return line.substr(0, line.size() - 3);
  return line;
}

/// Counts words as they are read; a mark that ends sentences or clauses makes too many.
int words_of(std::string_view line) {
  int words = 0;
  bool inside = false;
  for (Cursor cursor(line); cursor.before(line.size());) {
    const char32_t c = folded(cursor.take());
    if (c == '.' || c == '!' || c == '?' || c == ';' || c == ':') return label_word_count + 1;
    if (is_letter(c) && !inside) ++words;
    inside = is_letter(c) || is_invisible(c) || c == '\'';
  }
  return words;
}

bool is_bold_between(std::string_view line, std::string_view open, std::string_view close) {
  return line.size() > open.size() + close.size() && line.starts_with(open) &&
         line.find(close, open.size()) == line.size() - close.size();
}

}  // namespace

LineEnd line_end_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {at, 0};
  switch (static_cast<unsigned char>(text[at])) {
    case '\r': return {at, is_at(text, at, "\r\n") ? std::size_t{2} : std::size_t{1}};
    case '\n':
    case '\v': return {at, 1};
    case '\f': return {at, 1, true};
    case 0xC2:
    case 0xE2: return wide_line_end(text, at);
    default: return {at, 0};
  }
}

LineEnd line_end(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= ' ' && byte != 0xC2 && byte != 0xE2) continue;
    if (const LineEnd end = line_end_at(text, at); end.bytes != 0) return end;
  }
  return {text.size(), 0};
}

Fence fence_of(std::string_view line) {
  if (!line.starts_with("```") && !line.starts_with("~~~")) return {};
  const char mark = line.front();
  std::size_t size = line.find_first_not_of(mark);
  if (size == nowhere) size = line.size();
  const std::string_view rest = line.substr(size);
  if (mark == '`' && rest.find('`') != nowhere) return {};  // code within a line
  return {mark, size, rest.find_first_not_of(" \t") == nowhere};
}

bool is_row(std::string_view line) {
  std::size_t bars = line.starts_with('|');
  for (const char c : line) bars += c == '|';
  return bars > 1;
}

bool is_rule(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of("-=*_|: \t") == nowhere && line.find_first_of("-=*_") != nowhere;
}

std::size_t heading_level(std::string_view line) {
  const std::size_t level = line.find_first_not_of('#');
  if (level == nowhere || level < 1 || level > 6) return 0;
  return is_blank(Cursor(line.substr(level)).peek()) ? level : 0;
}

bool is_bold(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == ':')) line.remove_suffix(1);
  return line.size() < 80 && (is_bold_between(line, "**", "**") || is_bold_between(line, "__", "__") ||
                              is_bold_between(line, "<b>", "</b>") || is_bold_between(line, "<strong>", "</strong>"));
}

bool is_label(std::string_view line) {
  if (line.size() > longest_label) return false;
  const std::string_view bare = without_markup(line);
  const std::string_view label = without_colon(bare);
  if (label.size() == bare.size()) return false;
  const int words = words_of(without_markup(label));
  return words >= 1 && words <= label_word_count;
}

}  // namespace decision_card::language
