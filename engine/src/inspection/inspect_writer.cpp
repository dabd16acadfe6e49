// SPDX-License-Identifier: MIT
#include "inspection/inspect_writer.hpp"

#include "base/wording.hpp"
#include "contract/pack_parts.hpp"
#include "contract/problem_json.hpp"
#include "decision/situation.hpp"

namespace decision_card::inspection {

using base::joined;
using contract::JsonWriter;
using contract::write_case;
using contract::write_ids;
using contract::write_list;
using contract::write_pack;
using decision::Situation;

void write_answers(JsonWriter& json, const Pack& pack, const Answers& answers) {
  const Decision& decision = pack.decision();
  Situation situation(pack.program(), decision);
  situation.assess(answers);
  json.open_object();
  for (std::size_t q = 0; q < decision.questions.size(); ++q) {
    if (answers.choices[q] == Answers::unanswered || situation.never_asked(q)) continue;
    const Question& question = decision.questions[q];
    json.key(question.id);
    if (question.kind == QuestionKind::number) json.decimal(question.choices[answers.choices[q]].value);
    else contract::write_answer(json, question, answers.choices[q]);
  }
  json.close_object();
}

namespace {

class InspectionWriter {
 public:
  InspectionWriter(std::string& out, const ReadPack& read, const Inspection& inspection)
      : json_(out),
        pack_(read.pack),
        declarations_(read.declarations),
        decision_(read.pack.decision()),
        inspection_(inspection) {}

  void run() {
    json_.open_object();
    write_pack(json_, "pack", pack_.content());
    json_.key("problems").open_list().close_list();
    write_list(json_, "cases", inspection_.cases, [this](const CaseResult& one) { write_case(json_, decision_, one); });
    json_.member("combinations", inspection_.combinations);
    write_reach();
    write_laws();
    write_list(json_, "ties", inspection_.ties, [this](const Tie& tie) { write_tie(tie); });
    json_.key("paths").open_object();
    write_path("all_questions", inspection_.all_questions);
    write_path("early_stop", inspection_.early_stop);
    write_path("cases", inspection_.case_stop);
    json_.close_object();
    write_words();
    write_balance();
    write_coverage();
    write_mutation();
    write_suggestions();
    write_list(json_, "proofs", inspection_.proofs, [this](const Proof& proof) {
      json_.open_object()
          .member("check", proof.check)
          .member("proved", proof.proved)
          .member("covered", proof.covered)
          .close_object();
    });
    write_list(json_, "findings", inspection_.findings, [this](const Finding& finding) { write_finding(finding); });
    json_.close_object();
  }

 private:
  void write_reach() {
    std::size_t k = 0;
    write_list(json_, "recommendations", inspection_.reach, [&](const Reach& reach) {
      json_.open_object()
          .member("id", decision_.recommendations[k++].id)
          .member("count", reach.count)
          .member("share", reach.share)
          .close_object();
    });
  }

  void write_laws() {
    std::size_t k = 0;
    write_list(json_, "laws", inspection_.laws, [&](LawStatus status) {
      json_.open_object()
          .member("id", declarations_.laws[k++].id)
          .member("status", word_for(status, law_status_words))
          .close_object();
    });
  }

  void write_tie(const Tie& tie) {
    json_.open_object();
    write_ids(json_, "alternatives", Indices{tie.left, tie.right}, decision_.alternatives);
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
    json_.open_object().member("least", path.least);
    write_hundredths("mean", path.mean_hundredths);
    json_.member("most", path.most).close_object();
  }

  /// As digits: two behind the point, the same everywhere, without a printer for doubles.
  void write_hundredths(std::string_view name, std::uint32_t hundredths) {
    const std::string rest = std::to_string(100 + hundredths % 100);
    json_.key(name).raw(joined({std::to_string(hundredths / 100), ".", std::string_view(rest).substr(1)}));
  }

  void write_words() {
    const CardWords& words = inspection_.words;
    json_.key("words");
    if (words.parts.empty()) {
      json_.null();
      return;
    }
    json_.open_object();
    write_hundredths("mean", words.mean_hundredths);
    json_.member("most", words.most).member("worst", decision_.cases[words.worst].id).key("parts").open_object();
    for (const CardWords::Part& part : words.parts) write_hundredths(part.name, part.mean_hundredths);
    json_.close_object().close_object();
  }

  void write_balance() {
    std::size_t k = 0;
    write_list(json_, "balance", inspection_.balance, [&](const Balance& balance) {
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

  void write_suggestions() {
    write_list(json_, "suggestions", inspection_.suggestions, [this](const Suggestion& suggestion) {
      json_.open_object().key("answers");
      write_answers(json_, pack_, suggestion.answers);
      json_.member("expect", decision_.recommendations[suggestion.expect].id)
          .member("notices", suggestion.notices)
          .close_object();
    });
  }

  void write_finding(const Finding& finding) {
    const Problem& problem = finding.problem;
    json_.open_object()
        .member("code", problem.code)
        .member("severity", word_for(problem.severity, severity_words))
        .member("path", problem.path)
        .member("line", problem.line)
        .member("column", problem.column)
        .member("message", problem.message)
        .text_if_any("suggestion", problem.suggestion)
        .text_if_any("of", finding.of)
        .text_if_any("accepted", finding.accepted);
    write_list(json_, "witnesses", finding.witnesses,
               [this](const Answers& answers) { write_answers(json_, pack_, answers); });
    json_.close_object();
  }

  JsonWriter json_;
  const Pack& pack_;
  const Declarations& declarations_;
  const Decision& decision_;
  const Inspection& inspection_;
};

}  // namespace

std::string write_inspection(const ReadPack& read, const Inspection& inspection) {
  std::string out;
  InspectionWriter(out, read, inspection).run();
  return out;
}

}  // namespace decision_card::inspection
