// SPDX-License-Identifier: MIT
#include "decision_card/decide.hpp"

#include <algorithm>

#include "decision/situation.hpp"

namespace decision_card {

namespace {

/// For decisions that are too large for the hot tables.
int decide_at_length(const Pack& pack, std::span<const std::uint8_t> choices, std::span<std::int32_t> scores) {
  Situation situation(pack.program(), pack.decision());
  situation.assess(Answers{{choices.begin(), choices.end()}});
  for (std::size_t q = 0; q < choices.size(); ++q) {
    const std::uint64_t values = situation.values(q);
    if ((values & (values - 1)) != 0) return -1;
  }
  for (std::size_t a = 0; a < pack.decision().alternatives.size(); ++a) scores[a] = situation.score(a);
  return situation.first_certain();
}

}  // namespace

int decide(const Pack& pack, std::span<const std::uint8_t> choices, std::span<std::int32_t> scores) {
  const auto& hot = pack.program().hot;
  if (!hot) return decide_at_length(pack, choices, scores);
  if (scores.size() >= HotTables::scores) return run_hot(*hot, choices.data(), scores.data());
  std::array<std::int32_t, HotTables::scores> all{};
  const int recommendation = run_hot(*hot, choices.data(), all.data());
  std::copy_n(all.begin(), scores.size(), scores.begin());
  return recommendation;
}

}  // namespace decision_card
