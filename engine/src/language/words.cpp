// SPDX-License-Identifier: MIT
#include "language/words.hpp"

namespace decision_card::language {

namespace {

constexpr std::size_t longest_tag = 200;

/// Returns the classes of a word with an apostrophe: "don't", "it's".
std::uint32_t contracted(std::string_view word, const English& english) {
  if (word.ends_with("n't")) return negates | is_verb;
  const std::string_view front = word.substr(0, word.find('\''));
  const English::Entry* entry = english.find(front, base::hash_of(front));
  if (entry == nullptr) return 0;
  return entry->classes & refers_back ? entry->classes | is_verb : entry->classes;
}

}  // namespace

void WordReader::read(std::size_t end) {
  end_ = end;
  while (cursor_.before(end)) {
    const std::uint32_t start = cursor_.unit();
    const char32_t c = folded(cursor_.take());
    if (is_letter(c)) read_word(c, start);
    else if (c != ' ') read_mark(c, start);
  }
  if (prose_.leads()) prose_.end_sentence();
}

void WordReader::read_word(char32_t first, std::uint32_t start) {
  letters_.clear();
  letters_.add(first);
  while (cursor_.before(end_)) {
    const char32_t c = folded(cursor_.peek());
    if (is_letter(c) || (c == '\'' && letter_follows())) letters_.add(c);
    else if (c < 0x80 || !is_invisible(c)) break;
    cursor_.take();
  }
  add_word(letters_.text(), start);
}

bool WordReader::letter_follows() const {
  Cursor ahead = cursor_;
  ahead.take();
  return ahead.before(end_) && is_letter(folded(ahead.peek()));
}

void WordReader::add_word(std::string_view letters, std::uint32_t start) {
  Word word{start, cursor_.unit(), 0, 0, base::hash_of(letters)};
  if (const English::Entry* entry = english_.find(letters, word.hash)) {
    word.stem = entry->stem;
    word.classes = entry->classes;
  } else {
    word.stem = stems_.find(Stem(letters).text());
    if (letters.find('\'') != std::string_view::npos) word.classes = contracted(letters, english_);
  }
  prose_.add_word(word);
}

void WordReader::read_mark(char32_t c, std::uint32_t start) {
  switch (c) {
    case ',': return prose_.pause(Pause::comma);
    case ';':
    case '(':
    case ')':
    case '[': return prose_.pause(Pause::strong);
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
    case 0x2260: return add_word("not", start);
    default:
      if (c == '=' || is_dash(c) || is_arrow(c)) prose_.pause(Pause::label);
  }
}

/// The address of a Markdown link is no text. The place of the next ")" is kept until it is passed, so that a line of
/// brackets without one takes no longer than any other.
void WordReader::read_closing_bracket() {
  prose_.pause(Pause::strong);
  if (cursor_.peek() != '(') return;
  if (next_parenthesis_ < cursor_.at()) next_parenthesis_ = text_.find(')', cursor_.at());
  if (next_parenthesis_ < end_) cursor_.skip_to(next_parenthesis_ + 1);
}

void WordReader::read_hyphen() {
  const bool spaced = cursor_.at() >= 2 && text_[cursor_.at() - 2] == ' ';
  if (next() == '-' || next() == '>' || (spaced && is_blank(next()))) prose_.pause(Pause::label);
}

void WordReader::read_colon() {
  if (ends_here()) prose_.lead();
  else prose_.pause(Pause::strong);
}

void WordReader::skip_tag() {
  if (next() != '/' && !is_letter(folded(next()))) return;
  const std::size_t close = text_.substr(cursor_.at(), longest_tag).find('>');
  if (close != std::string_view::npos && cursor_.at() + close < end_) cursor_.skip_to(cursor_.at() + close + 1);
}

bool WordReader::ends_here() const {
  const char32_t c = folded(next());
  return is_blank(c) || c == '*' || c == '_' || c == '`' || c == ')' || c == '"' || c == '\'';
}

void WordReader::read_stop(char32_t c, std::uint32_t start) {
  if (c == '!' && next() == '=') return add_word("not", start);
  if (!ends_here() || prose_.sentence_empty()) return;
  if (c == '.' && after_abbreviation()) return;
  if (c != '?') return prose_.end_sentence(true);
  if (prose_.opens_like_question()) return prose_.end_sentence(true, true);
  if (!prose_.short_so_far()) return prose_.end_sentence(true);
  prose_.pause(Pause::label);  // "Need citations? RAG." is one thought
}

/// True behind "e.g.", "i.e.", "vs.": a single letter or a word that is always cut short.
bool WordReader::after_abbreviation() const {
  const Word& last = prose_.last_word();
  return last.end - last.start == 1 || (last.classes & compares && last.end - last.start == 2);
}

}  // namespace decision_card::language
