// SPDX-License-Identifier: MIT
#include "census/answer_block.hpp"

#include <algorithm>

namespace decision_card::census {

namespace {

constexpr std::uint64_t least_sets = 1024, most_sets = 1u << 20;

void put(std::vector<Plane>& planes, std::size_t set) { planes[set / 64] |= Plane{1} << (set % 64); }

}  // namespace

AnswerBlock::AnswerBlock(const Decision& decision) : decision_(decision), values_(decision.questions.size()) {
  split();
  lay_out();
}

void AnswerBlock::split() {
  const std::size_t count = decision_.questions.size();
  std::vector<std::size_t> group(count);
  for (std::size_t q = 0; q < count; ++q) {
    group[q] = q;
    for (const Term& term : decision_.questions[q].when.terms) {
      for (const Literal& literal : term) {
        const std::size_t own = group[q];  // a copy: `replace` must not see it change
        std::replace(group.begin(), group.end(), own, std::size_t{group[literal.index]});
      }
    }
  }
  std::vector<bool> inside(count);
  for (std::size_t q = count; q-- > 0 && sets_ < least_sets;) {
    std::uint64_t sets = inside[q] ? most_sets : sets_;
    for (std::size_t other = 0; other < count && sets < most_sets; ++other) {
      if (group[other] == group[q]) sets *= decision_.questions[other].choices.size();
    }
    if (sets >= most_sets) continue;
    sets_ = sets;
    for (std::size_t other = 0; other < count; ++other) inside[other] = inside[other] || group[other] == group[q];
  }
  for (std::size_t q = 0; q < count; ++q) (inside[q] ? inner_ : outer_).push_back(q);
}

void AnswerBlock::lay_out() {
  const auto sets = static_cast<std::size_t>(sets_);
  valid_.assign((sets + 63) / 64, 0);
  for (std::size_t set = 0; set < sets; ++set) put(valid_, set);
  std::size_t stride = 1;
  for (const std::size_t q : inner_) {
    const std::size_t choices = decision_.questions[q].choices.size();
    values_[q].assign(choices + 1, std::vector<Plane>(words(), 0));
    for (std::size_t set = 0; set < sets; ++set) put(values_[q][set / stride % choices], set);
    stride *= choices;
    if (decision_.questions[q].conditional) mask_not_asked(q);
  }
}

/// A question that is not asked has its value in one set only.
void AnswerBlock::mask_not_asked(std::size_t question) {
  const std::size_t choices = decision_.questions[question].choices.size();
  for (std::size_t w = 0; w < words(); ++w) {
    Plane asked = 0;
    for (const Term& term : decision_.questions[question].when.terms) {
      Plane all = everywhere;
      for (const Literal& literal : term) all &= where(literal, w);
      asked |= all;
    }
    valid_[w] &= asked | values_[question][0][w];
    for (std::size_t value = 0; value < choices; ++value) values_[question][value][w] &= asked;
    values_[question][choices][w] = ~asked;
  }
}

Plane AnswerBlock::where(const Literal& literal, std::size_t word) const {
  Plane any = 0;
  for (std::size_t value = 0; value < values_[literal.index].size(); ++value) {
    if (decision_.questions[literal.index].allows(literal, value)) any |= values_[literal.index][value][word];
  }
  return any;
}

}  // namespace decision_card::census
