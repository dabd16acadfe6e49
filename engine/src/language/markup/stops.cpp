// SPDX-License-Identifier: MIT
#include "language/markup/stops.hpp"

#include "base/wording.hpp"
#include "language/characters.hpp"

namespace decision_card::language {

namespace {

constexpr int farthest = 8;  // characters between a stop and the word behind it

// Abbreviations whose stop never ends a sentence; before a small letter or a digit; before a digit.
constexpr std::string_view always[] = {"esp",  "incl", "approx", "cf", "resp", "vs", "viz",
                                       "prof", "mr",   "mrs",    "dr", "eg",   "ie"};
constexpr std::string_view before_small[] = {"al", "etc", "ca", "inc", "ltd", "corp", "dept", "est"};
constexpr std::string_view before_digit[] = {"fig", "figs", "no", "nos", "vol", "pp", "sec", "ch", "eq"};
// Names that have a stop within: "ASP.NET", "Node.JS".
constexpr std::string_view endings[] = {"NET", "JS", "AI", "IO"};

template <std::size_t size>
bool is_among(const std::string_view (&list)[size], std::string_view word) {
  for (const std::string_view entry : list) {
    if (entry == word) return true;
  }
  return false;
}

/// Returns the first character that is no blank, mark of emphasis or quotation; 0 at the end of the paragraph.
char32_t following(std::string_view rest) {
  int lines = 0;
  Cursor cursor(rest);
  for (int k = 0; k < farthest && cursor.before(rest.size()); ++k) {
    const char32_t c = cursor.take(), plain = folded(c);
    if ((c == '\n' || c == 0x2028) && ++lines > 1) return 0;
    if (is_letter(plain)) return c;
    if (!is_blank(c) && c != '\n' && c != '\r' && c != '*' && c != '_' && plain != '"' && plain != '\'') return c;
  }
  return 0;
}

bool is_number(std::string_view word) { return word.find_first_not_of("0123456789") == std::string_view::npos; }

/// "3." ends a sentence, and so does the "B." of "plan B. The tram"; those of "e.g." and "U.S." do not.
bool single_ends(const Stop& stop) {
  const std::size_t letter = stop.at - 1;
  const bool capital = is_capital(static_cast<unsigned char>(stop.text[letter]));
  const char32_t after = following(stop.rest);
  if (letter > 0 && stop.text[letter - 1] == '.')
    return !capital && is_capital(after) && stop.word != "g" && stop.word != "e";
  if (stop.numbers) return false;
  return capital || after == 0 || is_capital(after);
}

/// Precondition: the word before the stop touches it.
bool is_abbreviation(const Stop& stop) {
  if (is_number(stop.word)) return stop.numbers;
  if (stop.word.size() == 1) return !single_ends(stop);
  const char32_t after = following(stop.rest);
  if (is_among(always, stop.word)) return true;
  if (is_among(before_small, stop.word)) return after != 0 && !is_capital(after);
  return is_among(before_digit, stop.word) && is_digit(after);
}

/// Returns the letters behind the stop, up to what is none.
std::string_view next_word(std::string_view rest) {
  Cursor cursor(rest);
  while (cursor.at() < Stem::longest && is_letter(folded(cursor.peek()))) cursor.take();
  return rest.substr(0, cursor.at());
}

/// "cheap.The tram", "cheap.I like it", "in 2020.The tram", but not "U.S", "ASP.NET".
bool capital_begins(const Stop& stop, std::string_view next) {
  const bool word = next.size() > 1 || (stop.word.size() > 1 && is_blank(Cursor(stop.rest.substr(next.size())).peek()));
  return word && !is_among(endings, next) && !is_abbreviation(stop);
}

/// "cheap.the tram", but not "config.json", "x.it".
bool small_begins(const Stop& stop, std::string_view next, const English& english) {
  if (stop.word.size() < 2 || next.size() < 2 || is_number(stop.word)) return false;
  const English::Entry* const entry = english.find(next, base::hash_of(next));
  return entry != nullptr && entry->classes & function_word && is_blank(Cursor(stop.rest.substr(next.size())).peek()) &&
         !is_abbreviation(stop);
}

/// "cheap.1 The tram": the number of a note.
bool note_follows(const Stop& stop, std::string_view next) {
  return !is_number(stop.word) && stop.word.size() > 1 && is_number(next) && next.size() <= 2 &&
         is_blank(Cursor(stop.rest.substr(next.size())).peek()) &&
         is_capital(following(stop.rest.substr(next.size()))) && !is_abbreviation(stop);
}

/// What a stop runs into without a blank.
bool letter_begins(const Stop& stop, char32_t first, const English& english) {
  if (!stop.touches)
    return stop.at > 0 && is_capital(first) && !is_blank(static_cast<unsigned char>(stop.text[stop.at - 1]));
  const std::string_view next = next_word(stop.rest);
  if (is_digit(first)) return note_follows(stop, next);
  if (is_capital(first)) return capital_begins(stop, next);
  return small_begins(stop, next, english);
}

/// Marks that go on with the word or the number before the stop.
bool joins(char32_t c) {
  constexpr std::string_view marks = ".,;:/\\-@#%&+=!?";
  return c < 0x80 && marks.find(static_cast<char>(c)) != std::string_view::npos;
}

}  // namespace

bool ends_sentence(const Stop& stop, bool line_ends, const English& english) {
  const char32_t next = line_ends ? U' ' : Cursor(stop.rest).peek(), plain = folded(next);
  if (is_letter(plain) && !is_blank(next)) return letter_begins(stop, next, english);
  if (joins(plain)) return plain == '-' && is_blank(Cursor(stop.rest.substr(1)).peek());
  if (is_dash(next) && stop.touches && is_number(stop.word)) return false;
  return !stop.touches || !is_abbreviation(stop);
}

}  // namespace decision_card::language
