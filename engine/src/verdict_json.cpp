// SPDX-License-Identifier: MIT
#include "decision_card/json.hpp"
#include "json_writer.hpp"

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

constexpr Comparison opposite(Comparison op) {
  switch (op) {
    case Comparison::less: return Comparison::greater_equal;
    case Comparison::less_equal: return Comparison::greater;
    case Comparison::greater: return Comparison::less_equal;
    case Comparison::greater_equal: return Comparison::less;
    case Comparison::equal: return Comparison::not_equal;
    case Comparison::not_equal: break;
  }
  return Comparison::equal;
}

class VerdictWriter {
 public:
  VerdictWriter(std::string& out, const Pack& pack, const Answers& answers, const Verdict& verdict)
      : json_(out), content_(pack.content()), decision_(pack.decision()), answers_(answers), verdict_(verdict) {}

  void run() {
    json_.open_object()
        .key("pack")
        .open_object()
        .member("id", content_.id)
        .member("version", content_.version)
        .close_object();
    json_.member("status", verdict_.status == Status::settled ? "settled" : "provisional")
        .member("exact", verdict_.exact);
    write_recommendation(decision_.recommendations[verdict_.recommendation]);
    write_clarity();
    write_scores();
    write_list("reasons", verdict_.reasons, &VerdictWriter::write_reason);
    write_gates();
    write_list("why_not", verdict_.why_not, &VerdictWriter::write_why_not);
    write_list("notes", verdict_.notes, &VerdictWriter::write_note);
    write_questions("open", verdict_.open);
    write_questions("pending", verdict_.pending);
    write_questions("not_asked", verdict_.not_asked);
    write_questions("ignored", verdict_.ignored);
    json_.close_object();
  }

 private:
  template <class T>
  void write_list(std::string_view name, const std::vector<T>& items, void (VerdictWriter::*write)(const T&)) {
    json_.key(name).open_list();
    for (const T& item : items) (this->*write)(item);
    json_.close_list();
  }

  template <class T>
  void write_ids(std::string_view name, const Indices& indices, const std::vector<T>& items) {
    json_.key(name).open_list();
    for (const Index index : indices) json_.value(items[index].id);
    json_.close_list();
  }

  void write_sources(const Indices& sources) { write_ids("sources", sources, content_.sources); }
  void write_questions(std::string_view name, const Indices& questions) {
    write_ids(name, questions, decision_.questions);
  }

  void write_claim(const Claim& claim) {
    json_.open_object().member("text", claim.text);
    write_sources(claim.sources);
    json_.close_object();
  }

  void write_recommendation(const Recommendation& entry) {
    json_.key("recommendation")
        .open_object()
        .member("id", entry.id)
        .member("title", entry.title)
        .member("summary", entry.summary);
    write_ids("alternatives", entry.alternatives, decision_.alternatives);
    write_list("steps", entry.steps, &VerdictWriter::write_claim);
    write_list("risks", entry.risks, &VerdictWriter::write_claim);
    write_list("measure", entry.measure, &VerdictWriter::write_claim);
    write_list("costs", entry.costs, &VerdictWriter::write_claim);
    write_sources(entry.sources);
    json_.close_object();
  }

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
    json_.open_object()
        .member("rule", rule.id)
        .member("because", rule.because)
        .member("stance", stance_name(reason.stance))
        .key("points")
        .open_object();
    for (std::size_t a = 0; a < rule.points.size(); ++a) {
      if (rule.points[a] != 0) json_.member(decision_.alternatives[a].id, rule.points[a]);
    }
    json_.close_object();
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
    write_list("blockers", why.missing, &VerdictWriter::write_blocker);
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
    const ScoreTest& test = decision_.score_tests[literal.index];
    const bool plain = (literal.allowed & 2) != 0;  // the test must come out true
    json_.member("kind", "score")
        .member("alternative", decision_.alternatives[test.left].id)
        .member("points", verdict_.scores[test.left]);
    json_.member("op", comparison_name(plain ? test.op : opposite(test.op))).key("than");
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

  void write_note(const Index& index) {
    const Note& note = decision_.notes[index];
    json_.open_object().member("id", note.id).member("title", note.title).member("text", note.text);
    write_sources(note.sources);
    json_.close_object();
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
