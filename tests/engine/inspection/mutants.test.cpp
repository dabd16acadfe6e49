// SPDX-License-Identifier: MIT
// Mutation against the plainest code there can be: every change, every case, every combination of choices.
#include "inspection/mutants.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "decision/situation.hpp"
#include "decision_card/inspect.hpp"
#include "inspection/space.hpp"
#include "support/random_pack.hpp"
#include "support/support.hpp"

using namespace decision_card;
using decision_card::decision::Program;
using decision_card::decision::Situation;
using decision_card::document::JsonDocument;
using decision_card::document::JsonValue;
using decision_card::inspection::Mutant;
using decision_card::inspection::mutants_of;
using decision_card::inspection::mutated;
using decision_card::inspection::Probe;

namespace {

Index given(const Program& program, const Decision& decision, const Answers& answers) {
  Situation situation(program, decision);
  situation.assess(answers);
  return situation.first_certain();
}

/// As a verdict: what all completions give, else what is certain now.
Index recommended(const Pack& pack, const Probe& changed, const Answers& answers) {
  std::vector<Index> all;
  for (const Answers& complete : tests::completions(pack, answers))
    all.push_back(given(changed.program, changed.decision, complete));
  const bool settled = std::count(all.begin(), all.end(), all[0]) == static_cast<std::ptrdiff_t>(all.size());
  return settled ? all[0] : given(changed.program, changed.decision, answers);
}

/// Cases that fail already notice nothing.
bool killed(const Pack& pack, const Probe& changed) {
  const Probe today(pack.decision());
  const auto& cases = pack.decision().cases;
  return std::any_of(cases.begin(), cases.end(), [&](const Case& each) {
    return recommended(pack, today, each.answers) == each.expect &&
           recommended(pack, changed, each.answers) != each.expect;
  });
}

bool equivalent(const Pack& pack, const Probe& changed) {
  const Answers none = Answers::none(pack.decision().questions.size());
  const std::vector<Answers> all = tests::completions(pack, none);
  return std::all_of(all.begin(), all.end(), [&](const Answers& answers) {
    return given(changed.program, changed.decision, answers) == given(pack.program(), pack.decision(), answers);
  });
}

void check_mutation(const std::string& text) {
  const Pack pack = tests::open(text);
  const JsonDocument document = JsonDocument::parse(text).take();
  Mutation expected;
  for (const Mutant& mutant : mutants_of(pack.decision(), document)) {
    std::optional<Decision> changed = mutated(pack.decision(), document, mutant);
    if (!changed) {
      ++expected.refused;
      continue;
    }
    const Probe probe(*std::move(changed));
    ++(killed(pack, probe) ? expected.killed : equivalent(pack, probe) ? expected.equivalent : expected.survived);
  }
  const Mutation got = inspect(read_pack(text).take()).mutation;
  CHECK(got.killed == expected.killed);
  CHECK(got.survived == expected.survived);
  CHECK(got.equivalent == expected.equivalent);
  CHECK(got.refused == expected.refused);
  CHECK(got.unresolved == 0);
  CHECK(expected.killed + expected.survived + expected.equivalent > 5);
}

}  // namespace

TEST_CASE("the mutation score counts what every change does to every case and combination") {
  for (const char* name : {"lunch", "follow-ups"}) {
    CAPTURE(name);
    check_mutation(tests::read_file(std::string("tests/corpus/packs/") + name + ".json"));
  }
}

TEST_CASE("a case that fails notices no change, and nothing is suggested that denies it") {
  std::string text = tests::read_file("tests/corpus/packs/lunch.json");
  const Mutation before = inspect(read_pack(text).take()).mutation;
  const std::string expect = R"("expect": "soup")";
  text.replace(text.find(expect), expect.size(), R"("expect": "salad")");
  const Inspection inspection = inspect(read_pack(text).take());
  CHECK(inspection.mutation.killed < before.killed);
  CHECK(inspection.suggestions.empty());
  check_mutation(text);
}

TEST_CASE("a negated condition is read as its opposite") {
  const std::string text = R"({"when":{"in":[{"var":"x"},["a","b"]]},"next":1})";
  JsonDocument document = JsonDocument::parse(text).take();
  const std::uint32_t when = (*JsonValue(document, 0).begin()).index();
  document.negate(when);
  const JsonValue opposite = *JsonValue(document, when).begin();
  CHECK(JsonValue(document, when).key() == "when");
  CHECK(opposite.key() == "!");
  CHECK((*(*opposite.begin()).begin()).key() == "in");
  CHECK(JsonValue(document, 0).at(1).key() == "next");
}
