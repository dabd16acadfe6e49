// SPDX-License-Identifier: MIT
// What rubric.wasm hands out beside page.cpp.
#include <emscripten/bind.h>

#include <optional>

#include "decision_card/grade.hpp"
#include "page.hpp"

using namespace decision_card;

const ModuleParts module_parts{rubric_section, write_rubric};

namespace {

/// The index of a follow-up question, -1 for the rubric's own, or nothing for an id that the rubric doesn't have.
std::optional<int> follow_up_index(const Rubric& rubric, std::string_view id) {
  if (id.empty()) return -1;
  for (std::size_t k = 0; k < rubric.follow_ups.size(); ++k) {
    if (rubric.follow_ups[k].id == id) return static_cast<int>(k);
  }
  return std::nullopt;
}

/// The text in `input` graded as JSON, against the rubric's own question or the follow-up of this id, or
/// `{"problems": […]}`; empty for a handle that is not open.
std::string grade_of(int handle, const std::string& follow_up) {
  Slot* slot = slot_of(handle);
  if (slot == nullptr) return {};
  const Rubric& rubric = slot->pack.rubric();
  if (!rubric.present()) return problem("no_rubric", "This pack has no rubric.", "Open a pack with a \"rubric\".");
  const std::optional<int> index = follow_up_index(rubric, follow_up);
  if (!index)
    return problem("unknown_follow_up", "This rubric has no such follow-up question.",
                   "Use the id of one of its follow-up questions.");
  if (!slot->grader) slot->grader = make_grader(slot->pack);
  return grade_json(slot->pack, grade(*slot->grader, input, *index), *index);
}

}  // namespace

EMSCRIPTEN_BINDINGS(grade) { emscripten::function("grade", &grade_of); }
