// SPDX-License-Identifier: MIT
// What decision.wasm hands out beside page.cpp: verdicts. prove.cpp has the proofs and the costs.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include "decision_card/contract.hpp"
#include "decision_card/decide.hpp"
#include "page.hpp"

using namespace decision_card;

const ModuleParts module_parts{decision_section, nullptr};

std::string read_answers(int handle) {
  Slot* slot = slot_of(handle);
  if (slot == nullptr) return {};
  if (!slot->pack.decision().present())
    return problem("no_decision", "This pack has no decision.", "Open a pack with a \"decision\".");
  const Result<Answers> answers = parse_answers(slot->pack, input);
  if (!answers) return problems_json(answers.problems());
  slot->answers.choices = answers.value().choices;
  return {};
}

namespace {

std::vector<std::int32_t> numbers;  // the last verdict handed out; valid until the next one

/// The texts that verdicts are made of; empty for a handle that is not open.
std::string catalogue_of(int handle) {
  const Slot* slot = slot_of(handle);
  return slot == nullptr ? std::string() : catalogue_json(slot->pack);
}

std::string check_pack() { return check_json(parse_pack(input, module_parts.sections)); }

}  // namespace

EMSCRIPTEN_BINDINGS(decide) {
  emscripten::function("catalogue", &catalogue_of);
  emscripten::function("readAnswers", &read_answers);
  emscripten::function("checkPack", &check_pack);
}

extern "C" {

/// Where the caller writes the answers: one byte a question, the index of its choice or 255.
EMSCRIPTEN_KEEPALIVE std::uint8_t* dc_answers(int handle) {
  Slot* slot = slot_of(handle);
  return slot == nullptr ? nullptr : slot->answers.choices.data();
}

/// Where `dc_decide` leaves the scores: one 32-bit integer an alternative.
EMSCRIPTEN_KEEPALIVE std::int32_t* dc_scores(int handle) {
  Slot* slot = slot_of(handle);
  return slot == nullptr ? nullptr : slot->scores.data();
}

/// Room for this many answer sets, one behind the other, until the pack is closed.
EMSCRIPTEN_KEEPALIVE std::uint8_t* dc_batch(int handle, int sets) {
  Slot* slot = slot_of(handle);
  if (slot == nullptr || sets < 1) return nullptr;
  const std::size_t size = static_cast<std::size_t>(sets) * slot->answers.choices.size();
  slot->batches.push_back(std::make_unique<std::uint8_t[]>(size));
  return slot->batches.back().get();
}

/// The complete answers at this address to the index of the recommendation; -1 when an answer is missing.
EMSCRIPTEN_KEEPALIVE int dc_decide(int handle, const std::uint8_t* choices) {
  Slot* slot = slot_of(handle);
  if (slot == nullptr || !slot->pack.decision().present()) return -1;
  const auto found = decide(slot->pack, {choices, slot->answers.choices.size()}, slot->scores);
  return found ? int{*found} : -1;
}

/// Builds the verdict of the answers; returns how many numbers it is, which are at `dc_numbers`.
EMSCRIPTEN_KEEPALIVE int dc_verdict(int handle) {
  const Slot* slot = slot_of(handle);
  numbers.clear();
  if (slot != nullptr && slot->pack.decision().present())
    numbers = verdict_numbers(slot->pack, verdict(slot->pack, slot->answers));
  return static_cast<int>(numbers.size());
}

EMSCRIPTEN_KEEPALIVE const std::int32_t* dc_numbers() { return numbers.data(); }
}
