// SPDX-License-Identifier: MIT
// What decision.wasm proves and estimates. The texts are empty for a handle that is not open.
#include <emscripten/bind.h>

#include "page.hpp"

namespace {

using namespace decision_card;

/// Edges that one call of `prepare` makes: a millisecond's work, or a few before the browser has optimised the code.
constexpr std::size_t portion = 10'000;

Preparation& preparation_of(Slot& slot) {
  if (!slot.preparation) slot.preparation = start_preparation(slot.pack);
  return *slot.preparation;
}

/// Does a part of what all outlooks of the pack share; false when nothing is left to do.
bool prepare(int handle) {
  Slot* slot = slot_of(handle);
  return slot != nullptr && slot->pack.decision().present() && advance(preparation_of(*slot), portion);
}

/// What the open questions can still do, after the answers in `input`.
std::string outlook_of(int handle) {
  const std::string problems = read_answers(handle);
  Slot* slot = slot_of(handle);
  if (slot == nullptr || !problems.empty()) return problems;
  return outlook_json(slot->pack, outlook(preparation_of(*slot), slot->answers));
}

/// What would change the recommendation, after the answers in `input`.
std::string flips_of(int handle) {
  const std::string problems = read_answers(handle);
  const Slot* slot = slot_of(handle);
  if (slot == nullptr || !problems.empty()) return problems;
  return flips_json(slot->pack, slot->answers, flips(slot->pack, slot->answers));
}

/// The request in `input` to the cost picture, or `{"problems": […]}`.
std::string estimate_of(int handle) {
  const Slot* slot = slot_of(handle);
  return slot == nullptr ? std::string() : estimate_json(slot->pack, input);
}

}  // namespace

EMSCRIPTEN_BINDINGS(prove) {
  emscripten::function("prepare", &prepare);
  emscripten::function("outlook", &outlook_of);
  emscripten::function("flips", &flips_of);
  emscripten::function("estimate", &estimate_of);
}
