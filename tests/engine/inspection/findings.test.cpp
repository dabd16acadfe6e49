// SPDX-License-Identifier: MIT
// Every kind of finding has a broken pack (tests/corpus/findings.json), and its witnesses show what it says.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <sstream>

#include "decision/situation.hpp"
#include "decision_card/inspect.hpp"
#include "decision_card/verdict.hpp"
#include "support/support.hpp"

using namespace decision_card;
using decision_card::decision::Situation;
using nlohmann::json;

namespace {

/// A broken pack, its finding, and what the witnesses make of the pack.
struct Replay {
  const Pack& pack;
  const Finding& finding;
  const json& entry;

  [[nodiscard]] const Decision& decision() const { return pack.decision(); }
  /// The index in the list that the finding's path names.
  [[nodiscard]] std::size_t index() const {
    const std::string& path = finding.problem.path;
    return static_cast<std::size_t>(std::stoi(path.substr(path.find('/', std::string("/decision/").size()) + 1)));
  }
  [[nodiscard]] Situation at(std::size_t witness) const {
    Situation situation(pack.program(), decision());
    situation.assess(finding.witnesses[witness]);
    return situation;
  }
  [[nodiscard]] Index given(std::size_t witness) const {
    return verdict(pack, finding.witnesses[witness]).recommendation;
  }
};

void unreachable(const Replay& replay) {
  CHECK(replay.given(0) != replay.index());
  const bool holds = replay.at(0).truth(replay.pack.program().recommendations[replay.index()]) == Truth::yes;
  CHECK(holds == (replay.finding.problem.message.find("wherever its condition holds") != std::string::npos));
}

template <Truth truth>
void rule(const Replay& replay) {
  CHECK(replay.at(0).rule(replay.index()) == truth);
}

template <GateState state>
void gate(const Replay& replay) {
  CHECK(replay.at(0).gate(replay.index()) == state);
}

void note_never(const Replay& replay) {
  const Verdict shown = verdict(replay.pack, replay.finding.witnesses[0]);
  CHECK(std::find(shown.notes.begin(), shown.notes.end(), replay.index()) == shown.notes.end());
}

void note_always(const Replay& replay) {
  CHECK(replay.at(0).truth(replay.pack.program().notes[replay.index()]) == Truth::yes);
}

void never_asked(const Replay& replay) { CHECK(replay.at(0).never_asked(replay.index())); }
void always_asked(const Replay& replay) { CHECK(replay.at(0).asked_for_certain(replay.index())); }

std::vector<std::int32_t> scores(const Replay& replay, std::size_t witness) {
  return verdict(replay.pack, replay.finding.witnesses[witness]).scores;
}

/// Two answer sets that differ in this question only, and come out the same.
void no_decision(const Replay& replay) {
  REQUIRE(replay.finding.witnesses.size() == 2);
  const auto &a = replay.finding.witnesses[0].choices, &b = replay.finding.witnesses[1].choices;
  for (std::size_t q = 0; q < a.size(); ++q) CHECK((a[q] == b[q]) == (q != replay.index()));
  CHECK(replay.given(0) == replay.given(1));
}

void no_difference(const Replay& replay) {
  no_decision(replay);
  CHECK(scores(replay, 0) == scores(replay, 1));
}

template <std::int32_t lead>
void tie(const Replay& replay) {
  const std::vector<std::int32_t> all = scores(replay, 0);
  CHECK(std::abs(all[0] - all[1]) == lead);
}

void law(const Replay& replay) {
  const bool on_score = replay.finding.problem.message.find("score") != std::string::npos;
  if (on_score) CHECK(scores(replay, 1)[1] < scores(replay, 0)[1]);
  else CHECK(replay.given(0) != replay.given(1));
}

void failed_case(const Replay& replay) { CHECK(replay.given(0) != replay.decision().cases[replay.index()].expect); }

void mutant(const Replay& replay) {
  const std::string text = tests::edited(tests::read_file("tests/corpus/packs/lunch.json"), replay.entry["mutant"]);
  CHECK(verdict(tests::open(text), replay.finding.witnesses[0]).recommendation != replay.given(0));
}

/// What is said of the text, or of the list, that the finding's path names.
Wording wording_of(const Verdict& shown, const std::string& member, std::size_t index) {
  if (member == "gates_text") return shown.gates_text;
  if (member == "fail") return shown.gates[index].text;
  if (member == "summary") return shown.advice.summary;
  if (member == "despite") return shown.advice.despite;
  if (member == "steps") return shown.advice.steps.empty() ? Wording{} : shown.advice.steps.front();
  const auto why = std::find_if(shown.why_not.begin(), shown.why_not.end(),
                                [&](const WhyNot& one) { return one.recommendation == index; });
  return why->text;
}

/// The path's parts: "decision", a list, an index, a member and, for one of its texts, a number.
std::vector<std::string> parts_of(const std::string& path) {
  std::vector<std::string> parts;
  std::stringstream stream(path.substr(1));
  for (std::string part; std::getline(stream, part, '/');) parts.push_back(part);
  return parts;
}

void never_said(const Replay& replay) {
  const std::vector<std::string> parts = parts_of(replay.finding.problem.path);
  const Wording said = wording_of(verdict(replay.pack, replay.finding.witnesses[0]), parts[3], replay.index());
  CHECK(said != (parts.size() > 4 ? Wording(static_cast<Index>(std::stoi(parts[4]))) : Wording(0)));
}

void without_text(const Replay& replay) {
  const std::vector<std::string> parts = parts_of(replay.finding.problem.path);
  const std::size_t index = parts.size() > 2 ? replay.index() : 0;
  CHECK_FALSE(wording_of(verdict(replay.pack, replay.finding.witnesses[0]), parts.back(), index));
}

void fewer_points(const Replay& replay) {
  CHECK(replay.given(0) == replay.index());
  CHECK(verdict(replay.pack, replay.finding.witnesses[0]).lead < 0);
}

const std::map<std::string, std::function<void(const Replay&)>> replays{{"unreachable_recommendation", unreachable},
                                                                        {"rule_never_holds", rule<Truth::no>},
                                                                        {"rule_always_holds", rule<Truth::yes>},
                                                                        {"gate_never_passes", gate<GateState::fail>},
                                                                        {"gate_never_fails", gate<GateState::pass>},
                                                                        {"note_never_shown", note_never},
                                                                        {"note_always_holds", note_always},
                                                                        {"text_never_said", never_said},
                                                                        {"state_without_text", without_text},
                                                                        {"fewer_points_unexplained", fewer_points},
                                                                        {"question_never_asked", never_asked},
                                                                        {"question_always_asked", always_asked},
                                                                        {"question_changes_nothing", no_difference},
                                                                        {"question_never_decides", no_decision},
                                                                        {"same_choices", no_difference},
                                                                        {"choice_never_decides", no_decision},
                                                                        {"tie", tie<0>},
                                                                        {"near_tie", tie<1>},
                                                                        {"law_refuted", law},
                                                                        {"failed_case", failed_case},
                                                                        {"surviving_mutant", mutant}};

Inspection inspected(const ReadPack& read) {
  static constexpr std::string_view languages[] = {"en"};
  return inspect(read, languages);
}

}  // namespace

TEST_CASE("every kind of finding is found in a pack that was broken for it, and its witnesses show it") {
  for (const json& entry : json::parse(tests::read_file("tests/corpus/findings.json"))) {
    CAPTURE(entry.dump());
    const std::string text = tests::edited(tests::read_file("tests/corpus/packs/lunch.json"), entry["edits"]);
    const Result<ReadPack> read = read_pack(text);
    REQUIRE(read);
    const Inspection inspection = inspected(read.value());
    const auto found =
        std::find_if(inspection.findings.begin(), inspection.findings.end(), [&](const Finding& finding) {
          return finding.problem.code == entry["code"].get<std::string>() &&
                 finding.problem.path == entry["path"].get<std::string>();
        });
    REQUIRE(found != inspection.findings.end());
    CHECK(found->problem.message.back() == '.');
    const auto replay = replays.find(entry["code"]);
    CHECK(found->witnesses.empty() == (replay == replays.end()));
    if (replay != replays.end()) replay->second({read.value().pack, *found, entry});
  }
}

TEST_CASE("what is said of a number that nothing compares is shown with an answer to it, not with one that is none") {
  std::string text = tests::read_file("tests/corpus/packs/lunch.json");
  const std::string last = R"("value": 30 } ] })";
  text.insert(text.find(last) + last.size(),
              R"(, { "id": "guests", "text": "Q", "kind": "number", "min": 1, "max": 9 })");
  const Result<ReadPack> read = read_pack(text);
  REQUIRE(read);
  const auto& questions = read.value().pack.decision().questions;
  REQUIRE(questions.back().choices.size() == 1);
  const Inspection inspection = inspected(read.value());
  bool found = false;
  for (const Finding& finding : inspection.findings) {
    found = found ||
            (finding.problem.code == "question_changes_nothing" && finding.problem.path == "/decision/questions/2");
    for (const Answers& answers : finding.witnesses) CHECK((answers.choices[2] == 0 || answers.choices[2] > 250));
  }
  CHECK(found);
}

TEST_CASE("the RAG pack: everything is proved, its laws hold, its cases notice nine changes in ten") {
  const std::string text = tests::read_file("packs/rag-vs-fine-tuning/decision.json");
  const Result<ReadPack> read = read_pack(text);
  REQUIRE(read);
  const Inspection inspection = inspected(read.value());
  for (const Proof& proof : inspection.proofs) CHECK_MESSAGE(proof.proved, proof.check);
  for (const Finding& finding : inspection.findings)
    CHECK_MESSAGE((finding.problem.severity == Severity::note || !finding.accepted.empty()), finding.problem.message);
  for (const LawStatus status : inspection.laws) CHECK(status == LawStatus::holds);
  CHECK(inspection.laws.size() >= 10);
  const Mutation& mutation = inspection.mutation;
  CHECK(mutation.killed * 10 >= (mutation.killed + mutation.survived) * 9);
}
