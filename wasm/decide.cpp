// SPDX-License-Identifier: MIT
// The bridge: text and numbers across, nothing owned by the caller. Packs live in slots; a slot's number is the handle.
// Rich calls that cross rarely go through embind; the calls of the hot paths are plain exports on bytes, because an
// embind call costs about ten times as much (docs/decisions/0003).
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <optional>

#include "decision_card/decide.hpp"
#include "decision_card/numbers.hpp"
#include "slots.hpp"

using namespace decision_card;

std::string input;

namespace {

std::vector<std::optional<Slot>> slots;
std::vector<std::int32_t> numbers;  // the last verdict handed out; valid until the next one

std::string problem(std::string_view code, std::string message, std::string suggestion) {
  return problems_json({{code, Severity::error, "", 1, 1, std::move(message), std::move(suggestion)}});
}

}  // namespace

Slot* slot_of(int handle) {
  const auto index = static_cast<std::size_t>(handle);
  return index < slots.size() && slots[index] ? &*slots[index] : nullptr;
}

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

int store(const Pack& pack) {
  const Answers none{std::vector<std::uint8_t>(pack.decision().questions.size(), Answers::unanswered)};
  std::size_t index = 0;
  while (index < slots.size() && slots[index]) ++index;
  if (index == slots.size()) slots.emplace_back();
  slots[index].emplace(Slot{pack, none});
  return static_cast<int>(index);
}

/// What a renderer needs of a pack; empty for a handle that is not open.
std::string description_of(int handle) {
  const Slot* slot = slot_of(handle);
  return slot == nullptr ? std::string() : description_json(slot->pack);
}

/// The texts that verdicts are made of; empty for a handle that is not open.
std::string catalogue_of(int handle) {
  const Slot* slot = slot_of(handle);
  return slot == nullptr ? std::string() : catalogue_json(slot->pack);
}

/// The text in `input` graded as JSON, against the rubric's own question or the follow-up of this id, or
/// `{"problems": […]}`; empty for a handle that is not open.
std::string grade_of(int handle, const std::string& follow_up) {
  Slot* slot = slot_of(handle);
  if (slot == nullptr) return {};
  const Rubric& rubric = slot->pack.rubric();
  if (!rubric.present()) return problem("no_rubric", "This pack has no rubric.", "Open a pack with a \"rubric\".");
  int index = -1;
  if (!follow_up.empty()) {
    while (++index < static_cast<int>(rubric.follow_ups.size()) &&
           rubric.follow_ups[static_cast<std::size_t>(index)].id != follow_up) {
    }
    if (index == static_cast<int>(rubric.follow_ups.size()))
      return problem("unknown_follow_up", "This rubric has no such follow-up question.",
                     "Use the id of one of its follow-up questions.");
  }
  if (!slot->grader) slot->grader = make_grader(slot->pack);
  return grade_json(slot->pack, grade(*slot->grader, input, index), index);
}

std::string check_pack() { return check_json(parse_pack(input)); }

}  // namespace

EMSCRIPTEN_BINDINGS(decision_card) {
  emscripten::function("description", &description_of);
  emscripten::function("catalogue", &catalogue_of);
  emscripten::function("readAnswers", &read_answers);
  emscripten::function("grade", &grade_of);
  emscripten::function("checkPack", &check_pack);
}

// Plain exports. A pointer stays valid until the pack is closed; the memory's buffer may be replaced by any rich call.
extern "C" {

/// Where the caller writes a text of this many bytes of UTF-8 before a call that reads one. (embind's own way in copies
/// a text character by character: a tenth of the time it takes to read a pack.)
EMSCRIPTEN_KEEPALIVE char* dc_input(int size) {
  input.resize(static_cast<std::size_t>(size));
  return input.data();
}

/// Reads a pack; returns its handle, or -1 when it has problems: `checkPack` says which, the input is still there.
EMSCRIPTEN_KEEPALIVE int dc_open() {
  const Result<Pack> pack = parse_pack(input);
  return pack ? store(pack.value()) : -1;
}

EMSCRIPTEN_KEEPALIVE void dc_close(int handle) {
  if (slot_of(handle) != nullptr) slots[static_cast<std::size_t>(handle)].reset();
}

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
  return slot == nullptr || !slot->pack.decision().present()
             ? -1
             : decide(slot->pack, {choices, slot->answers.choices.size()}, slot->scores);
}

/// Builds the verdict of the answers; returns how many numbers it is, which are at `dc_numbers`.
EMSCRIPTEN_KEEPALIVE int dc_verdict(int handle) {
  const Slot* slot = slot_of(handle);
  numbers.clear();
  if (slot != nullptr && slot->pack.decision().present())
    verdict_numbers(slot->pack, verdict(slot->pack, slot->answers), numbers);
  return static_cast<int>(numbers.size());
}

EMSCRIPTEN_KEEPALIVE const std::int32_t* dc_numbers() { return numbers.data(); }
}
