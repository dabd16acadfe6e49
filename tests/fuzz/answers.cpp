// SPDX-License-Identifier: MIT
// Any bytes as answers to good packs: refused with problems, or asked for a verdict, an outlook and flips that agree.
#include "fuzz.hpp"

namespace {

using namespace fuzz;

void ask(const Pack& pack, std::string_view text) {
  const Result<Answers> read = parse_answers(pack, text);
  if (!read) return expect(!read.problems().empty(), "refused answers have problems");
  const Answers& answers = read.value();
  const Verdict said = verdict(pack, answers);
  const Outlook open = outlook(pack, answers);
  const Flips changes = flips(pack, answers);
  expect(!open.exact || !said.exact || open.settled == (said.status == Status::settled), "settled: verdict, outlook");
  expect(changes.recommendation == said.recommendation, "flips start at the verdict");
  outlook_json(pack, open);
  flips_json(pack, answers, changes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Pack packs[] = {pack("tests/corpus/packs/follow-ups.json"),
                               pack("packs/rag-vs-fine-tuning/decision.json")};
  for (const Pack& each : packs) ask(each, {reinterpret_cast<const char*>(data), size});
  return 0;
}
