// SPDX-License-Identifier: MIT
#include "language/read.hpp"

#include <cstring>

#include "language/markup/bullets.hpp"
#include "language/markup/html_blocks.hpp"
#include "language/markup/lines.hpp"
#include "language/spelling.hpp"
#include "language/words.hpp"

namespace decision_card::language {

namespace {

constexpr std::size_t short_line = 50;  // a shorter line was broken by its writer, not by the width of the page

class ProseReader {
 public:
  ProseReader(std::string_view text, const English& english, const base::WordTable& stems)
      : text_(text), cursor_(text), prose_(text.size()), words_(text, cursor_, prose_, english, stems), html_(prose_) {}

  Prose read() {
    while (cursor_.at() < text_.size()) {
      const LineEnd line = line_end(text_, cursor_.at());
      read_pieces(line.at);
      cursor_.skip_to(line.at + line.bytes);
      if (line.paragraph) prose_.end_block();
    }
    prose_.end_block();
    return prose_.take();
  }

 private:
  using Kind = Sentence::Kind;

  /// Reads a line, or the pieces of one that tags such as <p> and <br> divide. A row of a table is not divided, nor is
  /// code.
  void read_pieces(std::size_t end) {
    bool divided = false;
    std::size_t open = fence_.mark == 0 ? next_tag(cursor_.at(), end) : end;
    if (open < end && !is_row(text_.substr(cursor_.at(), end - cursor_.at()))) {
      for (; open < end; open = next_tag(cursor_.at(), end)) {
        read_line(open, true);
        read_tag(open);
        divided = true;
      }
    }
    read_line(end, divided);
  }

  /// Returns where the next tag begins that divides lines; `end` where there is none.
  [[nodiscard]] std::size_t next_tag(std::size_t from, std::size_t end) const {
    for (std::size_t at = from; at < end; ++at) {
      const void* const found = std::memchr(text_.data() + at, '<', end - at);
      if (found == nullptr) return end;
      at = static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
      const bool code = at > 0 && text_[at - 1] == '`';
      const Tag tag = tag_at(text_, at);
      if (tag.divides() && !code && at + tag.size <= end) return at;
    }
    return end;
  }

  void read_tag(std::size_t at) {
    const Tag tag = tag_at(text_, at);
    cursor_.skip_to(at + tag.size);
    html_.read(tag);
    line_was_short_ = line_was_short_ || tag.kind == Tag::Kind::line_break;
  }

  /// `piece`: a tag stands at one end of it, so that nothing in it is no blank line.
  void read_line(std::size_t end, bool piece) {
    if (joined_) return read_rest(end);
    const std::size_t indent = skip_indent(end);
    const std::string_view line = text_.substr(cursor_.at(), end - cursor_.at());
    const bool table = in_table_;
    in_table_ = false;
    if (!read_fence(line)) {
      if (line.empty() && piece) return;
      if (line.empty()) prose_.end_block();
      else if (html_.begin_piece()) read_block_line(end);
      else read_kind_of_line(line, indent, end, table);
    }
    cursor_.skip_to(end);
  }

  /// Reads what is left of a line whose first word was read with the line before.
  void read_rest(std::size_t end) {
    joined_ = false;
    read_block_line(end);
  }

  /// Returns whether the line is code, or opens or closes it.
  bool read_fence(std::string_view line) {
    const Fence found = fence_of(line);
    if (fence_.mark == 0) fence_ = found;
    else if (found.closes(fence_)) fence_ = {};
    else return true;
    return found.mark != 0;
  }

  void read_kind_of_line(std::string_view line, std::size_t indent, std::size_t end, bool after_row) {
    if (is_rule(line)) return read_rule(line, after_row);
    if (const std::size_t level = heading_level(line)) return read_heading(level, end);
    if (is_row(line)) return read_row(end, after_row);
    if (const std::size_t size = bullet_size(line); size != 0 && size < line.size()) {
      const bool crossed = is_cross(cursor_.peek());
      cursor_.skip_to(cursor_.at() + size);
      return read_bullet(indent, end, crossed);
    }
    read_text(line, indent, end);
  }

  std::size_t skip_indent(std::size_t end) {
    std::size_t columns = 0;
    while (cursor_.before(end) && (is_blank(cursor_.peek()) || cursor_.peek() == '>'))
      columns += cursor_.take() == '\t' ? 4 : 1;
    return columns;
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

  void read_heading(std::size_t level, std::size_t end) {
    prose_.begin_block(Kind::heading, level);
    words_.read(end);
    prose_.end_block();
    joined_ = cursor_.at() > end;
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
    joined_ = cursor_.at() > end;
  }

  void read_bullet(std::size_t indent, std::size_t end, bool crossed) {
    prose_.end_block();
    prose_.label_before_list();
    prose_.begin_block(Kind::bullet, indent < 250 ? indent : 250);
    if (crossed) prose_.cross();
    read_block_line(end);
  }

  void read_text(std::string_view line, std::size_t indent, std::size_t end) {
    const bool in_bullet = prose_.in_bullet() && indent > 0;
    if (!in_bullet && is_label(line)) return read_label(end);
    if (!prose_.block_open()) prose_.begin_block(Kind::text, 0);
    else if (line_was_short_ && !goes_on(line)) prose_.end_sentence();
    const bool bold = is_bold(line);
    if (bold) {
      prose_.end_block();
      prose_.begin_block(Kind::heading, label_depth);
    }
    read_block_line(end);
    if (bold) prose_.end_block();
  }

  void read_label(std::size_t end) {
    prose_.begin_label();
    words_.read(end);
    prose_.end_block();
  }

  /// A small letter goes on with the line before, where that began with a capital: its writer uses them.
  [[nodiscard]] bool goes_on(std::string_view line) const {
    if (line_was_broken_) return false;
    const char32_t first = Cursor(line).peek();
    return after_hyphen_ ||
           (prose_.began_with_capital() && is_letter(folded(first)) && !is_digit(first) && !is_capital(first));
  }

  void read_block_line(std::size_t end) {
    const std::uint32_t start = cursor_.unit();
    const std::string_view before = text_.substr(0, end);
    line_was_broken_ = before.ends_with("  ");
    after_hyphen_ = before.size() > 1 && before.back() == '-' && is_letter(folded(before[before.size() - 2] & 0x7F));
    words_.read(end);
    line_was_short_ = line_was_broken_ || cursor_.unit() - start < short_line;
    joined_ = cursor_.at() > end;
  }

  std::string_view text_;
  Cursor cursor_;
  ProseBuilder prose_;
  WordReader words_;
  HtmlBlocks html_;
  Fence fence_;
  bool in_table_ = false;
  bool joined_ = false;  ///< the cursor is past the end of the line: its last word goes on in the next one
  bool line_was_short_ = false, line_was_broken_ = false, after_hyphen_ = false;
};

}  // namespace

Prose read_prose(std::string_view text, const English& english, const base::WordTable& stems) {
  return ProseReader(text, english, stems).read();
}

namespace {

/// Reads the words of a phrase.
class PhraseReader {
 public:
  PhraseReader(std::string_view phrase, base::WordTable& stems) : phrase_(phrase), stems_(stems) {}

  std::vector<PhraseWord> read() {
    for (Cursor cursor(phrase_); cursor.before(phrase_.size());) read(cursor.take());
    finish();
    return std::move(words_);
  }

 private:
  void read(char32_t raw) {
    const char32_t c = folded(raw);
    if (is_letter(c) || (c == '\'' && !letters_.empty())) return add(raw, c);
    if (is_invisible(c)) return;
    finish();
    word_.exact = c == '=';
  }

  void add(char32_t raw, char32_t letter) {
    if (count_ < 32 && is_capital(raw)) word_.capitals |= 1u << count_;
    ++count_;
    letters_.add(letter);
  }

  void finish() {
    if (!letters_.empty()) {
      word_.stem = stems_.add(stem_of(letters_.text()).text());
      word_.hash = base::hash_of(letters_.text());
      words_.push_back(word_);
    }
    letters_.clear();
    count_ = 0;
    word_ = {};
  }

  std::string_view phrase_;
  base::WordTable& stems_;
  Letters letters_;
  std::uint32_t count_ = 0;
  PhraseWord word_;
  std::vector<PhraseWord> words_;
};

}  // namespace

std::vector<PhraseWord> phrase_words(std::string_view phrase, base::WordTable& stems) {
  return PhraseReader(phrase, stems).read();
}

}  // namespace decision_card::language
