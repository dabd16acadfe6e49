// SPDX-License-Identifier: MIT
// Any bytes as a pack. What is accepted is accepted again, describes itself alike, and can be asked everything; when
// all answers are open, "settled" and the outlook agree.
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fuzz;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<Pack> read = parse_pack(text);
  if (!read) {
    expect(!read.problems().empty() && read.problems().size() <= 100, "a refused pack has 1 to 100 problems");
    problems_json(read.problems());
    return 0;
  }
  const Pack& pack = read.value();
  const Result<Pack> again = parse_pack(text);
  expect(bool(again) && description_json(pack) == description_json(again.value()), "reading is repeatable");
  if (!pack.decision().present()) return 0;
  catalogue_json(pack);
  const Answers none = Answers::none(pack.decision().questions.size());
  const Verdict said = verdict(pack, none);
  verdict_numbers(pack, said);
  const Outlook open = outlook(pack, none);
  outlook_json(pack, open);
  if (said.exact && open.exact)
    expect((said.status == Status::settled) == open.settled, "settled is what the outlook says");
  return 0;
}
