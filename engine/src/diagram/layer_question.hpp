// SPDX-License-Identifier: MIT
#pragma once

#include "decision_card/pack.hpp"

namespace decision_card::diagram {

/// The question that a layer is about.
struct LayerQuestion {
  Index question;
  std::uint8_t choices, given;  ///< how many, and which if there is only one because it was given

  [[nodiscard]] std::uint8_t choice(std::size_t index) const {
    return given == Answers::unanswered ? static_cast<std::uint8_t>(index) : given;
  }
};

}  // namespace decision_card::diagram
