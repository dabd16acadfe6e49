// SPDX-License-Identifier: MIT
#include "diagram/elimination_order.hpp"

#include <bit>
#include <cstdlib>

#include "condition/algebra.hpp"
#include "decision_card/limits.hpp"

namespace decision_card::diagram {

using base::Array;
using base::QuestionSet;
using condition::questions_of;
using decision::Program;
using decision::Situation;

namespace {

/// What a layer costs: the different things that its choices do, and the sums that they move.
std::uint64_t cost_of(const Program& program, const Decision& decision, const LinearForms& forms,
                      std::size_t question) {
  const std::size_t alternatives = decision.alternatives.size(), choices = decision.questions[question].choices.size();
  const std::int32_t* const points = program.single_points[question].data();
  std::uint64_t moved = 0, different = 0;
  for (std::size_t c = 0; c < choices; ++c) {
    moved |= forms.moved_by(points + c * alternatives);
    bool seen = false;
    for (std::size_t other = 0; other < c; ++other) {
      std::size_t a = 0;
      while (a < alternatives && points[c * alternatives + a] == points[other * alternatives + a]) ++a;
      seen = seen || a == alternatives;
    }
    different += !seen;
  }
  return (static_cast<std::uint64_t>(std::popcount(moved)) + (moved == 0)) * different;
}

class Ordering {
 public:
  Ordering(const Program& program, const Decision& decision, const Situation& situation, const LinearForms& forms)
      : decision_(decision) {
    for (const Rule& rule : decision.rules) {
      std::uint64_t total = 0;
      for (const std::int32_t points : rule.points) total += static_cast<std::uint64_t>(std::abs(points));
      for (const std::size_t q : questions_of(rule.when)) worth_[q] += static_cast<double>(total);
    }
    for (const std::uint32_t r : program.joint_rules) ties_.push(questions_of(decision.rules[r].when));
    QuestionSet in_gates;
    for (const Gate& gate : decision.gates) in_gates |= questions_of(gate.when);
    for (std::size_t q = 0; q < decision.questions.size(); ++q) {
      if (situation.values(q).count() > 1) open_.add(q);
      if (decision.questions[q].conditional) ties_.push(QuestionSet::of(q) | questions_of(decision.questions[q].when));
      if (in_gates.has(q)) worth_[q] *= late;
      worth_[q] = (worth_[q] + 1) / static_cast<double>(cost_of(program, decision, forms, q));
    }
  }

  Array<Index> run() {
    Array<Index> order;
    while (!open_.empty()) {
      const std::size_t next = best();
      order.push(static_cast<Index>(next));
      open_.remove(next);
    }
    return order;
  }

 private:
  // What a gate waits for, a rule over several questions of which some are known, and whether a question is asked have
  // to be remembered: such ties are closed early and opened late. The numbers are from trials (docs/decisions/0007);
  // any order is right.
  static constexpr double late = 0.6, closes = 3, goes_on = 1.5, opens = 0.8;

  [[nodiscard]] double worth_now(std::size_t question) const {
    double worth = worth_[question];
    for (const QuestionSet tie : ties_) {
      if (!tie.has(question)) continue;
      const bool last = (tie & open_) == QuestionSet::of(question), first = open_.includes(tie);
      worth *= last ? closes : first ? opens : goes_on;
    }
    return worth;
  }

  [[nodiscard]] std::size_t best() const {
    double most = -1;
    std::size_t best = 0;
    for (const std::size_t question : open_) {
      const bool waits = open_.meets(questions_of(decision_.questions[question].when));
      const double worth = waits ? -1 : worth_now(question);
      if (worth <= most) continue;
      most = worth;
      best = question;
    }
    return best;
  }

  const Decision& decision_;
  double worth_[limits::questions]{};
  QuestionSet open_{};
  Array<QuestionSet> ties_;
};

}  // namespace

Array<Index> elimination_order(const Program& program, const Decision& decision, const Situation& situation,
                               const LinearForms& forms) {
  return Ordering(program, decision, situation, forms).run();
}

}  // namespace decision_card::diagram
