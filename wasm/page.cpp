// SPDX-License-Identifier: MIT
// The bridge of a page's modules: text and numbers across, nothing owned by the caller. Rich calls that cross rarely go
// through embind; the calls of the hot paths are plain exports on bytes, because an embind call costs about ten times
// as much (docs/decisions/0003).
#include "page.hpp"

#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <optional>

using namespace decision_card;

std::string input;

namespace {

std::vector<std::optional<Slot>> slots;
std::string refusal;  // why the last pack was not opened

int store(const Pack& pack) {
  const Answers none = Answers::none(pack.decision().questions.size());
  std::size_t index = 0;
  while (index < slots.size() && slots[index]) ++index;
  if (index == slots.size()) slots.emplace_back();
  slots[index].emplace(Slot{pack, none});
  return static_cast<int>(index);
}

/// What a renderer needs of a pack; empty for a handle that is not open.
std::string description_of(int handle) {
  const Slot* slot = slot_of(handle);
  return slot == nullptr ? std::string() : description_json(slot->pack, module_parts.rubric);
}

/// What is wrong with the pack that `dc_open` refused, as `{"problems": […]}`.
std::string problems_of_refused() { return refusal; }

}  // namespace

Slot* slot_of(int handle) {
  const auto index = static_cast<std::size_t>(handle);
  return index < slots.size() && slots[index] ? &*slots[index] : nullptr;
}

std::string problem(std::string_view code, std::string message, std::string suggestion) {
  return problems_json({{code, Severity::error, "", 1, 1, std::move(message), std::move(suggestion)}});
}

EMSCRIPTEN_BINDINGS(page) {
  emscripten::function("description", &description_of);
  emscripten::function("problems", &problems_of_refused);
}

// Plain exports. A pointer stays valid until the pack is closed; the memory's buffer may be replaced by any rich call.
extern "C" {

/// Where the caller writes a text of this many bytes of UTF-8 before a call that reads one; what it wrote before stays.
/// (embind's own way in copies a text character by character: a tenth of the time it takes to read a pack.)
EMSCRIPTEN_KEEPALIVE char* dc_input(int size) {
  input.resize(static_cast<std::size_t>(size));
  return input.data();
}

/// Reads a pack; returns its handle, or -1 when it has problems: `problems` says which.
EMSCRIPTEN_KEEPALIVE int dc_open() {
  const Result<Pack> pack = parse_pack(input, module_parts.sections);
  refusal = pack ? std::string() : problems_json(pack.problems());
  return pack ? store(pack.value()) : -1;
}

EMSCRIPTEN_KEEPALIVE void dc_close(int handle) {
  if (slot_of(handle) != nullptr) slots[static_cast<std::size_t>(handle)].reset();
}
}
