// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "decision_card/pack.hpp"

namespace decision_card {

/// Millionths of the currency's unit. Formulas are computed in doubles; each amount they give is rounded to this once,
/// half up, and everything after that (sums over months, which is cheaper, when that changes) is exact.
using Money = std::int64_t;
inline constexpr Money money_unit = 1'000'000;

/// A moment of the horizon, in millionths of a month.
using Moment = std::int64_t;
inline constexpr Moment month_unit = 1'000'000;

struct InputValue {
  enum class From : std::uint8_t { pack, answer, reader };
  double value = 0;
  std::string text{};  ///< as it was written
  From from = From::pack;
};
using InputValues = std::vector<InputValue>;  ///< one an input, in the pack's order

struct SeriesEstimate {
  std::vector<Money> items{};          ///< one an item of the series
  std::vector<std::uint32_t> every{};  ///< one an item: months between repetitions, 0 where it is not repeated
  Money up_front = 0, monthly = 0;
  std::vector<Money> costs{};  ///< cumulative at the end of month 0, 1, 2 …, with what falls due then
};

/// From this moment on (and until the next stretch) one of the two is cheaper.
struct Stretch {
  Moment from = 0;
  int cheaper = -1;  ///< a series; -1: both cost the same
  Money cost = 0;    ///< of the cheaper one at that moment
};

struct CostComparison {
  Index first = 0, second = 0;
  std::vector<Stretch> stretches{};  ///< the first starts at 0; each later one is a crossing
};

struct Estimate {
  InputValues inputs{};
  std::vector<SeriesEstimate> series{};
  std::vector<CostComparison> comparisons{};  ///< of every two series
};

/// The values that the pack itself gives, without answers.
InputValues default_inputs(const Estimates& estimates);

/// Reads `{"inputs": {id: number}, "answers": {question: choice}}`; both may be absent. What the reader does not say,
/// the answers or the pack do.
Result<InputValues> parse_inputs(const Pack& pack, std::string_view text);

/// Computes the cost picture. Problems: a division by zero, a cost below zero or too large.
Result<Estimate> estimate(const Estimates& estimates, InputValues inputs);

}  // namespace decision_card
