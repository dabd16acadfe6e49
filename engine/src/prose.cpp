// SPDX-License-Identifier: MIT
#include "prose.hpp"

#include <cstring>

#include "english.hpp"
#include "stem.hpp"

namespace decision_card {

namespace {

constexpr std::size_t short_line = 50;       // a shorter line was broken by its writer, not by the width of the page
constexpr std::uint32_t heading_words = 10;  // a longer line is a sentence, not a label
constexpr std::uint32_t thought_words = 8;
constexpr std::uint32_t label_words = 4;  // "Fine-tuning:" is a label, "This has downsides:" is a sentence
constexpr std::uint8_t label_depth = 7;   // below Markdown's six levels

bool is_blank(char32_t c) { return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000; }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// Full-width forms, curly marks and other twins as the plain character that they stand for; upper case as lower case.
char32_t folded(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) return c + 32;
  if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 32;
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x00AB:
    case 0x00BB: return '"';
    case 0x2010:
    case 0x2011: return '-';
    case 0x2026:
    case 0x3002: return '.';
    default: return c;
  }
}

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

/// `c` is folded.
bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || is_digit(c);
  if (c < 0xC0 || c == 0xD7 || c == 0xF7) return false;
  return !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFE00 && c <= 0xFFFF) &&
         !(c >= 0x1F000 && c < 0x20000);
}

bool is_bullet_sign(char32_t c) {
  return c == 0x2022 || c == 0x2023 || c == 0x25E6 || c == 0x2219 || c == 0x25AA || c == 0x25CF || c == 0x2705 ||
         c == 0x274C || (c >= 0x2713 && c <= 0x2718) || c == 0x25B6 || c == 0x2192;
}

bool is_dash(char32_t c) { return c >= 0x2012 && c <= 0x2015; }
bool is_arrow(char32_t c) { return c == 0x2192 || c == 0x21D2 || c == 0x27A1 || c == 0x2794; }

/// A place in a text: bytes and UTF-16 code units go forward together.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] std::uint32_t unit() const { return unit_; }
  [[nodiscard]] bool before(std::size_t end) const { return at_ < end; }
  [[nodiscard]] char32_t peek() const { return at_ < text_.size() ? decode().code : 0; }
  char32_t take() {
    const Decoded one = decode();
    at_ += one.bytes;
    unit_ += one.code >= 0x10000 ? 2 : 1;
    return one.code;
  }
  void skip_to(std::size_t end) {
    while (at_ < end) take();
  }

 private:
  struct Decoded {
    char32_t code;
    unsigned bytes;
  };
  /// A byte that begins no well-formed sequence counts as one unknown character.
  [[nodiscard]] Decoded decode() const {
    const auto lead = static_cast<unsigned char>(text_[at_]);
    if (lead < 0x80) return {lead, 1};
    const unsigned bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at_ + bytes > text_.size()) return {0xFFFD, 1};
    char32_t code = lead & (0x7Fu >> bytes);
    for (unsigned k = 1; k < bytes; ++k) {
      const auto next = static_cast<unsigned char>(text_[at_ + k]);
      if ((next & 0xC0) != 0x80) return {0xFFFD, 1};
      code = code << 6 | (next & 0x3F);
    }
    return {code, bytes};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t unit_ = 0;
};

/// The letters of the word being read, as UTF-8, as far as they fit.
class Letters {
 public:
  void clear() { size_ = 0; }
  void add(char32_t c) {
    if (size_ + 4 > sizeof bytes_) return;
    if (c < 0x80) return put(c);
    if (c < 0x800) put(0xC0 | c >> 6);
    else if (c < 0x10000) put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F));
    else put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::string_view text() const { return {bytes_, size_}; }

 private:
  void put(char32_t byte) { bytes_[size_++] = static_cast<char>(byte); }
  char bytes_[Stem::longest];
  std::size_t size_ = 0;
};

/// The classes of a word with an apostrophe: "don't", "it's".
std::uint32_t contracted(std::string_view word, const English& english) {
  if (word.ends_with("n't")) return negates | is_verb;
  const std::string_view front = word.substr(0, word.find('\''));
  const English::Entry* entry = english.find(front, hash_of(front));
  if (entry == nullptr) return 0;
  return entry->classes & refers_back ? entry->classes | is_verb : entry->classes;
}

class ProseReader {
 public:
  ProseReader(std::string_view text, const English& english, const WordTable& stems)
      : text_(text), cursor_(text), english_(english), stems_(stems) {
    prose_.words.reserve(text.size() / 5);
    prose_.sentences.reserve(text.size() / 40);
  }

  Prose read() {
    while (cursor_.at() < text_.size()) {
      std::size_t end = text_.find_first_of("\r\n", cursor_.at());
      if (end == std::string_view::npos) end = text_.size();
      read_line(end);
      if (end < text_.size()) cursor_.skip_to(end + (text_.substr(end, 2) == "\r\n" ? 2 : 1));
    }
    end_block();
    return std::move(prose_);
  }

 private:
  using Kind = Sentence::Kind;

  // Lines -----------------------------------------------------------------------------------------------------------

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
    if (line.empty()) return end_block();
    if (is_rule(line)) return read_rule(line, after_row);
    if (const std::size_t level = heading_level(line)) return read_heading(level, end);
    if (line.front() == '|' || count(line, '|') > 1) return read_row(end, after_row);
    if (skip_bullet(line)) return read_bullet(indent, end);
    read_text(line, end);
  }

  std::size_t skip_indent(std::size_t end) {
    std::size_t columns = 0;
    while (cursor_.before(end) && (is_blank(cursor_.peek()) || cursor_.peek() == '>'))
      columns += cursor_.take() == '\t' ? 4 : 1;
    return columns;
  }

  static std::size_t count(std::string_view line, char wanted) {
    std::size_t found = 0;
    for (const char c : line) found += c == wanted;
    return found;
  }

  /// A line of dashes, or the line under a table's header.
  static bool is_rule(std::string_view line) {
    return line.size() >= 3 && line.find_first_not_of("-=*_|: \t") == std::string_view::npos &&
           line.find_first_of("-=*_") != std::string_view::npos;
  }

  void read_rule(std::string_view line, bool after_row) {
    if (after_row && line.find('|') != std::string_view::npos) {
      mark_header();
      in_table_ = true;
      return;
    }
    // Two lines that make a heading: a text and a line under it.
    if (block_open_ && block_kind_ == Kind::text && (line.front() == '=' || line.front() == '-')) {
      end_sentence();
      make_heading(line.front() == '=' ? 1 : 2);
    }
    end_block();
  }

  void mark_header() {
    for (std::size_t k = prose_.sentences.size();
         k-- > 0 && prose_.sentences[k].row == row_ && prose_.sentences[k].kind == Kind::cell;)
      prose_.sentences[k].header = true;
  }

  static std::size_t heading_level(std::string_view line) {
    const std::size_t level = line.find_first_not_of('#');
    return level >= 1 && level <= 6 && level < line.size() && is_blank(static_cast<unsigned char>(line[level])) ? level
                                                                                                                : 0;
  }

  void read_heading(std::size_t level, std::size_t end) {
    begin_block(Kind::heading, level);
    read_words(end);
    end_block();
  }

  void read_row(std::size_t end, bool continues) {
    end_block();
    label_before_list();
    row_ += continues ? 1 : 2;
    in_table_ = true;
    if (cursor_.peek() == '|') cursor_.take();
    for (std::size_t column = 0; cursor_.before(end); ++column) {
      std::size_t bar = text_.find('|', cursor_.at());
      if (bar == std::string_view::npos || bar > end) bar = end;
      begin_block(Kind::cell, column);
      read_words(bar);
      end_block();
      if (cursor_.before(end)) cursor_.take();
    }
  }

  /// Moves past a bullet or a list number, if there is one.
  bool skip_bullet(std::string_view line) {
    const char32_t first = cursor_.peek();
    if (is_bullet_sign(first)) {
      cursor_.take();
      return true;
    }
    std::size_t size = 1;
    if (is_digit(first)) {
      while (size < line.size() && size < 3 && is_digit(static_cast<unsigned char>(line[size]))) ++size;
      if (size >= line.size() || (line[size] != '.' && line[size] != ')')) return false;
      ++size;
    } else if (first != '-' && first != '*' && first != '+') {
      return false;
    }
    if (size >= line.size() || !is_blank(static_cast<unsigned char>(line[size]))) return false;
    cursor_.skip_to(cursor_.at() + size);
    return true;
  }

  void read_bullet(std::size_t indent, std::size_t end) {
    end_block();
    label_before_list();
    begin_block(Kind::bullet, indent < 250 ? indent : 250);
    read_block_line(end);
  }

  void read_text(std::string_view line, std::size_t end) {
    if (!block_open_) begin_block(Kind::text, 0);
    else if (line_was_short_) end_sentence();
    const bool bold = is_bold(line);
    if (bold) {
      end_block();
      begin_block(Kind::heading, label_depth);
    }
    read_block_line(end);
    if (bold) end_block();
  }

  static bool is_bold(std::string_view line) {
    while (!line.empty() && (line.back() == ' ' || line.back() == ':')) line.remove_suffix(1);
    return line.size() > 4 && line.size() < 80 && line.starts_with("**") && line.find("**", 2) == line.size() - 2;
  }

  void read_block_line(std::size_t end) {
    const std::uint32_t start = cursor_.unit();
    const bool broken = text_.substr(0, end).ends_with("  ");
    read_words(end);
    line_was_short_ = broken || cursor_.unit() - start < short_line;
    if (!prose_.sentences.empty() && sentence_first_ == prose_.words.size() && last_leads_) label_if_short();
  }

  // Blocks and sentences --------------------------------------------------------------------------------------------

  void begin_block(Kind kind, std::size_t depth) {
    end_block();
    block_open_ = true;
    opens_ = true;
    block_kind_ = kind;
    block_depth_ = static_cast<std::uint8_t>(depth);
    block_first_ = prose_.sentences.size();
  }

  void end_block() {
    end_sentence();
    block_open_ = false;
    line_was_short_ = false;
  }

  void end_sentence(bool closed = false, bool asks = false) {
    const auto last = static_cast<std::uint32_t>(prose_.words.size());
    const bool cell = block_open_ && block_kind_ == Kind::cell;
    last_leads_ = pause_ == Pause::label && ended_with_colon_;
    if (last == sentence_first_ && !(cell && opens_)) return reset_sentence(last);
    Sentence sentence;
    sentence.first = sentence_first_;
    sentence.last = last;
    sentence.kind = block_kind_;
    sentence.depth = block_depth_;
    sentence.opens = opens_;
    sentence.closed = closed;
    sentence.asks = asks;
    sentence.leads = last_leads_;
    sentence.quoted = quoted_;
    sentence.row = cell ? row_ : 0;
    prose_.sentences.push_back(sentence);
    opens_ = false;
    reset_sentence(last);
  }

  void reset_sentence(std::uint32_t first) {
    sentence_first_ = first;
    pause_ = Pause::none;
    ended_with_colon_ = false;
    quoted_ = false;
  }

  /// "Fine-tuning:" on a line of its own is a heading.
  void label_if_short() {
    Sentence& last = prose_.sentences.back();
    if (last.opens && last.kind == Kind::text && last.last - last.first <= label_words)
      last.kind = Kind::heading, last.depth = label_depth;
  }

  /// A short line that no mark closes and a list follows is the list's heading.
  void label_before_list() {
    if (prose_.sentences.empty()) return;
    Sentence& last = prose_.sentences.back();
    if (last.kind == Kind::text && last.opens && !last.closed && !last.asks &&
        last.last - last.first <= (last.leads ? label_words : heading_words)) {
      last.kind = Kind::heading;
      last.depth = label_depth;
    }
  }

  void make_heading(std::uint8_t depth) {
    if (prose_.sentences.size() != block_first_ + 1) return;
    prose_.sentences.back().kind = Kind::heading;
    prose_.sentences.back().depth = depth;
  }

  // Words and marks -------------------------------------------------------------------------------------------------

  void read_words(std::size_t end) {
    while (cursor_.before(end)) {
      const std::uint32_t start = cursor_.unit();
      const char32_t c = folded(cursor_.take());
      if (is_letter(c)) read_word(c, start, end);
      else read_mark(c, start, end);
    }
    if (ended_with_colon_) end_sentence();
  }

  void read_word(char32_t first, std::uint32_t start, std::size_t end) {
    letters_.clear();
    letters_.add(first);
    while (cursor_.before(end)) {
      const char32_t c = folded(cursor_.peek());
      if (!is_letter(c) && !is_invisible(c) && !(c == '\'' && letter_follows(end))) break;
      cursor_.take();
      if (!is_invisible(c)) letters_.add(c);
    }
    add_word(letters_.text(), start);
  }

  [[nodiscard]] bool letter_follows(std::size_t end) const {
    Cursor ahead = cursor_;
    ahead.take();
    return ahead.before(end) && is_letter(folded(ahead.peek()));
  }

  void add_word(std::string_view letters, std::uint32_t start) {
    Word word{start, cursor_.unit(), 0, 0, hash_of(letters), pause_};
    if (const English::Entry* entry = english_.find(letters, word.hash)) {
      word.stem = entry->stem;
      word.classes = entry->classes;
    } else {
      word.stem = stems_.find(Stem(letters).text());
      if (letters.find('\'') != std::string_view::npos) word.classes = contracted(letters, english_);
    }
    prose_.words.push_back(word);
    pause_ = Pause::none;
    ended_with_colon_ = false;
  }

  void pause(Pause kind) { pause_ = kind > pause_ ? kind : pause_; }

  void read_mark(char32_t c, std::uint32_t start, std::size_t end) {
    switch (c) {
      case ',': return pause(Pause::comma);
      case ';':
      case '(':
      case ')':
      case ']': return read_bracket(c, end);
      case '[': return pause(Pause::strong);
      case '.':
      case '!':
      case '?': return read_stop(c, start, end);
      case ':':
        if (!ends_here(end)) return pause(Pause::strong);
        ended_with_colon_ = true;
        return pause(Pause::label);
      case '"': quoted_ = quoted_ || sentence_first_ == prose_.words.size(); return;
      case '-': return read_hyphen(end);
      case '=': return pause(Pause::label);
      case '+':
      case '&': return add_word("and", start);
      case '<': return skip_tag(end);
      case 0x2260: return add_word("not", start);
      default:
        if (is_dash(c) || is_arrow(c)) pause(Pause::label);
    }
  }

  [[nodiscard]] bool ends_here(std::size_t end) const {
    if (!cursor_.before(end)) return true;
    const char32_t next = folded(cursor_.peek());
    return is_blank(next) || std::u32string_view(U"*_`)\"'").find(next) != std::u32string_view::npos;
  }

  /// Brackets hold an aside; the address of a Markdown link is no text.
  void read_bracket(char32_t c, std::size_t end) {
    pause(Pause::strong);
    if (c != ']' || cursor_.peek() != '(') return;
    const std::size_t close = text_.find(')', cursor_.at());
    if (close < end) cursor_.skip_to(close + 1);
  }

  void read_hyphen(std::size_t end) {
    const char32_t next = cursor_.before(end) ? cursor_.peek() : ' ';
    const bool spaced = cursor_.at() >= 2 && text_[cursor_.at() - 2] == ' ';
    if (next == '-' || next == '>' || (spaced && is_blank(next))) pause(Pause::label);
  }

  void skip_tag(std::size_t end) {
    const char32_t next = cursor_.before(end) ? cursor_.peek() : ' ';
    const std::size_t close = text_.find('>', cursor_.at());
    if ((is_letter(folded(next)) || next == '/') && close < end && close - cursor_.at() < 200)
      cursor_.skip_to(close + 1);
  }

  void read_stop(char32_t c, std::uint32_t start, std::size_t end) {
    if (c == '!' && cursor_.before(end) && cursor_.peek() == '=') return add_word("not", start);
    if (!ends_here(end) || prose_.words.size() == sentence_first_) return;
    if (c == '.' && after_abbreviation()) return;
    if (c != '?') return end_sentence(true);
    if (opens_like_question()) return end_sentence(true, true);
    if (prose_.words.size() - sentence_first_ > thought_words) return end_sentence(true);
    pause(Pause::label);  // "Need citations? RAG." is one thought
  }

  /// "e.g.", "i.e.", "vs.": a single letter or a word that is always cut short.
  [[nodiscard]] bool after_abbreviation() const {
    const Word& last = prose_.words.back();
    return last.end - last.start == 1 || (last.classes & compares && last.end - last.start == 2);
  }

  [[nodiscard]] bool opens_like_question() const {
    std::uint32_t at = sentence_first_;
    while (at + 1 < prose_.words.size() && prose_.words[at].classes & (coordinates | contrasts | concludes)) ++at;
    return (prose_.words[at].classes & asks) != 0;
  }

  std::string_view text_;
  Cursor cursor_;
  const English& english_;
  const WordTable& stems_;
  Prose prose_;
  Letters letters_;

  bool in_code_ = false, in_table_ = false;
  std::uint32_t row_ = 0;
  bool block_open_ = false, opens_ = false, line_was_short_ = false;
  Kind block_kind_ = Kind::text;
  std::uint8_t block_depth_ = 0;
  std::size_t block_first_ = 0;
  std::uint32_t sentence_first_ = 0;
  Pause pause_ = Pause::none;
  bool ended_with_colon_ = false, last_leads_ = false, quoted_ = false;
};

}  // namespace

Prose read_prose(std::string_view text, const English& english, const WordTable& stems) {
  return ProseReader(text, english, stems).read();
}

std::vector<std::uint32_t> stems_of(std::string_view phrase, WordTable& stems) {
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

}  // namespace decision_card
