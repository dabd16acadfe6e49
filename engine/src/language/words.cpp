// SPDX-License-Identifier: MIT
#include "language/words.hpp"

#include <algorithm>

#include "language/markup/addresses.hpp"
#include "language/markup/lines.hpp"
#include "language/markup/stops.hpp"
#include "language/markup/tags.hpp"
#include "language/spelling.hpp"

namespace decision_card::language {

namespace {

bool is_negator(std::string_view word, const English& english) {
  const English::Entry* const entry = english.find(word, base::hash_of(word));
  return entry != nullptr && (entry->classes & (negates | is_verb)) == (negates | is_verb);
}

/// "do'nt" is "dont".
Letters without_apostrophes(std::string_view word) {
  Letters letters;
  for (Cursor cursor(word); cursor.before(word.size());) {
    if (const char32_t c = cursor.take(); c != '\'') letters.add(c);
  }
  return letters;
}

/// Besides what stands for an apostrophe, what it becomes where a text was saved in another encoding: "don¬t".
bool is_apostrophe(char32_t c) { return c == '\'' || c == '`' || c == 0xAC || c == 0x91 || c == 0x92 || c == 0xFFFD; }

/// Moves past a blank, if one is there.
void skip_blank(Cursor& cursor) {
  if (is_blank(cursor.peek())) cursor.take();
}

/// Returns what the ending of a word says that has no class of its own.
std::uint32_t ending_of(std::string_view letters) {
  if (letters.size() < 4) return 0;
  if (letters.ends_with("ing") || letters.ends_with("ed")) return ends_like_verb;
  return letters.ends_with('s') && !letters.ends_with("ss") ? std::uint32_t{ends_in_s} : 0;
}

/// Gives a word with an apostrophe its classes: "don't", "it's".
void add_contracted(Word& word, std::string_view letters, const English& english) {
  word.classes = 0;
  if (letters.ends_with("n't") || is_negator(without_apostrophes(letters).text(), english)) {
    word.classes = negates | is_verb;
    word.senses = judges;
    return;
  }
  const std::string_view front = letters.substr(0, letters.find('\''));
  const English::Entry* entry = english.find(front, base::hash_of(front));
  if (entry == nullptr) return;
  word.classes = entry->classes & refers_back ? entry->classes | is_verb : entry->classes;
  word.senses = entry->senses & judges;
}

}  // namespace

void WordReader::read(std::size_t end) {
  end_ = end;
  while (cursor_.before(end)) {
    const std::uint32_t start = cursor_.unit();
    mark_at_ = cursor_.at();
    const char32_t raw = cursor_.take(), c = folded(raw);
    if (is_letter(c)) read_word(raw, start);
    else if (c != ' ') read_mark(c, start);
  }
  if (prose_.leads()) prose_.end_sentence();
}

void WordReader::read_word(char32_t first, std::uint32_t start) {
  letters_.clear();
  capitals_ = letter_count_ = 0;
  add_letter(first, folded(first));
  while (cursor_.before(end_)) {
    const char32_t raw = cursor_.peek(), c = folded(raw);
    if (is_letter(c)) add_letter(raw, c);
    else if (is_apostrophe(c) && letter_follows()) add_letter(raw, '\'');
    else if (c < 0x80 || !is_invisible(c)) break;
    cursor_.take();
  }
  if (letters_.text().back() == 'n') add_divided_negation();
  if (may_be_divided()) add_rest_of_divided();
  add_word(letters_.text(), start);
}

/// True before a hyphen and behind a soft one; most words stand before a blank or another mark.
bool WordReader::may_be_divided() const {
  const char32_t after = cursor_.peek();
  return after == '-' || after == 0x2010 || after == 0x2011 ||
         (!cursor_.before(end_) && text_[cursor_.at() - 1] == '\xAD');
}

/// "isn' t", "isn 't": a blank got in beside the apostrophe.
void WordReader::add_divided_negation() {
  const char after = text_[std::min(cursor_.at() + 1, text_.size() - 1)];
  if (cursor_.peek() == ' ' && ((after >= 'a' && after <= 'z') || after == ' ')) return;
  Cursor ahead = cursor_;
  skip_blank(ahead);
  if (!is_apostrophe(folded(ahead.peek()))) return;
  ahead.take();
  skip_blank(ahead);
  if (folded(ahead.peek()) != 't') return;
  ahead.take();
  if (ahead.at() > end_ || is_letter(folded(ahead.peek()))) return;
  Letters whole = letters_;
  whole.add('t');
  if (!is_negator(whole.text(), english_)) return;
  letters_ = whole;
  cursor_ = ahead;
}

/// "traf-" at the end of a line and "fic" at the front of the next one are one word where that word matters; "fine-"
/// and "tuning" are two.
void WordReader::add_rest_of_divided() {
  Cursor ahead = cursor_;
  const bool soft = text_.substr(0, ahead.at()).ends_with("\xC2\xAD");
  if (!soft && (!ahead.before(end_) || folded(ahead.take()) != '-')) return;
  while (ahead.before(end_) && is_blank(ahead.peek())) ahead.take();
  const LineEnd line = line_end_at(text_, end_);
  if (ahead.at() != end_ || line.bytes == 0 || line.paragraph) return;
  ahead.skip_to(end_ + line.bytes);
  while (is_blank(ahead.peek()) || ahead.peek() == '>') ahead.take();
  Letters whole = letters_;
  while (is_letter(folded(ahead.peek())) && !is_capital(ahead.peek())) whole.add(folded(ahead.take()));
  if (whole.text().size() == letters_.text().size() || !matters(whole.text())) return;
  letters_ = whole;
  cursor_ = ahead;
}

bool WordReader::matters(std::string_view letters) const {
  return english_.find(letters, base::hash_of(letters)) != nullptr || stems_.find(stem_of(letters).text()) != 0;
}

bool WordReader::letter_follows() const {
  Cursor ahead = cursor_;
  ahead.take();
  return ahead.before(end_) && is_letter(folded(ahead.peek()));
}

void WordReader::add_word(std::string_view letters, std::uint32_t start) {
  Word word{start, cursor_.unit(), 0, 0, base::hash_of(letters), capitals_};
  if (const English::Entry* entry = english_.find(letters, word.hash)) {
    word.stem = entry->stem;
    word.classes = entry->classes != 0 ? entry->classes : ending_of(letters);
    word.senses = entry->senses;
  } else {
    word.stem = stems_.find(stem_of(letters).text());
    word.classes = ending_of(letters);
    if (letters.find('\'') != std::string_view::npos) add_contracted(word, letters, english_);
  }
  prose_.add_word(word);
  if (word.senses & ends_idiom) english_.idioms().mark(prose_.words_of_sentence());
}

void WordReader::read_mark(char32_t c, std::uint32_t start) {
  switch (c) {
    case ',': return prose_.pause(Pause::comma);
    case ';': return prose_.pause(Pause::strong);
    case '(':
    case '[': return prose_.begin_aside();
    case ')': return prose_.end_aside();
    case ']': return read_closing_bracket();
    case '.':
    case '!':
    case '?': return read_stop(c, start);
    case ':': return read_colon();
    case '"': return prose_.quote();
    case '-': return read_hyphen();
    case '+':
    case '&': return add_word("and", start);
    case '<': return skip_tag();
    case '~': return skip_struck();
    case 0x2260: return add_word("not", start);
    default:
      if (is_cross(c)) return read_cross(start);
      if (is_dash(c)) prose_.dash();
      else if (c == '=' || is_arrow(c)) prose_.pause(Pause::label);
  }
}

/// The address of a Markdown link is no text. The place of the next ")" is kept until it is passed, so that a line of
/// brackets without one takes no longer than any other.
void WordReader::read_closing_bracket() {
  prose_.end_aside();
  if (cursor_.peek() != '(') return;
  if (next_parenthesis_ < cursor_.at()) next_parenthesis_ = text_.find(')', cursor_.at());
  if (next_parenthesis_ < end_) cursor_.skip_to(next_parenthesis_ + 1);
}

void WordReader::read_hyphen() {
  const bool spaced = cursor_.at() >= 2 && text_[cursor_.at() - 2] == ' ';
  if (next() == '>') prose_.pause(Pause::label);
  else if (next() == '-') {
    while (next() == '-') cursor_.take();
    prose_.dash();
  } else if (spaced && is_blank(next())) prose_.dash();
}

void WordReader::read_colon() {
  if (follows_word(cursor_.unit() - 1) && (text_.substr(cursor_.at(), 2) == "//" || letters_.text() == "mailto"))
    return drop_address(mark_at_, cursor_.unit() - 1);
  if (ends_here()) prose_.lead();
  else prose_.pause(Pause::strong);
}

/// A cross answers what stands before or behind it: "on time ✗", "✗, too slow".
void WordReader::read_cross(std::uint32_t start) {
  prose_.pause(Pause::label);
  add_word("no", start);
  prose_.pause(Pause::comma);
}

/// "~~struck~~" is taken back. The place of the next mark is kept, as for brackets.
void WordReader::skip_struck() {
  if (next() != '~') return;
  cursor_.take();
  if (next_strike_ < cursor_.at()) next_strike_ = text_.find("~~", cursor_.at());
  if (next_strike_ < end_) cursor_.skip_to(next_strike_ + 2);
}

void WordReader::skip_tag() {
  const Tag tag = tag_at(text_, mark_at_);
  if (tag.kind == Tag::Kind::struck && !tag.closes) return skip_struck(tag);
  if (tag.kind != Tag::Kind::none && mark_at_ + tag.size <= end_) cursor_.skip_to(mark_at_ + tag.size);
}

/// Skips up to the closing tag, where the line has one.
void WordReader::skip_struck(const Tag& tag) {
  cursor_.skip_to(mark_at_ + tag.size);
  if (next_unstrike_ < cursor_.at()) next_unstrike_ = closing_tag(text_, cursor_.at(), Tag::Kind::struck);
  if (next_unstrike_ < end_) cursor_.skip_to(next_unstrike_);
}

bool WordReader::ends_here() const {
  const char32_t c = folded(next());
  return is_blank(c) || c == '*' || c == '_' || c == '`' || c == ')' || c == '"' || c == '\'' || c == '<';
}

bool WordReader::follows_word(std::uint32_t start) const {
  return !prose_.sentence_empty() && prose_.last_word().end == start;
}

void WordReader::read_stop(char32_t c, std::uint32_t start) {
  if (c == '!' && next() == '=') {
    while (next() == '=') cursor_.take();
    return add_word("not", start);
  }
  if (prose_.sentence_empty() || (c == '.' && skip_address(start))) return;
  if (c == '?') {
    while (next() == '!' || next() == '?') cursor_.take();
  }
  if (!stop_ends(c, start)) return;
  if (c != '?') return prose_.end_sentence(true);
  if (prose_.opens_like_question()) return prose_.end_sentence(true, true);
  if (!prose_.short_so_far()) return prose_.end_sentence(true);
  prose_.half_asked();  // "Need citations? RAG." is one thought
}

bool WordReader::stop_ends(char32_t c, std::uint32_t start) const {
  if (c != '.') {
    constexpr std::string_view going_on = ",;:/\\-=&.!?";
    const char32_t after = folded(next());
    return after >= 0x80 || going_on.find(static_cast<char>(after)) == std::string_view::npos;
  }
  const Stop stop{
      text_, mark_at_, text_.substr(cursor_.at()), letters_.text(), follows_word(start), prose_.may_count()};
  return ends_sentence(stop, !cursor_.before(end_), english_);
}

/// "www.example.org", "example.com/page": true where the stop lies in an address, which is no text.
bool WordReader::skip_address(std::uint32_t start) {
  if (!follows_word(start) || !is_address(text_, mark_at_, end_)) return false;
  drop_address(mark_at_, start);
  return true;
}

/// Takes back the words of an address before the mark in it, and moves to its end.
void WordReader::drop_address(std::size_t mark, std::uint32_t mark_unit) {
  prose_.drop_words_from(mark_unit - static_cast<std::uint32_t>(mark - address_start(text_, mark)));
  const std::size_t end = address_end(text_, cursor_.at());
  cursor_.skip_to(end < end_ ? end : end_);
}

}  // namespace decision_card::language
