// SPDX-License-Identifier: MIT
#include "decision/program.hpp"
#include "decision_card/pack.hpp"
#include "pack/decision_reader.hpp"
#include "rubric/rubric_reader.hpp"

namespace decision_card {

namespace {

std::shared_ptr<const Program> compile_decision(Decision& decision) {
  auto program = std::make_shared<Program>(compile(decision));
  find_score_ranges(*program, decision);
  return program;
}

}  // namespace

const Sections decision_section{.decision = read_decision, .compile = compile_decision};
const Sections rubric_section{.rubric = read_rubric};
const Sections all_sections{.decision = read_decision, .rubric = read_rubric, .compile = compile_decision};

}  // namespace decision_card
