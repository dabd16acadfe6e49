// SPDX-License-Identifier: MIT
#include "inspection/space.hpp"

#include "base/wording.hpp"
#include "decision_card/budgets.hpp"
#include "diagram/elimination_order.hpp"

namespace decision_card::inspection {

using base::Array;
using base::joined;
using census::build_product;
using census::combinations;
using census::Count;
using census::sizes_of;
using decision::compile;
using decision::Program;
using decision::Situation;
using diagram::build_diagram;
using diagram::Diagram;
using diagram::elimination_order;
using diagram::LinearForms;
using diagram::Outcomes;

namespace {

Array<Index> order_of(const Pack& pack) {
  const LinearForms forms(pack.decision().score_tests);
  Situation situation(pack.program(), pack.decision());
  situation.assess(Answers::none(pack.decision().questions.size()));
  return elimination_order(pack.program(), pack.decision(), situation, forms);
}

/// Writes parts per million as a percentage with two digits behind the point, rounded down; what would then look like
/// nothing is "less than 0.01%".
std::string percent(std::uint32_t share) {
  const std::uint32_t hundredths = share / 100;
  if (share > 0 && hundredths == 0) return "less than 0.01%";
  const std::string rest = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + (rest.size() == 1 ? ".0" : ".") + rest + "%";
}

}  // namespace

Probe::Probe(Decision changed) : decision(std::move(changed)), program(compile(decision)) {}

Probe questions_probe(const Decision& decision, bool rules) {
  Decision probe;
  probe.questions = decision.questions;
  probe.alternatives = decision.alternatives;
  if (rules) probe.rules = decision.rules;
  probe.recommendations.resize(1);
  return Probe(std::move(probe));
}

Space::Space(const Pack& pack)
    : pack_(pack),
      sizes_(sizes_of(pack.decision().questions)),
      all_(combinations(sizes_)),
      order_(order_of(pack)),
      steps_left_(budgets::inspection_steps) {}

bool Space::build(const Outcomes& outcomes, Diagram& diagram) {
  return build(pack_.program(), pack_.decision(), outcomes, diagram, order_);
}

bool Space::build(const Probe& probe, const Outcomes& outcomes, Diagram& diagram) {
  return build(probe.program, probe.decision, outcomes, diagram, order_);
}

bool Space::build(const Program& program, const Decision& asked, const Outcomes& outcomes, Diagram& diagram,
                  const Array<Index>& order) {
  if (LinearForms(asked.score_tests).size() > 64) return false;  // Residue has a bit for each
  const std::size_t most = std::min(steps_left_, budgets::diagram_steps);
  build_diagram(program, asked, Answers::none(asked.questions.size()), outcomes, most, diagram, &order);
  steps_left_ -= diagram.complete ? std::min(most, diagram.children.size()) : most;
  return diagram.complete;
}

bool Space::multiply(const Diagram& left, const Diagram& right, Diagram& product) {
  std::size_t most = std::min(steps_left_, budgets::diagram_steps);
  const std::size_t before = most;
  const bool complete = build_product(left, right, order_, most, product);
  steps_left_ -= before - most;
  return complete;
}

bool Space::spend(std::size_t steps) {
  if (steps >= steps_left_) return false;
  steps_left_ -= steps;
  return true;
}

std::string Space::share_text(const Count& count) const {
  return joined({count.decimal(), " of ", all_.decimal(), " combinations (", percent(count.share(all_)), ")"});
}

}  // namespace decision_card::inspection
