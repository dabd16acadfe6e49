// SPDX-License-Identifier: MIT
#include "decision/single_changes.hpp"

#include <algorithm>

#include "decision/recommend.hpp"
#include "decision/settle.hpp"

namespace decision_card::decision {

Indices given_questions(const Situation& situation, const Answers& answers) {
  Indices given;
  for (std::size_t q = 0; q < answers.choices.size(); ++q) {
    if (answers.choices[q] != Answers::unanswered && !situation.never_asked(q)) given.push_back(static_cast<Index>(q));
  }
  return given;
}

SingleChanges single_changes(const Pack& pack, const Answers& answers, const Indices& given, Index recommendation) {
  SingleChanges changes;
  std::size_t steps_left = most_settle_steps(pack.program());
  Answers changed = answers;
  Situation situation(pack.program(), pack.decision());
  for (const Index question : given) {
    const Question& asked = pack.decision().questions[question];
    for (std::size_t choice = 0; choice < asked.offered().size(); ++choice) {
      const auto other = asked.changed_by(answers.choices[question], choice);
      if (!other) {
        changes.leads_to.push_back(recommendation);
        continue;
      }
      changed.choices[question] = *other;
      const Recommended found = find_recommendation(pack, situation, changed, Settling::where_needed, steps_left);
      steps_left -= std::min(steps_left, found.steps);
      changes.leads_to.push_back(found.recommendation);
      changes.exact = changes.exact && found.exact;
      ++changes.of;
      changes.same += found.recommendation == recommendation;
    }
    changed.choices[question] = answers.choices[question];
  }
  return changes;
}

}  // namespace decision_card::decision
