// SPDX-License-Identifier: MIT
#include "oracle/verdict_json.hpp"
#include "contract/pack_parts.hpp"
#include "decision_card/contract.hpp"

namespace decision_card {

namespace {

constexpr std::string_view gate_state_name(GateState state) {
  return state == GateState::pass ? "pass" : state == GateState::fail ? "fail" : "unknown";
}

constexpr std::string_view stance_name(Stance stance) {
  return stance == Stance::favours ? "for" : stance == Stance::opposes ? "against" : "neutral";
}

constexpr std::string_view clarity_name(Clarity clarity) {
  switch (clarity) {
    case Clarity::firm: return "firm";
    case Clarity::fair: return "fair";
    case Clarity::delicate: return "delicate";
    case Clarity::open: break;
  }
  return "open";
}

constexpr std::string_view comparison_name(Comparison op) {
  switch (op) {
    case Comparison::less: return "<";
    case Comparison::less_equal: return "<=";
    case Comparison::greater: return ">";
    case Comparison::greater_equal: return ">=";
    case Comparison::equal: return "==";
    case Comparison::not_equal: break;
  }
  return "!=";
}

class VerdictWriter : private PackWriter {
 public:
  VerdictWriter(std::string& out, const Pack& pack, const Answers& answers, const Verdict& verdict)
      : PackWriter(out, pack), answers_(answers), verdict_(verdict) {}

  void run() {
    json_.open_object();
    write_pack();
    json_.member("status", verdict_.status == Status::settled ? "settled" : "provisional")
        .member("exact", verdict_.exact);
    json_.key("recommendation");
    write_recommendation(decision_.recommendations[verdict_.recommendation]);
    write_clarity();
    write_scores();
    write_list("reasons", verdict_.reasons, [this](const auto& item) { write_reason(item); });
    write_gates();
    write_list("why_not", verdict_.why_not, [this](const auto& item) { write_why_not(item); });
    write_list("notes", verdict_.notes, [this](Index note) { write_note(decision_.notes[note]); });
    write_questions("open", verdict_.open);
    write_questions("pending", verdict_.pending);
    write_questions("not_asked", verdict_.not_asked);
    write_questions("ignored", verdict_.ignored);
    json_.close_object();
  }

 private:
  void write_clarity() {
    json_.key("clarity")
        .open_object()
        .member("level", clarity_name(verdict_.clarity))
        .member("same", verdict_.same)
        .member("of", verdict_.of)
        .member("lead", verdict_.lead)
        .key("rival");
    if (verdict_.rival < 0) json_.null();
    else json_.value(decision_.alternatives[static_cast<std::size_t>(verdict_.rival)].id);
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
      json_.open_object()
          .member("question", question.id)
          .member("choice", question.choices[answers_.choices[q]].id)
          .close_object();
    }
    json_.close_list();
  }

  void write_reason(const Reason& reason) {
    const Rule& rule = decision_.rules[reason.rule];
    json_.open_object().member("rule", rule.id).member("because", rule.because);
    json_.member("stance", stance_name(reason.stance));
    write_points(rule);
    write_given(reason.questions);
    write_sources(rule.sources);
    json_.close_object();
  }

  void write_gates() {
    json_.key("gates").open_list();
    for (std::size_t g = 0; g < decision_.gates.size(); ++g) {
      const Gate& gate = decision_.gates[g];
      const GateState state = verdict_.gates[g].state;
      json_.open_object().member("id", gate.id).member("text", gate.text).member("state", gate_state_name(state));
      json_.text_if_any("detail", state == GateState::pass   ? gate.pass
                                  : state == GateState::fail ? gate.fail
                                                             : gate.unknown);
      write_given(verdict_.gates[g].questions);
      write_questions("waits_for", verdict_.gates[g].waits_for);
      write_sources(gate.sources);
      json_.close_object();
    }
    json_.close_list();
  }

  void write_why_not(const WhyNot& why) {
    const Recommendation& entry = decision_.recommendations[why.recommendation];
    json_.open_object()
        .member("id", entry.id)
        .member("title", entry.title)
        .text_if_any("text", entry.why_not)
        .member("outranked", why.outranked);
    write_list("blockers", why.missing, [this](const Literal& literal) { write_blocker(literal); });
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
    else json_.value(question.choices[choice].id);
    json_.key("needs").open_list();
    for (std::size_t k = 0; k < question.choices.size(); ++k) {
      if ((literal.allowed >> k & 1) != 0) json_.value(question.choices[k].id);
    }
    json_.close_list();
  }

  void write_score_blocker(const Literal& literal) {
    const ScoreTest test = needed(decision_.score_tests[literal.index], literal.allowed);
    json_.member("kind", "score").member("alternative", decision_.alternatives[test.left].id);
    json_.member("points", verdict_.scores[test.left]).member("op", comparison_name(test.op)).key("than");
    if (test.right == ScoreTest::none) json_.null().member("value", test.constant);
    else json_.value(decision_.alternatives[test.right].id).member("value", verdict_.scores[test.right]);
  }

  void write_gate_blocker(const Literal& literal) {
    json_.member("kind", "gate")
        .member("gate", decision_.gates[literal.index].id)
        .member("state", gate_state_name(verdict_.gates[literal.index].state))
        .key("needs")
        .open_list();
    for (const GateState state : {GateState::pass, GateState::fail, GateState::unknown}) {
      if ((literal.allowed >> static_cast<unsigned>(state) & 1) != 0) json_.value(gate_state_name(state));
    }
    json_.close_list();
  }

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
