// SPDX-License-Identifier: MIT
// A text and any lines that say what its reader says of it, with a zero byte between the two.
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fuzz;
  static const Pack rubric = pack("tests/corpus/rubrics/tea.json");
  static const auto grader = make_grader(rubric);
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = std::min(all.find('\0'), size);
  const std::string_view text = all.substr(0, cut), lines = all.substr(std::min(cut + 1, size));
  const auto marks = reader_marks(rubric, std::nullopt, lines);
  if (!marks) return 0;
  for (const ReaderMark& mark : *marks) {
    if (mark.kind == ReaderMark::Kind::claim && mark.span.end > text.size()) return 0;  // the facade lets none through
  }
  expect(well_formed(grade_json(rubric, grade(*grader, text, std::nullopt, *marks), std::nullopt)), "a grade is one");
  return 0;
}
