// SPDX-License-Identifier: MIT
#include "advice/text_mistake.hpp"

#include <algorithm>

#include "base/wording.hpp"

namespace decision_card::advice {

using base::in_quotes;

namespace {

bool is_hex(std::string_view text) {
  return text.size() == 4 && text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

class TextScan {
 public:
  TextScan(std::string_view text, std::size_t at, bool key) : text_(text), start_(at), at_(at + 1), key_(key) {}

  TextEnd run() {
    while (at_ < text_.size() && !mistake_) {
      if (text_[at_] == '"') return ended();
      if (static_cast<unsigned char>(text_[at_]) < 0x20) control();
      else if (text_[at_] == '\\') escape();
      else ++at_;
    }
    if (!mistake_) say(start_, "The text that begins here is never closed.", "Write \" at its end.");
    return {at_, std::move(mistake_)};
  }

 private:
  void say(std::size_t at, std::string message, std::string suggestion) {
    mistake_ = Mistake{at, std::move(message), std::move(suggestion)};
  }

  /// {"id: "load"}: what was meant to be a key goes on to the mark that opens its value.
  TextEnd ended() {
    const std::string_view inside = text_.substr(start_ + 1, at_ - start_ - 1);
    const std::size_t colon = inside.find_last_not_of(blanks);
    const bool swallowed = key_ && colon != std::string_view::npos && inside[colon] == ':' && at_ + 1 < text_.size() &&
                           text_[at_ + 1] != ':' &&
                           text_.find_first_not_of(blanks, at_ + 1) != std::string_view::npos &&
                           text_[text_.find_first_not_of(blanks, at_ + 1)] != ':';
    if (swallowed)
      say(start_ + 1 + colon, "The quotation mark behind a key is missing.",
          "Write " + in_quotes(inside.substr(0, colon)) + ":.");
    return {at_ + 1, std::move(mistake_)};
  }

  void control() {
    if (text_[at_] == '\n' || text_[at_] == '\r') return line_break();
    if (text_[at_] == '\t') return say(at_, "A tab stands inside a text.", "Write \\t, or a blank.");
    say(at_, "A control character stands inside a text, which can't be seen.", "Take it out.");
  }

  void line_break() {
    if (closing_mark_missing()) {
      const std::string_view line = text_.substr(start_, at_ - start_);
      std::size_t end = line.find_last_not_of(blanks);
      if (line[end] == ',' && end > 0) end = line.find_last_not_of(blanks, end - 1);
      return say(start_ + end + 1, "The text of this line has no quotation mark at its end.", "Write \" here.");
    }
    say(at_, "A line break stands inside a text.", "Write the text on one line, with \\n where a new line must begin.");
  }

  /// The next line looks like a member, an item or a bracket, and not like the rest of a text.
  [[nodiscard]] bool closing_mark_missing() const {
    const std::size_t next = text_.find_first_not_of(blanks, at_);
    if (next == std::string_view::npos) return true;
    if (text_[next] == '}' || text_[next] == ']' || text_[next] == '{' || text_[next] == '[') return true;
    const std::string_view line = text_.substr(next, text_.find('\n', next) - next);
    return text_[next] == '"' && std::count(line.begin(), line.end(), '"') > 1;
  }

  void escape() {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (next == 'u') return unicode();
    if (std::string_view("\"\\/bfnrt").find(next) != std::string_view::npos && next != '\0') at_ += 2;
    else if (next == '\n' || next == '\r')
      say(at_, "A text can't go on behind a \\ on the next line.", "Write it on one line.");
    else if (next == '\'') say(at_, "JSON knows no \\'.", "Write ' alone.");
    else if (next == 'x') say(at_, "JSON knows no \\x.", "Write \\u00 and the two digits, or the character itself.");
    else say(at_, "A \\ stands before a character that it has no meaning for.", "Write \\\\ for a backslash.");
  }

  void unicode() {
    const std::string_view digits = text_.substr(std::min(at_ + 2, text_.size()), 4);
    if (!is_hex(digits))
      return say(at_, "\\u takes four hexadecimal digits.",
                 "Write them, for example \\u00e9, or the character itself.");
    const char high = static_cast<char>(digits[0] | 0x20), second = static_cast<char>(digits[1] | 0x20);
    const bool surrogate = high == 'd' && (second >= '8');
    if (!surrogate) {
      at_ += 6;
      return;
    }
    const bool first_half = second <= '9' || second <= 'b';
    const std::string_view other = text_.substr(std::min(at_ + 6, text_.size()), 6);
    const bool paired = first_half && other.size() == 6 && other.starts_with("\\u") && is_hex(other.substr(2)) &&
                        (other[2] | 0x20) == 'd' && (other[3] | 0x20) >= 'c';
    if (!paired)
      return say(at_, "This is half of a character: \\uD800 to \\uDFFF come in pairs.", "Write the character itself.");
    at_ += 12;
  }

  std::string_view text_;
  std::size_t start_, at_;
  bool key_;
  std::optional<Mistake> mistake_{};
};

}  // namespace

TextEnd read_text(std::string_view text, std::size_t at, bool key) { return TextScan(text, at, key).run(); }

}  // namespace decision_card::advice
