// SPDX-License-Identifier: MIT
#include "oracle/verdict_json.hpp"
#include "contract/pack_parts.hpp"
#include "decision_card/contract.hpp"

namespace decision_card {

using contract::JsonWriter;
using contract::write_claim;
using contract::write_ids;
using contract::write_list;
using contract::write_note;
using contract::write_pack;
using contract::write_points;
using contract::write_sources;

namespace {

class VerdictWriter {
 public:
  VerdictWriter(std::string& out, const Pack& pack, const Answers& answers, const Verdict& verdict)
      : json_(out), content_(pack.content()), decision_(pack.decision()), answers_(answers), verdict_(verdict) {}

  void run() {
    json_.open_object();
    write_pack(json_, "pack", content_);
    json_.member("status", word_for(verdict_.status, status_words)).member("exact", verdict_.exact);
    write_recommendation(decision_.recommendations[verdict_.recommendation]);
    write_clarity();
    write_scores();
    write_list(json_, "reasons", verdict_.reasons, [this](const auto& item) { write_reason(item); });
    write_gates();
    write_list(json_, "why_not", verdict_.why_not, [this](const auto& item) { write_why_not(item); });
    write_list(json_, "notes", verdict_.notes,
               [this](Index note) { write_note(json_, decision_.notes[note], content_); });
    write_ids(json_, "open", verdict_.open, decision_.questions);
    write_ids(json_, "pending", verdict_.pending, decision_.questions);
    write_ids(json_, "not_asked", verdict_.not_asked, decision_.questions);
    write_ids(json_, "ignored", verdict_.ignored, decision_.questions);
    json_.close_object();
  }

 private:
  void write_text(const char* name, const Variants& text, Wording wording) {
    if (wording) json_.member(name, text[*wording].text);
  }

  void write_claims(const char* name, const std::vector<Claim>& claims, const Indices& said) {
    write_list(json_, name, said, [&](Index claim) { write_claim(json_, claims[claim], content_); });
  }

  void write_recommendation(const Recommendation& entry) {
    const Advice& advice = verdict_.advice;
    json_.key("recommendation").open_object().member("id", entry.id).member("title", entry.title);
    write_text("summary", entry.summary, advice.summary);
    write_ids(json_, "alternatives", entry.alternatives, decision_.alternatives);
    write_claims("steps", entry.steps, advice.steps);
    write_claims("risks", entry.risks, advice.risks);
    write_claims("measure", entry.measure, advice.measure);
    write_claims("costs", entry.costs, advice.costs);
    write_sources(json_, entry.sources, content_);
    json_.close_object();
    write_text("despite", entry.despite, advice.despite);
  }

  void write_clarity() {
    json_.key("clarity")
        .open_object()
        .member("level", word_for(verdict_.clarity, clarity_words))
        .member("same", verdict_.same)
        .member("of", verdict_.of)
        .member("lead", verdict_.lead)
        .key("rival");
    if (verdict_.rival) json_.value(decision_.alternatives[*verdict_.rival].id);
    else json_.null();
    json_.close_object();
  }

  void write_scores() {
    json_.key("scores").open_list();
    for (std::size_t a = 0; a < decision_.alternatives.size(); ++a) {
      const Alternative& entry = decision_.alternatives[a];
      json_.open_object()
          .member("alternative", entry.id)
          .member("name", entry.name)
          .member("points", verdict_.scores[a])
          .member("lowest", entry.lowest)
          .member("highest", entry.highest)
          .close_object();
    }
    json_.close_list();
  }

  void write_given(const Indices& questions) {
    json_.key("answers").open_list();
    for (const Index q : questions) {
      const Question& question = decision_.questions[q];
      json_.open_object().member("question", question.id);
      contract::write_answer(json_.key("choice"), question, answers_.choices[q]);
      json_.close_object();
    }
    json_.close_list();
  }

  void write_reason(const Reason& reason) {
    const Rule& rule = decision_.rules[reason.rule];
    json_.open_object().member("rule", rule.id).member("because", rule.because).text_if_any("detail", rule.detail);
    json_.member("stance", word_for(reason.stance, stance_words));
    write_points(json_, rule, decision_);
    write_given(reason.questions);
    write_sources(json_, rule.sources, content_);
    json_.close_object();
  }

  void write_gates() {
    if (!is_plain(decision_.gates_text)) write_text("gates_text", decision_.gates_text, verdict_.gates_text);
    json_.key("gates").open_list();
    for (std::size_t g = 0; g < decision_.gates.size(); ++g) {
      const Gate& gate = decision_.gates[g];
      const GateState state = verdict_.gates[g].state;
      json_.open_object()
          .member("id", gate.id)
          .member("text", gate.text)
          .member("state", word_for(state, gate_state_words));
      write_text("detail", gate.said(state), verdict_.gates[g].text);
      write_given(verdict_.gates[g].questions);
      write_ids(json_, "waits_for", verdict_.gates[g].waits_for, decision_.questions);
      write_sources(json_, gate.sources, content_);
      json_.close_object();
    }
    json_.close_list();
  }

  void write_why_not(const WhyNot& why) {
    const Recommendation& entry = decision_.recommendations[why.recommendation];
    json_.open_object().member("id", entry.id).member("title", entry.title);
    write_text("text", entry.why_not, why.text);
    json_.member("outranked", why.outranked);
    write_list(json_, "blockers", why.missing, [this](const Literal& literal) { write_blocker(literal); });
    json_.close_object();
  }

  void write_blocker(const Literal& literal) {
    json_.open_object();
    switch (literal.subject) {
      case Subject::question: write_answer_blocker(literal); break;
      case Subject::score_test: write_score_blocker(literal); break;
      case Subject::gate: write_gate_blocker(literal); break;
    }
    json_.close_object();
  }

  void write_answer_blocker(const Literal& literal) {
    const Question& question = decision_.questions[literal.index];
    const std::uint8_t choice = answers_.choices[literal.index];
    json_.member("kind", "answer").member("question", question.id).key("choice");
    if (choice == Answers::unanswered) json_.null();
    else contract::write_answer(json_, question, choice);
    if (question.several()) {
      json_.key("needs").open_list().value(question.parts[literal.part].id).close_list();
      json_.member("without", (literal.allowed & Chosen::yes) == 0);
      return;
    }
    json_.key("needs").open_list();
    for (std::size_t k = 0; k < question.choices.size(); ++k) {
      if ((literal.allowed >> k & 1) != 0) contract::write_answer(json_, question, k);
    }
    json_.close_list();
  }

  void write_score_blocker(const Literal& literal) {
    const ScoreTest test = needed(decision_.score_tests[literal.index], literal.allowed);
    json_.member("kind", "score").member("alternative", decision_.alternatives[test.left].id);
    json_.member("points", verdict_.scores[test.left]).member("op", word_for(test.op, comparison_words)).key("than");
    if (!test.right) json_.null().member("value", test.constant);
    else json_.value(decision_.alternatives[*test.right].id).member("value", verdict_.scores[*test.right]);
  }

  void write_gate_blocker(const Literal& literal) {
    json_.member("kind", "gate")
        .member("gate", decision_.gates[literal.index].id)
        .member("state", word_for(verdict_.gates[literal.index].state, gate_state_words))
        .key("needs")
        .open_list();
    for (const GateState state : {GateState::pass, GateState::fail, GateState::unknown}) {
      if ((literal.allowed >> static_cast<unsigned>(state) & 1) != 0) json_.value(word_for(state, gate_state_words));
    }
    json_.close_list();
  }

  JsonWriter json_;
  const PackContent& content_;
  const Decision& decision_;
  const Answers& answers_;
  const Verdict& verdict_;
};

}  // namespace

std::string verdict_json(const Pack& pack, const Answers& answers, const Verdict& verdict) {
  std::string out;
  out.reserve(8192);
  VerdictWriter(out, pack, answers, verdict).run();
  return out;
}

}  // namespace decision_card
