// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "decision_card/pack.hpp"

namespace decision_card {

/// Millionths: of the currency's unit, or of a month. Formulas are computed in doubles; each amount they give is
/// rounded to millionths once, half up, and everything after that (sums over months, who is cheaper, when that changes)
/// is exact.
using Millionths = std::int64_t;
inline constexpr Millionths whole_unit = 1'000'000;

/// From this moment on, until the next stretch of the same two, one of them is cheaper.
struct Stretch {
  Index first = 0, second = 0;     ///< the two series
  std::optional<Index> cheaper{};  ///< one of them; nothing: both cost the same
  Millionths from = 0;             ///< months
  Millionths cost = 0;             ///< of the cheaper one at that moment
};

/// Where an input starts: its value unless the reader gives another.
struct Start {
  WrittenNumber number{};
  bool from_answer = false;
};

/// What a cost comes to.
struct CostAmount {
  Millionths amount = 0;
  std::uint32_t every = 0;  ///< months between repetitions; 0: paid once
};

struct CostPicture {
  std::vector<Start> starts{};           ///< one an input
  Texts answers{};                       ///< keeps the numbers that answers are alive
  std::vector<CostAmount> costs{};       ///< one a cost
  std::vector<Millionths> cumulative{};  ///< series by series, at the end of month 0, 1, 2 … with what falls due then
  std::vector<Stretch> stretches{};      ///< of every two series; the first starts at 0, each further one at a crossing
};

/// Reads `{"inputs": {id: number}, "answers": {question: answer}}`, where both may be absent, and computes the cost
/// picture. What the reader does not say, the answers or the pack do.
Result<CostPicture> cost_picture(const Pack& pack, std::string_view request);

}  // namespace decision_card
