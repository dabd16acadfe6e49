// SPDX-License-Identifier: MIT
#include "advice/json_mistake.hpp"

#include <vector>

#include "advice/json_words.hpp"
#include "advice/number_mistake.hpp"
#include "advice/text_mistake.hpp"
#include "advice/whole_file.hpp"
#include "base/utf8.hpp"
#include "base/wording.hpp"

namespace decision_card::advice {

using base::in_quotes;
using base::place_of;

namespace {

constexpr std::string_view ends_of_words = " \t\r\n,:;{}[]()\"'`=";

/// Reads JSON as strictly as the parser does, but knows at each place what might have been meant.
class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text), at_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

  std::optional<Mistake> run() {
    while (!mistake_) {
      at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
      if (at_ == text_.size()) return ended();
      step();
    }
    return std::move(mistake_);
  }

 private:
  enum class Want : unsigned char { value, value_or_end, key, key_or_end, colon, comma, nothing };

  void step() {
    switch (want_) {
      case Want::value:
      case Want::value_or_end: return value();
      case Want::key:
      case Want::key_or_end: return key();
      case Want::colon: return colon();
      case Want::comma: return comma();
      case Want::nothing: return behind_the_end();
    }
  }

  [[nodiscard]] char here() const { return text_[at_]; }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  [[nodiscard]] bool digit(std::size_t at) const { return at < text_.size() && text_[at] >= '0' && text_[at] <= '9'; }
  [[nodiscard]] bool letter() const {
    const char small = static_cast<char>(here() | 0x20);
    return (small >= 'a' && small <= 'z') || here() == '_' || here() == '$' || static_cast<signed char>(here()) < 0;
  }

  void say(std::size_t at, std::string message, std::string suggestion) {
    if (!mistake_) mistake_ = Mistake{at, std::move(message), std::move(suggestion)};
  }

  [[nodiscard]] std::string line_of(std::size_t at) const { return std::to_string(place_of(text_, at).line); }

  void value() {
    if (here() == '{') return open(Want::key_or_end);
    if (here() == '[') return open(Want::value_or_end);
    if (here() == '"') return text();
    if (here() == ']' && want_ == Want::value_or_end) return close();
    if (number_begins()) return number();
    for (const std::string_view word : {"true", "false", "null"}) {
      if (rest().starts_with(word) && word_here() == word) return end_value(at_ + word.size());
    }
    no_value();
  }

  [[nodiscard]] bool number_begins() const {
    return digit(at_) || here() == '-' || here() == '+' || (here() == '.' && digit(at_ + 1)) || rest().starts_with("−");
  }

  void open(Want next) {
    if (want_ == Want::value && (rest().starts_with("{{") || rest().starts_with("{%"))) return stray();
    open_.push_back(at_++);
    want_ = next;
  }

  void close() {
    const char opened = text_[open_.back()];
    if ((opened == '{') != (here() == '}')) return wrong_bracket(opened);
    open_.pop_back();
    end_value(at_ + 1);
  }

  void wrong_bracket(char opened) {
    const std::string right(1, opened == '{' ? '}' : ']');
    say(at_,
        std::string("This ") + here() + " closes nothing: the " + opened + " of line " + line_of(open_.back()) +
            " is still open.",
        "Write " + right + " here, or close it before.");
  }

  void end_value(std::size_t end) {
    at_ = end_ = end;
    want_ = open_.empty() ? Want::nothing : Want::comma;
  }

  void text() {
    const TextEnd found = read_text(text_, at_, want_ == Want::key || want_ == Want::key_or_end);
    if (found.mistake) mistake_ = found.mistake;
    else text_ended(found.end);
  }

  void text_ended(std::size_t end) {
    last_text_ = at_;
    end_value(end);
  }

  void number() {
    if (decimal_comma()) return;
    const NumberEnd found = read_number(text_, at_);
    if (found.mistake) mistake_ = found.mistake;
    else end_value(found.end);
  }

  /// "1,000" and "0,5" are two numbers to JSON, the second of which mostly can't stand there.
  bool decimal_comma() {
    if (at_ < 2 || text_[at_ - 1] != ',' || !digit(at_ - 2) || !digit(at_)) return false;
    std::size_t first = at_ - 1, end = at_;
    while (first > 0 && digit(first - 1)) --first;
    while (digit(end)) ++end;
    const std::string before(text_.substr(first, at_ - 1 - first)), behind(text_.substr(at_, end - at_));
    const bool in_object = want_ == Want::key;
    if (!in_object && !(behind.size() == 3 && behind[0] == '0')) return false;  // a list of numbers
    const bool thousands = behind.size() == 3 && before != "0";
    say(at_ - 1, "A number is written without a comma.", "Write " + before + (thousands ? "" : ".") + behind + ".");
    return true;
  }

  void key() {
    if (here() == '}' && want_ == Want::key_or_end) return close();
    if (decimal_comma()) return;
    if (here() != '"') return no_key();
    const TextEnd found = read_text(text_, at_, true);
    if (found.mistake) {
      mistake_ = found.mistake;
      return;
    }
    key_ = at_;
    at_ = found.end;
    want_ = Want::colon;
  }

  [[nodiscard]] std::string key_text() const {
    return in_quotes(text_.substr(key_ + 1, text_.find('"', key_ + 1) - key_ - 1));
  }

  void colon() {
    if (here() == ':') {
      ++at_;
      want_ = Want::value;
    } else if (here() == '=') {
      say(at_, "An equals sign stands between a key and its value.", "Write a colon.");
    } else if (here() == ',' || here() == '}') {
      say(key_, "The key " + key_text() + " has no value.",
          "Write " + key_text() + ": and its value; a list of texts stands in [ ].");
    } else if (!stray_here()) {
      say(at_, "A colon is missing between " + key_text() + " and its value.", "Write " + key_text() + ": before it.");
    }
  }

  void comma() {
    const bool object = text_[open_.back()] == '{';
    if (here() == ',') {
      comma_ = at_++;
      want_ = object ? Want::key : Want::value;
    } else if (here() == '}' || here() == ']') {
      close();
    } else {
      no_comma(object);
    }
  }

  void no_comma(bool object) {
    if (quotation_inside()) return;
    if (here() == ';') return say(at_, "A semicolon stands here.", "Write a comma.");
    if (here() == ':')
      return say(at_, object ? "This pair has two colons." : "A colon stands in a list.",
                 object ? "Put a text that has one into quotation marks." : "Pairs stand in an object: { }.");
    if (here() == '+') return say(at_, "Texts can't be joined with +.", "Write one text.");
    if (here() == '=') return say(at_, "An equals sign stands behind a value.", "Take it out.");
    if (stray_here()) return;
    say(end_, object ? "A comma is missing between two members of an object." : "A comma is missing between two items.",
        "Write one here.");
  }

  /// "A "platform" makes": the text ends at its second mark, and words go on behind it.
  bool quotation_inside() {
    if (last_text_ == none || end_ == 0 || text_[end_ - 1] != '"') return false;
    const std::string_view line = text_.substr(end_, text_.find('\n', end_) - end_);
    const bool goes_on = at_ == end_ && (letter() || digit(at_) || here() == '"' || here() == '\'');
    const bool closes_later = at_ < end_ + line.size() && (letter() || digit(at_)) && line.find('"') != line.npos;
    if (!goes_on && !closes_later) return false;
    say(end_ - 1, "A quotation mark inside a text ends the text here.",
        "Write \\\" inside a text, or curly marks: “ ”.");
    return true;
  }

  void no_value() {
    if (here() == ',') return no_item();
    if (here() == ']' || here() == '}') return closed_early();
    if (here() == ':') return say(at_, "A colon stands where a value must.", "Take it out.");
    if (here() == '\'' || here() == '`') return single_quotes();
    if (!stray_here()) bare_word();
  }

  void closed_early() {
    if (open_.empty()) return say(at_, std::string("This ") + here() + " closes nothing.", "A pack begins with {.");
    if (text_[before()] == ',') return comma_too_many();
    if (text_[before()] == ':')
      return say(at_, "The key " + key_text() + " has no value.", "Write one, or take it out.");
    wrong_bracket(text_[open_.back()]);
  }

  void no_item() {
    if (text_[before()] == ':')
      return say(at_, "The key " + key_text() + " has no value.", "Write one, or take it out.");
    say(at_, "A comma stands where an item must.", "Take it out.");
  }

  void comma_too_many() {
    say(comma_, std::string("A comma too many: the ") + here() + " of line " + line_of(at_) + " follows it.",
        "Take it out: none stands behind the last.");
  }

  /// The last character before this place that is no blank. Precondition: there is one.
  [[nodiscard]] std::size_t before() const {
    const std::size_t found = at_ == 0 ? std::string_view::npos : text_.find_last_not_of(blanks, at_ - 1);
    return found == std::string_view::npos ? 0 : found;
  }

  void single_quotes() {
    const std::size_t end = text_.find(here(), at_ + 1);
    const std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
    const bool whole = end != std::string_view::npos && inside.find('\n') == std::string_view::npos;
    say(at_,
        here() == '`' ? "A text stands between backquotes here, and JSON wants quotation marks."
                      : "A text stands in single quotation marks here, and JSON wants double ones.",
        whole ? "Write " + in_quotes(inside) + "." : "Write \" at both ends.");
  }

  void no_key() {
    if (here() == '}' && want_ == Want::key) return comma_too_many();
    if (here() == ',') return say(at_, "A comma stands where a key must.", "Take it out.");
    if (here() == ']') return wrong_bracket('{');
    if (here() == ':') return say(at_, "The key before this colon is missing.", "Write it, in quotation marks.");
    if (here() == '\'' || here() == '`') return single_quotes();
    if (here() == '{' && want_ == Want::key_or_end && at_ == open_.back() + 1) return placeholder();
    if (here() == '{' || here() == '[')
      return say(at_, "A key is missing before this value.",
                 "Write it with a colon: \"key\": …; or make the { around it a [.");
    if (stray_here()) return;
    const std::string_view word = word_here();
    if (word.empty()) return say(at_, "Something else than a key stands here.", "Write a key, in quotation marks.");
    say(at_, "The key " + in_quotes(word) + " stands without quotation marks.", "Write " + in_quotes(word) + ":.");
  }

  void placeholder() { say(open_.back(), "A placeholder of a template stands here.", std::string(fill_in)); }

  void bare_word() {
    const std::string_view word = word_here();
    for (const Stray& each : words) {
      if (each.mark == word)
        return say(at_, in_quotes(word) + ": " + std::string(each.what), std::string(each.instead));
    }
    if (word.empty()) return say(at_, in_quotes(character()) + " can't stand here.", "Write a value.");
    const std::string_view phrase = phrase_here();
    say(at_, "The text " + in_quotes(phrase) + " stands without quotation marks.", "Write them at both ends.");
  }

  [[nodiscard]] std::string_view word_here() const {
    return rest().substr(0, std::min(rest().find_first_of(ends_of_words), rest().size()));
  }

  /// Words up to where a value would end.
  [[nodiscard]] std::string_view phrase_here() const {
    const std::string_view phrase = rest().substr(0, rest().find_first_of(",\n{}[]\""));
    return phrase.substr(0, phrase.find_last_not_of(blanks) + 1);
  }

  [[nodiscard]] std::string_view character() const { return rest().substr(0, base::character_at(text_, at_).bytes); }

  void stray() {
    if (!stray_here()) say(at_, in_quotes(character()) + " can't stand here.", "Take it out.");
  }

  bool stray_here() {
    for (const Stray& each : strays) {
      if (!rest().starts_with(each.mark)) continue;
      say(at_, std::string(each.what), std::string(each.instead));
      return true;
    }
    const auto code = static_cast<unsigned char>(here());
    if (code >= 0x20 && code != 0x7F) return false;
    say(at_, "A control character stands here, which can't be seen.", "Take it out.");
    return true;
  }

  void behind_the_end() {
    if (quotation_inside()) return;
    if (here() == '}' || here() == ']')
      return say(at_, std::string("This ") + here() + " is one too many: everything is closed before.", "Take it out.");
    if (here() == '{' || here() == '[')
      return say(at_, "A second document begins here.", "Give each pack a file of its own.");
    if (here() == ',' || here() == ';') return say(at_, "Something stands behind the end of the pack.", "Take it out.");
    if (!stray_here()) say(at_, "Something stands behind the end of the pack.", "Take it out.");
  }

  std::optional<Mistake> ended() {
    if (want_ == Want::nothing) return std::nullopt;
    if (open_.empty()) return Mistake{0, "The file is empty.", "Begin with a template: decision-card init NAME."};
    const char opened = text_[open_.back()];
    return Mistake{
        open_.back(), std::string("This ") + opened + " is never closed.",
        std::string("Write ") + (opened == '{' ? "}" : "]") + " where it ends; all that follow may be one short."};
  }

  static constexpr std::size_t none = std::string_view::npos;

  std::string_view text_;
  std::size_t at_;
  std::size_t end_ = 0;                                 ///< behind the last value
  std::size_t key_ = 0, comma_ = 0, last_text_ = none;  ///< where the last of each begins
  std::vector<std::size_t> open_{};                     ///< the brackets that are open
  Want want_ = Want::value;
  std::optional<Mistake> mistake_{};
};

}  // namespace

std::optional<Mistake> json_mistake(std::string_view text) {
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos)
    return Mistake{zero, "A zero byte stands here, as UTF-16 and other formats have them.", "Save the file as UTF-8."};
  if (auto whole = not_json_at_all(text)) return whole;
  return Scan(text).run();
}

}  // namespace decision_card::advice
