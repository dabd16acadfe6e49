// SPDX-License-Identifier: MIT
#include "language/read.hpp"

#include "language/stem.hpp"
#include "language/words.hpp"

namespace decision_card::language {

namespace {

constexpr std::size_t short_line = 50;  // a shorter line was broken by its writer, not by the width of the page

class ProseReader {
 public:
  ProseReader(std::string_view text, const English& english, const base::WordTable& stems)
      : text_(text), cursor_(text), prose_(text.size()), words_(text, cursor_, prose_, english, stems) {}

  Prose read() {
    while (cursor_.at() < text_.size()) {
      const std::size_t end = line_end();
      read_line(end);
      if (end < text_.size()) cursor_.skip_to(end + (text_.substr(end, 2) == "\r\n" ? 2 : 1));
    }
    prose_.end_block();
    return prose_.take();
  }

 private:
  using Kind = Sentence::Kind;

  [[nodiscard]] std::size_t line_end() const {
    std::size_t end = cursor_.at();
    while (end < text_.size() && text_[end] != '\n' && text_[end] != '\r') ++end;
    return end;
  }

  void read_line(std::size_t end) {
    const std::size_t indent = skip_indent(end);
    const std::string_view line = text_.substr(cursor_.at(), end - cursor_.at());
    const bool table = in_table_;
    in_table_ = false;
    if (line.starts_with("```") || line.starts_with("~~~")) in_code_ = !in_code_;
    else if (!in_code_) read_kind_of_line(line, indent, end, table);
    cursor_.skip_to(end);
  }

  void read_kind_of_line(std::string_view line, std::size_t indent, std::size_t end, bool after_row) {
    if (line.empty()) return prose_.end_block();
    if (is_rule(line)) return read_rule(line, after_row);
    if (const std::size_t level = heading_level(line)) return read_heading(level, end);
    if (is_row(line)) return read_row(end, after_row);
    if (skip_bullet(line)) return read_bullet(indent, end);
    read_text(line, end);
  }

  std::size_t skip_indent(std::size_t end) {
    std::size_t columns = 0;
    while (cursor_.before(end) && (is_blank(cursor_.peek()) || cursor_.peek() == '>'))
      columns += cursor_.take() == '\t' ? 4 : 1;
    return columns;
  }

  /// A row of a table has a bar at the front, or two anywhere.
  static bool is_row(std::string_view line) {
    std::size_t bars = line.front() == '|';
    for (const char c : line) bars += c == '|';
    return bars > 1;
  }

  /// A rule is a line of dashes, or the line under a table's header.
  static bool is_rule(std::string_view line) {
    return line.size() >= 3 && line.find_first_not_of("-=*_|: \t") == std::string_view::npos &&
           line.find_first_of("-=*_") != std::string_view::npos;
  }

  void read_rule(std::string_view line, bool after_row) {
    if (after_row && line.find('|') != std::string_view::npos) {
      prose_.mark_header();
      in_table_ = true;
      return;
    }
    // Two lines that make a heading: a text and a line under it.
    if (prose_.in_text() && (line.front() == '=' || line.front() == '-')) {
      prose_.end_sentence();
      prose_.make_heading(line.front() == '=' ? 1 : 2);
    }
    prose_.end_block();
  }

  static unsigned char byte(std::string_view line, std::size_t at) { return static_cast<unsigned char>(line[at]); }

  /// Returns 1 to 6 for "# …" to "###### …", 0 for any other line.
  static std::size_t heading_level(std::string_view line) {
    const std::size_t level = line.find_first_not_of('#');
    return level >= 1 && level <= 6 && is_blank(byte(line, level)) ? level : 0;
  }

  void read_heading(std::size_t level, std::size_t end) {
    prose_.begin_block(Kind::heading, level);
    words_.read(end);
    prose_.end_block();
  }

  void read_row(std::size_t end, bool continues) {
    prose_.end_block();
    prose_.label_before_list();
    prose_.begin_row(continues);
    in_table_ = true;
    if (cursor_.peek() == '|') cursor_.take();
    for (std::size_t column = 0; cursor_.before(end); ++column) {
      std::size_t bar = text_.find('|', cursor_.at());
      if (bar == std::string_view::npos || bar > end) bar = end;
      prose_.begin_block(Kind::cell, column);
      words_.read(bar);
      prose_.end_block();
      if (cursor_.before(end)) cursor_.take();
    }
  }

  /// Moves past a bullet or a list number, if there is one.
  bool skip_bullet(std::string_view line) {
    if (is_bullet_sign(cursor_.peek())) {
      cursor_.take();
      return true;
    }
    const std::size_t size = bullet_size(line);
    if (size == 0 || size >= line.size() || !is_blank(byte(line, size))) return false;
    cursor_.skip_to(cursor_.at() + size);
    return true;
  }

  /// Returns the size of "-", "*", "+", "1." or "12)", 0 for anything else.
  static std::size_t bullet_size(std::string_view line) {
    if (line.front() == '-' || line.front() == '*' || line.front() == '+') return 1;
    std::size_t digits = 0;
    while (digits < line.size() && digits < 3 && is_digit(byte(line, digits))) ++digits;
    if (digits == 0 || digits == line.size()) return 0;
    return line[digits] == '.' || line[digits] == ')' ? digits + 1 : 0;
  }

  void read_bullet(std::size_t indent, std::size_t end) {
    prose_.end_block();
    prose_.label_before_list();
    prose_.begin_block(Kind::bullet, indent < 250 ? indent : 250);
    read_block_line(end);
  }

  void read_text(std::string_view line, std::size_t end) {
    if (!prose_.block_open()) prose_.begin_block(Kind::text, 0);
    else if (line_was_short_) prose_.end_sentence();
    const bool bold = is_bold(line);
    if (bold) {
      prose_.end_block();
      prose_.begin_block(Kind::heading, label_depth);
    }
    read_block_line(end);
    if (bold) prose_.end_block();
  }

  static bool is_bold(std::string_view line) {
    while (!line.empty() && (line.back() == ' ' || line.back() == ':')) line.remove_suffix(1);
    return line.size() > 4 && line.size() < 80 && line.starts_with("**") && line.find("**", 2) == line.size() - 2;
  }

  void read_block_line(std::size_t end) {
    const std::uint32_t start = cursor_.unit();
    const bool broken = text_.substr(0, end).ends_with("  ");
    words_.read(end);
    line_was_short_ = broken || cursor_.unit() - start < short_line;
    prose_.label_if_short();
  }

  std::string_view text_;
  Cursor cursor_;
  ProseBuilder prose_;
  WordReader words_;
  bool in_code_ = false, in_table_ = false;
  bool line_was_short_ = false;
};

}  // namespace

Prose read_prose(std::string_view text, const English& english, const base::WordTable& stems) {
  return ProseReader(text, english, stems).read();
}

std::vector<std::uint32_t> stems_of(std::string_view phrase, base::WordTable& stems) {
  std::vector<std::uint32_t> found;
  Cursor cursor(phrase);
  Letters letters;
  const auto finish = [&] {
    if (!letters.empty()) found.push_back(stems.add(Stem(letters.text()).text()));
    letters.clear();
  };
  while (cursor.before(phrase.size())) {
    const char32_t c = folded(cursor.take());
    if (is_letter(c) || (c == '\'' && !letters.empty())) letters.add(c);
    else if (!is_invisible(c)) finish();
  }
  finish();
  return found;
}

}  // namespace decision_card::language
