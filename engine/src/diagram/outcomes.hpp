// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "decision_card/pack.hpp"

namespace decision_card::diagram {

/// A list of conditions: the first that holds is the outcome; the number of conditions is the outcome when none does.
using Outcomes = std::vector<const Condition*>;

/// The pack's recommendations as outcomes.
Outcomes recommendations_of(const Decision& decision);

}  // namespace decision_card::diagram
