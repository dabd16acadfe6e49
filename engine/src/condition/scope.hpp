// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace decision_card::condition {

/// What a condition at some place of a pack may refer to.
struct Scope {
  std::size_t questions;  ///< the first so many questions
  bool scores = false;
  bool gates = false;
};

}  // namespace decision_card::condition
