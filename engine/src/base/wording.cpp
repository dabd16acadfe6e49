// SPDX-License-Identifier: MIT
#include "base/wording.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"

namespace decision_card::base {

namespace {

constexpr std::size_t longest_word = 64;

/// Returns the optimal string alignment distance. Neither is longer than longest_word and half as much.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::array<std::size_t, 2 * longest_word> before{}, last{}, row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + changed});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::uint32_t words_in(std::string_view text) {
  std::uint32_t words = 0;
  bool inside = false;
  for (const char c : text) {
    words += c != ' ' && !inside;
    inside = c != ' ';
  }
  return words;
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates, std::size_t& left) {
  std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
  std::string_view found;
  if (word.size() > longest_word) return found;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() >= word.size() + best || word.size() >= candidate.size() + best) continue;
    const std::size_t pairs = word.size() * candidate.size();
    if (pairs > left) return {};
    left -= pairs;
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

std::string in_quotes(std::string_view word) {
  constexpr std::size_t most = 80;
  std::string out = "\"";
  std::size_t length = std::min(word.size(), most);
  while (length < word.size() && length > 0 && continues_character(word[length])) --length;
  out.append(word.substr(0, length));
  if (length < word.size()) out += "…";
  return out += '"';
}

std::string joined(Parts parts) {
  std::string out;
  for (const Part& part : parts) out += part.quoted ? in_quotes(part.text) : std::string(part.text);
  return out;
}

std::string list_in_quotes(const std::vector<std::string_view>& words) {
  constexpr std::size_t most = 8;
  std::string out;
  const std::size_t shown = std::min(words.size(), most);
  for (std::size_t k = 0; k < shown; ++k) {
    if (k > 0) out += k + 1 == shown && shown == words.size() ? " or " : ", ";
    out += in_quotes(words[k]);
  }
  if (shown < words.size()) out += ", …";
  return out;
}

}  // namespace decision_card::base
