// SPDX-License-Identifier: MIT
#include "advice/number_mistake.hpp"

#include <algorithm>

#include "advice/json_words.hpp"
#include "base/wording.hpp"

namespace decision_card::advice {

using base::in_quotes;

namespace {

constexpr std::string_view ends = " \t\r\n,{}[]()\"'";
constexpr std::string_view minus_sign = "−";

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Takes digits off the beginning; false where there are none.
bool take_digits(std::string_view& text) {
  const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(count);
  return count > 0;
}

/// RFC 8259: -?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?
bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.size() > 1 && text[0] == '0' && is_digits(text.substr(1, 1))) return false;
  if (!take_digits(text)) return false;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    if (!take_digits(text)) return false;
  }
  if (text.empty()) return true;
  if ((text[0] | 0x20) != 'e') return false;
  text.remove_prefix(text.size() > 1 && (text[1] == '+' || text[1] == '-') ? 2 : 1);
  return take_digits(text) && text.empty();
}

std::string without(std::string_view text, char character) {
  std::string kept(text);
  kept.erase(std::remove(kept.begin(), kept.end(), character), kept.end());
  return kept;
}

std::string_view unsigned_part(std::string_view text) {
  return text.substr(text.starts_with('-') || text.starts_with('+') ? 1 : 0);
}

struct Reason {
  std::string message, suggestion;
};

Reason write(std::string message, const std::string& number) {
  return {std::move(message), is_number(number) ? "Write " + number + "." : "Write it with digits and a point alone."};
}

Reason signed_reason(std::string_view word) {
  if (word.starts_with(minus_sign))
    return write("This is the minus sign of printed texts (U+2212).", "-" + std::string(word.substr(3)));
  if (word[0] == '+') return write("A number has no plus sign.", std::string(word.substr(1)));
  if (word == "-" || word.starts_with("--")) return write("This minus stands before no number.", "");
  return {};
}

Reason base_reason(std::string_view digits) {
  if (digits.size() < 2 || digits[0] != '0') return {};
  if ((digits[1] | 0x20) == 'x') return write("JSON has no hexadecimal numbers.", "");
  if ((digits[1] | 0x20) == 'b' || (digits[1] | 0x20) == 'o') return write("JSON has decimal numbers alone.", "");
  if (!is_digits(digits.substr(1, 1))) return {};
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  return write("A number does not begin with 0.", std::string(digits.substr(first)));
}

Reason point_reason(std::string_view word, std::string_view digits) {
  const std::string sign = word.starts_with('-') ? "-" : "";
  if (digits.starts_with('.')) return write("A number has a digit before its point.", sign + "0" + std::string(digits));
  if (digits.ends_with('.'))
    return write("A number does not end with a point.", sign + std::string(digits.substr(0, digits.size() - 1)));
  return {};
}

Reason mark_reason(std::string_view word) {
  if (word.ends_with('%')) return write("A number has no per cent sign.", std::string(word.substr(0, word.size() - 1)));
  if (is_number(without(word, '_'))) return write("A number is written without _.", without(word, '_'));
  if (std::count(word.begin(), word.end(), '.') > 1 && is_digits(without(word, '.')))
    return write("A number has one point at most.", without(word, '.'));
  if (word.ends_with('n') && is_number(word.substr(0, word.size() - 1)))
    return write("JSON has one kind of number.", std::string(word.substr(0, word.size() - 1)));
  return {};
}

Reason reason_for(std::string_view word) {
  const std::string_view digits = unsigned_part(word);
  for (const Stray& each : words) {
    if (each.mark == word) return {in_quotes(word) + ": " + std::string(each.what), std::string(each.instead)};
  }
  for (Reason each : {signed_reason(word), base_reason(digits), point_reason(word, digits), mark_reason(word)}) {
    if (!each.message.empty()) return each;
  }
  return {in_quotes(word) + " is no number.", "Put it into quotation marks if it is a text; units and dates are."};
}

}  // namespace

NumberEnd read_number(std::string_view text, std::size_t at) {
  std::string_view word = text.substr(at, text.find_first_of(ends, at) - at);
  const std::size_t comment =
      std::min({word.find("//"), word.find("/*"), word.find(';'), word.find("，"), word.size()});
  if (is_number(word.substr(0, comment))) return {at + comment, {}};
  Reason reason = reason_for(word);
  return {at, Mistake{at, std::move(reason.message), std::move(reason.suggestion)}};
}

}  // namespace decision_card::advice
