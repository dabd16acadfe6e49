// SPDX-License-Identifier: MIT
// What rubric.wasm hands out beside page.cpp.
#include <emscripten/bind.h>

#include <optional>

#include "decision_card/grade.hpp"
#include "decision_card/limits.hpp"
#include "page.hpp"

using namespace decision_card;

const ModuleParts module_parts{rubric_section, contract::write_rubric};

namespace {

std::string too_large() {
  return problem("text_too_large", "This text takes longer to grade than a page may stand still.",
                 "Grade a part of it; the longest may have 256 KiB.");
}

/// The text in `input` graded as JSON, against the rubric's own question or the follow-up of this id, with what the
/// reader says of it (`reader_marks`), or `{"problems": […]}`; empty for a handle that is not open.
std::string grade_of(int handle, const std::string& follow_up, const std::string& marked) {
  Slot* slot = slot_of(handle);
  if (slot == nullptr) return {};
  const Rubric& rubric = slot->pack.rubric();
  if (!rubric.present()) return problem("no_rubric", "This pack has no rubric.", "Open a pack with a \"rubric\".");
  const std::optional<Index> index = rubric.find_follow_up(follow_up);
  if (!index && !follow_up.empty())
    return problem("unknown_follow_up", "This rubric has no such follow-up question.",
                   "Use the id of one of its follow-up questions.");
  const auto marks = reader_marks(slot->pack, index, marked);
  if (!marks)
    return problem("unknown_mark", "A mark of the reader's is about nothing in this rubric.",
                   "Use the ids of the question's criteria and of the misconceptions, and words of the text.");
  if (input.size() > limits::text_bytes) return too_large();
  if (!slot->grader) slot->grader = make_grader(slot->pack);
  const Grade found = grade(*slot->grader, input, index, *marks);
  return found.complete ? grade_json(slot->pack, found, index) : too_large();
}

}  // namespace

EMSCRIPTEN_BINDINGS(grade) { emscripten::function("grade", &grade_of); }
