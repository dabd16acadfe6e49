// SPDX-License-Identifier: MIT
#pragma once

#include "inspection/space.hpp"

namespace decision_card::inspection {

/// A probe that compares scores.
class ScoreProbe {
 public:
  explicit ScoreProbe(const Decision& decision) : probe_(questions_probe(decision, true).decision) {}

  /// `score.left op score.right + constant`
  Literal test(std::size_t left, Comparison op, std::size_t right, std::int32_t constant = 0) {
    probe_.score_tests.push_back({static_cast<std::uint16_t>(left), op, static_cast<std::uint16_t>(right), constant});
    return {Subject::score_test, static_cast<std::uint16_t>(probe_.score_tests.size() - 1), Outcome::yes};
  }

  [[nodiscard]] Probe compiled() { return Probe(std::move(probe_)); }

 private:
  Decision probe_;
};

}  // namespace decision_card::inspection
