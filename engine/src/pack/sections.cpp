// SPDX-License-Identifier: MIT
#include "decision/score_ranges.hpp"
#include "decision_card/pack.hpp"
#include "pack/decision_reader.hpp"
#include "rubric/rubric_reader.hpp"

namespace decision_card {

namespace {

std::shared_ptr<const decision::Program> compile_decision(Decision& decision) {
  auto program = std::make_shared<decision::Program>(decision::compile(decision));
  decision::find_score_ranges(*program, decision);
  return program;
}

}  // namespace

const Sections decision_section{.decision = pack::read_decision, .compile = compile_decision};
const Sections rubric_section{.rubric = rubric::read_rubric};
const Sections all_sections{
    .decision = pack::read_decision, .rubric = rubric::read_rubric, .compile = compile_decision};

}  // namespace decision_card
