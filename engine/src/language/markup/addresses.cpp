// SPDX-License-Identifier: MIT
#include "language/markup/addresses.hpp"

namespace decision_card::language {

namespace {

constexpr std::size_t longest_host = 100;
constexpr std::string_view domains[] = {"com", "org",  "net", "edu", "gov", "io", "ai",
                                        "dev", "info", "co",  "uk",  "de",  "eu"};

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_in_host(char c) { return is_plain(c) || c == '.' || c == '-' || c == '_' || c == '@' || c == '+'; }

bool is_domain(std::string_view word) {
  for (const std::string_view domain : domains) {
    if (domain == word) return true;
  }
  return false;
}

/// ASCII blanks and controls, marks that no address holds, and the first bytes of other blanks and quotation marks.
bool ends_address(char c) {
  constexpr std::string_view marks = "<>\"|`]{}";
  const auto byte = static_cast<unsigned char>(c);
  return byte <= ' ' || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || marks.find(c) != std::string_view::npos;
}

bool ends_sentence_or_quote(char c) {
  constexpr std::string_view marks = ".,;:!?'*_)";
  return marks.find(c) != std::string_view::npos;
}

}  // namespace

std::size_t address_start(std::string_view text, std::size_t mark) {
  std::size_t start = mark;
  while (start > 0 && mark - start < longest_host && is_in_host(text[start - 1])) --start;
  return start;
}

bool is_address(std::string_view text, std::size_t stop, std::size_t end) {
  std::size_t after = stop + 1;
  while (after < end && text[after] >= 'a' && text[after] <= 'z') ++after;
  const std::string_view word = text.substr(stop + 1, after - stop - 1);
  if (word.size() < 2) return false;
  if (stop >= 3 && text.substr(stop - 3, 3) == "www") return true;
  const char next = after < end ? text[after] : ' ';
  const bool page = next == '/' && after + 1 < end && is_plain(text[after + 1]);
  const bool domain = is_domain(word) && !is_plain(next) && next != '_' && next != '-';
  return domain || (page && stop >= 2 && is_plain(text[stop - 1]) && is_plain(text[stop - 2]));
}

std::size_t address_end(std::string_view text, std::size_t from) {
  std::size_t end = from;
  int brackets = 0;
  for (; end < text.size() && !ends_address(text[end]); ++end) {
    if (text[end] == '(') ++brackets;
    if (text[end] == ')' && --brackets < 0) break;
  }
  while (end > from && ends_sentence_or_quote(text[end - 1]) && !(text[end - 1] == ')' && brackets == 0)) --end;
  return end;
}

}  // namespace decision_card::language
