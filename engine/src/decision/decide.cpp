// SPDX-License-Identifier: MIT
#include "decision_card/decide.hpp"

#include <algorithm>

#include "decision/situation.hpp"

namespace decision_card::decision {

namespace {

/// For decisions that are too large for the hot tables.
std::optional<Index> decide_at_length(const Pack& pack, std::span<const std::uint8_t> choices,
                                      std::span<std::int32_t> scores) {
  Situation situation(pack.program(), pack.decision());
  situation.assess(Answers{{choices.begin(), choices.end()}});
  for (std::size_t q = 0; q < choices.size(); ++q) {
    if (situation.values(q).count() != 1) return std::nullopt;
  }
  for (std::size_t a = 0; a < pack.decision().alternatives.size(); ++a) scores[a] = situation.score(a);
  return situation.first_certain();
}

std::optional<Index> recommendation_of(int found) {
  return found < 0 ? std::nullopt : std::optional(static_cast<Index>(found));
}

}  // namespace

}  // namespace decision_card::decision

namespace decision_card {

std::optional<Index> decide(const Pack& pack, std::span<const std::uint8_t> choices, std::span<std::int32_t> scores) {
  const auto& hot = pack.program().hot;
  if (!hot) return decision::decide_at_length(pack, choices, scores);
  if (scores.size() >= decision::HotTables::scores)
    return decision::recommendation_of(decision::run_hot(*hot, choices.data(), scores.data()));
  std::array<std::int32_t, decision::HotTables::scores> all{};
  const auto recommendation = decision::recommendation_of(decision::run_hot(*hot, choices.data(), all.data()));
  std::copy_n(all.begin(), scores.size(), scores.begin());
  return recommendation;
}

}  // namespace decision_card
