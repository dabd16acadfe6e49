// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/wording.hpp"
#include "contract/problem_json.hpp"
#include "decision_card/contract.hpp"
#include "decision_card/inspect.hpp"
#include "document/json_document.hpp"
#include "inspection/inspect_writer.hpp"

namespace decision_card {

namespace {

/// The value that a JSON Pointer of a finding names; the nearest one above it where there is none.
JsonValue value_at(const JsonDocument& document, std::string_view path) {
  JsonValue at(document, 0);
  while (path.size() > 1) {
    path.remove_prefix(1);
    const std::string_view token = path.substr(0, path.find('/'));
    path.remove_prefix(token.size());
    std::uint32_t position = 0, found = 0;
    for (const JsonValue child : at) {
      if (at.is(JsonKind::object) ? child.key() == token : std::to_string(position) == token) found = child.index();
      ++position;
    }
    if (found == 0) break;
    at = JsonValue(document, found);
  }
  return at;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

void locate(std::vector<Finding>& findings, std::string_view text) {
  const Result<JsonDocument> document = JsonDocument::parse(text);
  for (Finding& finding : findings)
    document.value().locate(value_at(document.value(), finding.problem.path).index(), false, finding.problem);
}

class InspectionWriter : private InspectWriter {
 public:
  InspectionWriter(std::string& out, const Pack& pack, const Inspection& inspection)
      : InspectWriter(out, pack), inspection_(inspection) {}

  void run(const Declarations& declarations) {
    json_.open_object();
    write_pack();
    json_.key("problems").open_list().close_list();
    write_list("cases", inspection_.cases, [this](const CaseResult& one) { write_case(json_, decision_, one); });
    json_.member("combinations", inspection_.combinations);
    write_reach();
    write_laws(declarations);
    write_list("ties", inspection_.ties, [this](const Tie& tie) { write_tie(tie); });
    json_.key("paths").open_object();
    write_path("all_questions", inspection_.all_questions);
    write_path("early_stop", inspection_.early_stop);
    json_.close_object();
    write_balance();
    write_coverage();
    write_mutation();
    write_list("proofs", inspection_.proofs, [this](const Proof& proof) {
      json_.open_object()
          .member("check", proof.check)
          .member("proved", proof.proved)
          .member("covered", proof.covered)
          .close_object();
    });
    write_list("findings", inspection_.findings, [this](const Finding& finding) { write_finding(finding); });
    json_.close_object();
  }

 private:
  void write_reach() {
    std::size_t k = 0;
    write_list("recommendations", inspection_.reach, [&](const Reach& reach) {
      json_.open_object()
          .member("id", decision_.recommendations[k++].id)
          .member("count", reach.count)
          .member("share", reach.share)
          .close_object();
    });
  }

  void write_laws(const Declarations& declarations) {
    constexpr std::string_view names[] = {"holds", "refuted", "not_proved"};
    std::size_t k = 0;
    write_list("laws", inspection_.laws, [&](LawStatus status) {
      json_.open_object()
          .member("id", declarations.laws[k++].id)
          .member("status", names[static_cast<std::size_t>(status)])
          .close_object();
    });
  }

  void write_tie(const Tie& tie) {
    json_.open_object();
    write_ids("alternatives", {tie.left, tie.right}, decision_.alternatives);
    json_.member("proved", tie.proved)
        .text_if_any("equal", tie.equal)
        .member("equal_share", tie.equal_share)
        .text_if_any("near", tie.near)
        .member("near_share", tie.near_share)
        .close_object();
  }

  void write_path(std::string_view name, const PathLengths& path) {
    json_.key(name);
    if (!path.proved) {
      json_.null();
      return;
    }
    // Hundredths as digits: two behind the point, the same everywhere, without a printer for doubles.
    const std::string rest = std::to_string(100 + path.mean_hundredths % 100);
    json_.open_object()
        .member("least", path.least)
        .key("mean")
        .raw(joined({std::to_string(path.mean_hundredths / 100), ".", std::string_view(rest).substr(1)}));
    json_.member("most", path.most).close_object();
  }

  void write_balance() {
    std::size_t k = 0;
    write_list("balance", inspection_.balance, [&](const Balance& balance) {
      json_.open_object().member("alternative", decision_.alternatives[k++].id);
      json_.member("reasons_for", balance.reasons_for).member("reasons_against", balance.reasons_against);
      json_.member("words_for", balance.words_for).member("words_against", balance.words_against);
      json_.member("first_choices", balance.first_choices).close_object();
    });
  }

  void write_coverage() {
    const Coverage& c = inspection_.coverage;
    json_.key("coverage").open_object();
    write_part("recommendations", c.recommendations, c.all_recommendations);
    write_part("rules", c.rules, c.all_rules);
    write_part("gate_states", c.gate_states, c.all_gate_states);
    write_part("choices", c.choices, c.all_choices);
    json_.close_object();
  }

  void write_part(std::string_view name, std::uint32_t part, std::uint32_t of) {
    json_.key(name).open_object().member("covered", part).member("of", of).close_object();
  }

  void write_mutation() {
    const Mutation& m = inspection_.mutation;
    json_.key("mutation")
        .open_object()
        .member("killed", m.killed)
        .member("survived", m.survived)
        .member("equivalent", m.equivalent)
        .member("refused", m.refused)
        .member("unresolved", m.unresolved)
        .close_object();
  }

  const Inspection& inspection_;
};

}  // namespace

void InspectWriter::write_answers(const Answers& answers) {
  Situation situation(pack_.program(), decision_);
  situation.assess(answers);
  json_.open_object();
  for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
    if (answers.choices[q] == Answers::unanswered || situation.never_asked(q)) continue;
    json_.key(decision_.questions[q].id).value(decision_.questions[q].choices[answers.choices[q]].id);
  }
  json_.close_object();
}

void InspectWriter::write_finding(const Finding& finding) {
  constexpr std::string_view names[] = {"error", "warning", "note"};
  const Problem& problem = finding.problem;
  json_.open_object()
      .member("code", problem.code)
      .member("severity", names[static_cast<std::size_t>(problem.severity)])
      .member("path", problem.path)
      .member("line", problem.line)
      .member("column", problem.column)
      .member("message", problem.message)
      .text_if_any("suggestion", problem.suggestion)
      .text_if_any("of", finding.of)
      .text_if_any("accepted", finding.accepted);
  write_list("witnesses", finding.witnesses, [this](const Answers& answers) { write_answers(answers); });
  json_.close_object();
}

std::string inspect_json(std::string_view text, std::string_view interface_languages) {
  const Result<Pack> pack = parse_pack(text);
  if (!pack || !pack.value().decision().present()) return check_json(pack);  // a rubric alone has nothing to prove
  std::vector<std::string> texts;
  const Result<Declarations> declarations = parse_declarations(pack.value(), text, texts);
  if (!declarations) return check_json(declarations.problems());
  const std::vector<std::string_view> languages = words_of(interface_languages);
  Inspection inspection = inspect(pack.value(), declarations.value(), text, languages);
  locate(inspection.findings, text);
  std::string out;
  InspectionWriter(out, pack.value(), inspection).run(declarations.value());
  return out;
}

}  // namespace decision_card
