// SPDX-License-Identifier: MIT
#include <bit>
#include <cstdlib>

#include "condition/algebra.hpp"
#include "diagram/residue.hpp"

namespace decision_card {

namespace {

std::uint64_t set_of(std::size_t question) { return std::uint64_t{1} << question; }

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
      for (std::uint64_t left = questions_of(rule.when); left != 0; left &= left - 1)
        worth_[std::countr_zero(left)] += static_cast<double>(total);
    }
    for (const std::uint32_t r : program.joint_rules) ties_.push(questions_of(decision.rules[r].when));
    std::uint64_t in_gates = 0;
    for (const Gate& gate : decision.gates) in_gates |= questions_of(gate.when);
    for (std::size_t q = 0; q < decision.questions.size(); ++q) {
      if (std::popcount(situation.values(q)) > 1) open_ |= set_of(q);
      if ((in_gates & set_of(q)) != 0) worth_[q] *= late;
      worth_[q] = (worth_[q] + 1) / static_cast<double>(cost_of(program, decision, forms, q));
    }
  }

  Array<Index> run() {
    Array<Index> order;
    while (open_ != 0) {
      const Index next = best();
      order.push(next);
      open_ &= ~set_of(next);
    }
    return order;
  }

 private:
  // What a gate waits for, and a rule over several questions of which some are known, has to be remembered: such rules
  // are closed early and opened late. The numbers are from trials (docs/decisions/0007); any order is right.
  static constexpr double late = 0.6, closes = 3, goes_on = 1.5, opens = 0.8;

  [[nodiscard]] double worth_now(std::size_t question) const {
    double worth = worth_[question];
    for (const std::uint64_t tie : ties_) {
      if ((tie & set_of(question)) == 0) continue;
      const bool last = (tie & open_) == set_of(question), first = (tie & ~open_) == 0;
      worth *= last ? closes : first ? opens : goes_on;
    }
    return worth;
  }

  [[nodiscard]] Index best() const {
    double most = -1;
    Index best = 0;
    for (std::uint64_t left = open_; left != 0; left &= left - 1) {
      const auto question = static_cast<Index>(std::countr_zero(left));
      const bool waits = (open_ & questions_of(decision_.questions[question].when)) != 0;
      const double worth = waits ? -1 : worth_now(question);
      if (worth <= most) continue;
      most = worth;
      best = question;
    }
    return best;
  }

  const Decision& decision_;
  double worth_[limits::questions]{};
  std::uint64_t open_ = 0;
  Array<std::uint64_t> ties_;
};

}  // namespace

Array<Index> elimination_order(const Program& program, const Decision& decision, const Situation& situation,
                               const LinearForms& forms) {
  return Ordering(program, decision, situation, forms).run();
}

}  // namespace decision_card
