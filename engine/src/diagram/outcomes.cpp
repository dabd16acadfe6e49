// SPDX-License-Identifier: MIT
#include "diagram/outcomes.hpp"

namespace decision_card::diagram {

Outcomes recommendations_of(const Decision& decision) {
  Outcomes outcomes;
  for (const Recommendation& entry : decision.recommendations) outcomes.push_back(&entry.when);
  outcomes.pop_back();
  return outcomes;
}

}  // namespace decision_card::diagram
