// SPDX-License-Identifier: MIT
// Conditions that never or always hold.
#include <algorithm>

#include "condition/algebra.hpp"
#include "inspection/checks.hpp"

namespace decision_card::inspection {

using base::quote;
using census::Differences;
using condition::both;
using diagram::Diagram;
using diagram::Outcomes;

namespace {

bool only_questions(const Condition& condition) {
  for (const Term& term : condition.terms) {
    for (const Literal& literal : term) {
      if (literal.subject != Subject::question) return false;
    }
  }
  return true;
}

/// What to say of a condition that never or always holds.
struct Wording {
  std::string_view list, never, always, never_says, always_says;
};

constexpr Wording rule_words{"rules", "rule_never_holds", "rule_always_holds",
                             "never holds, so its points never count.",
                             "holds whatever is answered, so it tells nothing."};
constexpr Wording gate_words{"gates", "gate_never_passes", "gate_never_fails", "never passes.", "never fails."};
constexpr Wording note_words{"notes", "note_never_shown", "note_always_holds", "is never shown.",
                             "holds whatever is answered; its \"when\" can go."};
constexpr Wording question_words{"questions", "question_never_asked", "question_always_asked", "is never asked.",
                                 "is always asked; its \"when\" can go."};

class ConditionCheck {
 public:
  ConditionCheck(Space& space, Ledger& ledger, const ReachFacts& reach)
      : space_(space),
        ledger_(ledger),
        reach_(reach),
        decision_(space.decision()),
        questions_(questions_probe(decision_, false)),
        facts_{std::vector<std::optional<Answers>>(decision_.questions.size()), Differences(decision_.questions)} {}

  ConditionFacts run() {
    for (std::size_t k = 0; k < decision_.questions.size(); ++k) {
      if (decision_.questions[k].conditional)
        check(question_words, k, decision_.questions[k].id, decision_.questions[k].when);
    }
    for (std::size_t k = 0; k < decision_.rules.size(); ++k)
      check(rule_words, k, decision_.rules[k].id, decision_.rules[k].when);
    for (std::size_t k = 0; k < decision_.gates.size(); ++k)
      check(gate_words, k, decision_.gates[k].id, decision_.gates[k].when);
    for (std::size_t k = 0; k < decision_.notes.size(); ++k) check_note(k);
    ledger_.proved("conditions", {std::to_string(proved_), " conditions of questions, rules, gates and notes"});
    return std::move(facts_);
  }

 private:
  /// False when the condition can't hold, or when that is not known.
  bool check(const Wording& words, std::size_t index, std::string_view id, const Condition& when) {
    Diagram diagram;
    if (!build({&when}, only_questions(when), diagram)) {
      give_up(words, index, id);
      return false;
    }
    facts_.tells.add(diagram);
    const auto yes = space_.example(diagram, 0), no = space_.example(diagram, 1);
    if (words.list == question_words.list) facts_.asked[index] = yes;
    ++proved_;
    if (!yes) report(words, index, id, true, *no);
    if (!no) report(words, index, id, false, *yes);
    return yes.has_value();
  }

  bool build(const Outcomes& outcomes, bool plain, Diagram& diagram) {
    return plain ? space_.build(questions_, outcomes, diagram) : space_.build(outcomes, diagram);
  }

  void give_up(const Wording& words, std::size_t index, std::string_view id) {
    facts_.proved = false;
    ledger_.not_proved("conditions", ledger_.item(words.list, index), id,
                       {"whether ", quote(id), " can hold and fail is open; its proof is over the budget."});
  }

  void report(const Wording& words, std::size_t index, std::string_view id, bool never, const Answers& witness) {
    Finding& finding =
        ledger_.report(never ? words.never : words.always, member_of(ledger_.item(words.list, index), "when"), id,
                       {quote(id), " ", never ? words.never_says : words.always_says},
                       {never ? "Change its \"when\", or remove it."
                              : "Change its \"when\", or say why it stands there (\"accepted\")."});
    finding.witnesses.push_back(witness);
  }

  void check_note(std::size_t index) {
    const Note& note = decision_.notes[index];
    const bool always =
        std::any_of(note.when.terms.begin(), note.when.terms.end(), [](const Term& t) { return t.empty(); });
    if (!always && !check(note_words, index, note.id, note.when)) return;
    // What is not known of recommendations is reported there.
    if (note.recommendations.empty() || reach_.counts.empty()) return;
    const std::optional<bool> shown = always ? any_reachable(note) : shown_somewhere(note);
    if (!shown) return give_up(note_words, index, note.id);
    if (!*shown) report(note_words, index, note.id, true, holding(note));
  }

  [[nodiscard]] bool any_reachable(const Note& note) const {
    return std::any_of(note.recommendations.begin(), note.recommendations.end(),
                       [&](Index k) { return reach_.counts[k].count != "0"; });
  }

  /// First "this recommendation and the note", then "this recommendation": so the outcome says whether both hold.
  std::optional<bool> shown_somewhere(const Note& note) {
    std::vector<Condition> conditions;
    for (Index k = 0; k < decision_.recommendations.size(); ++k) {
      const bool meant =
          std::find(note.recommendations.begin(), note.recommendations.end(), k) != note.recommendations.end();
      const auto product = both(decision_.recommendations[k].when, note.when);
      if (!product) return std::nullopt;
      conditions.push_back(meant ? *product : Condition{});
      conditions.push_back(decision_.recommendations[k].when);
    }
    Outcomes outcomes;
    for (const Condition& condition : conditions) outcomes.push_back(&condition);
    Diagram diagram;
    if (!build(outcomes, false, diagram)) return std::nullopt;
    for (std::uint32_t k = 0; k < conditions.size(); k += 2) {
      if (space_.example(diagram, k)) return true;
    }
    return false;
  }

  /// Answers for which the note's condition holds, though it is not shown.
  Answers holding(const Note& note) {
    Diagram diagram;
    build({&note.when}, false, diagram);
    return *space_.example(diagram, 0);
  }

  Space& space_;
  Ledger& ledger_;
  const ReachFacts& reach_;
  const Decision& decision_;
  Probe questions_;
  ConditionFacts facts_;
  std::size_t proved_ = 0;
};

}  // namespace

Answers ConditionFacts::asking(std::size_t question, std::uint8_t choice) const {
  Answers answers = asked[question] ? *asked[question] : Answers{std::vector<std::uint8_t>(asked.size(), 0)};
  answers.choices[question] = choice;
  return answers;
}

ConditionFacts inspect_conditions(Space& space, Ledger& ledger, const ReachFacts& reach) {
  return ConditionCheck(space, ledger, reach).run();
}

}  // namespace decision_card::inspection
