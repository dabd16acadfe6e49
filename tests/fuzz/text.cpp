// SPDX-License-Identifier: MIT
// Any bytes as a text to grade: points within their bounds, evidence within the text, and the same grade again.
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fuzz;
  static const Pack rubric = pack("packs/rag-vs-fine-tuning/rubric.json");
  static const auto grader = make_grader(rubric);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Grade found = grade(*grader, text);
  expect(found.total >= 0, "a total is not below 0");
  for (const Evidence& evidence : found.evidence)
    expect(evidence.span.start <= evidence.span.end && evidence.span.end <= size, "evidence lies in the text");
  expect(grade_json(rubric, found, std::nullopt) == grade_json(rubric, grade(*grader, text), std::nullopt),
         "grading is repeatable");
  return 0;
}
