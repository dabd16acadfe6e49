// SPDX-License-Identifier: MIT
#include "inspection/space.hpp"

#include "decision_card/limits.hpp"
#include "inspection/finding_codes.hpp"

namespace decision_card {

namespace {

Answers no_answers(const Decision& decision) {
  return {std::vector<std::uint8_t>(decision.questions.size(), Answers::unanswered)};
}

Array<Index> order_of(const Pack& pack) {
  const LinearForms forms(pack.decision().score_tests);
  Situation situation(pack.program(), pack.decision());
  situation.assess(no_answers(pack.decision()));
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

Inspector::Inspector(const Pack& inspected, const Declarations& declared, std::string_view source)
    : pack(inspected),
      decision(inspected.decision()),
      declarations(declared),
      text(source),
      sizes(sizes_of(decision.questions)),
      all(combinations(sizes)),
      order(order_of(inspected)),
      steps_left(limits::inspection_steps),
      decides(decision.questions.size()),
      orders(decision.questions.size()),
      tells(decision.questions.size()) {
  result.combinations = all.decimal();
  asked.resize(decision.questions.size());
}

bool Inspector::build(const Probe& probe, const Outcomes& outcomes, Diagram& diagram) {
  return build(probe.program, probe.decision, outcomes, diagram, order);
}

bool Inspector::build(const Program& program, const Decision& asks, const Outcomes& outcomes, Diagram& diagram,
                      const Array<Index>& in_order) {
  if (LinearForms(asks.score_tests).size() > 64) return false;  // Residue has a bit for each
  const std::size_t most = std::min(steps_left, limits::diagram_steps);
  build_diagram(program, asks, no_answers(asks), outcomes, most, diagram, &in_order);
  steps_left -= diagram.complete ? std::min(most, diagram.children.size()) : most;
  return diagram.complete;
}

bool Inspector::multiply(const Diagram& left, const Diagram& right, Diagram& product) {
  std::size_t most = std::min(steps_left, limits::diagram_steps);
  const std::size_t before = most;
  const bool complete = build_product(left, right, order, most, product);
  steps_left -= before - most;
  return complete;
}

Finding& Inspector::report(std::string_view code, std::string path, std::string_view of, Parts message,
                           Parts suggestion) {
  Finding& finding = result.findings.emplace_back();
  finding.problem = {code, severity_of(code), std::move(path), 1, 1, joined(message), joined(suggestion)};
  finding.of = of;
  return finding;
}

void Inspector::add_proof(std::string_view check, bool proved, Parts covered) {
  result.proofs.push_back({check, proved, joined(covered)});
}

void Inspector::not_proved(std::string_view check, std::string path, std::string_view of, Parts covered) {
  add_proof(check, false, covered);
  const std::string what = joined(covered);
  report("not_proved", std::move(path), of, {"Not proved (", check, "): ", what});
}

std::string Inspector::share_text(const Count& count) const {
  return joined({count.decimal(), " of ", all.decimal(), " combinations (", percent(count.share(all)), ")"});
}

Answers Inspector::asking(std::size_t question, std::uint8_t choice) const {
  Answers answers =
      asked[question] ? *asked[question] : Answers{std::vector<std::uint8_t>(decision.questions.size(), 0)};
  answers.choices[question] = choice;
  return answers;
}

std::string path_of(std::string_view list, std::size_t index, std::string_view member) {
  return joined({"/decision/", list, "/", std::to_string(index), member.empty() ? "" : "/", member});
}

}  // namespace decision_card
