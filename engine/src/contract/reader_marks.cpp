// SPDX-License-Identifier: MIT
#include "decision_card/contract.hpp"

namespace decision_card {

namespace {

using Kind = ReaderMark::Kind;

/// Takes the text up to the next blank or line end from the front.
std::string_view take_word(std::string_view& text, char end) {
  const std::size_t size = text.find(end);
  const std::string_view word = text.substr(0, size);
  text.remove_prefix(size == std::string_view::npos ? text.size() : size + 1);
  return word;
}

template <class Item>
std::optional<Index> place_of(std::string_view id, std::span<const Item> items) {
  for (std::size_t k = 0; k < items.size(); ++k) {
    if (items[k].id == id) return static_cast<Index>(k);
  }
  return std::nullopt;
}

/// Returns nothing for what is no number of at most nine digits.
std::optional<std::uint32_t> number(std::string_view digits) {
  if (digits.empty() || digits.size() > 9) return std::nullopt;
  std::uint32_t value = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  return value;
}

std::optional<ReaderMark> mark_of(const Rubric& rubric, std::optional<Index> follow_up, std::string_view line) {
  const std::string_view kind = take_word(line, ' '), id = take_word(line, ' ');
  if (kind == "misconception") {
    const auto index = place_of(id, std::span<const Misconception>(rubric.misconceptions));
    return index ? std::optional(ReaderMark{Kind::reject_misconception, *index}) : std::nullopt;
  }
  const auto index = place_of(id, rubric.criteria_of(follow_up));
  if (!index) return std::nullopt;
  if (kind == "criterion") return ReaderMark{Kind::reject_criterion, *index};
  const auto start = number(take_word(line, ' ')), end = number(line);
  if (kind != "claim" || !start || !end || *start >= *end) return std::nullopt;
  return ReaderMark{Kind::claim, *index, {*start, *end}};
}

}  // namespace

std::optional<std::vector<ReaderMark>> reader_marks(const Pack& pack, std::optional<Index> follow_up,
                                                    std::string_view text) {
  std::vector<ReaderMark> marks;
  while (!text.empty()) {
    const auto mark = mark_of(pack.rubric(), follow_up, take_word(text, '\n'));
    if (!mark) return std::nullopt;
    marks.push_back(*mark);
  }
  return marks;
}

}  // namespace decision_card
