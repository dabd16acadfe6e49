// SPDX-License-Identifier: MIT
// What can never be seen: recommendations that no answers lead to, conditions that never or always hold.
#include <algorithm>

#include "census/answer_sampler.hpp"
#include "condition/algebra.hpp"
#include "decision_card/decide.hpp"
#include "inspection/space.hpp"

namespace decision_card {

namespace {

bool only_questions(const Condition& condition) {
  for (const Term& term : condition.terms) {
    for (const Literal& literal : term) {
      if (literal.subject != Subject::question) return false;
    }
  }
  return true;
}

/// By recommendation, sampled answers that lead to it.
std::vector<std::optional<Answers>> sampled_examples(const Inspector& inspector) {
  std::vector<std::optional<Answers>> found(inspector.decision.recommendations.size());
  AnswerSampler sampler(inspector.sizes);
  std::array<std::int32_t, limits::alternatives> scores{};
  for (std::size_t k = 0; k < limits::inspection_samples; ++k) {
    const Answers& answers = sampler.next();
    auto& example = found[static_cast<std::size_t>(decide(inspector.pack, answers.choices, scores))];
    if (!example) example = answers;
  }
  return found;
}

class ReachCheck {
 public:
  explicit ReachCheck(Inspector& inspector) : inspector_(inspector), decision_(inspector.decision) {}

  void run() {
    if (!inspector_.build(inspector_.pack.program(), decision_, recommendations_of(decision_),
                          inspector_.recommendations, inspector_.order))
      return show_examples();
    const std::vector<Count> counts = count_outcomes(inspector_.recommendations, inspector_.sizes);
    for (std::size_t k = 0; k < counts.size(); ++k) {
      inspector_.result.reach.push_back({counts[k].decimal(), counts[k].share(inspector_.all)});
      if (counts[k].zero()) report_unreachable(k);
    }
    inspector_.decides.add(inspector_.recommendations);
    inspector_.proved("reachability", {"every recommendation, over ", inspector_.all.decimal(), " combinations"});
  }

 private:
  void show_examples() {
    const auto found = sampled_examples(inspector_);
    const auto seen = std::count_if(found.begin(), found.end(), [](const auto& one) { return one.has_value(); });
    inspector_.not_proved(
        "reachability", "/decision/recommendations", {},
        {std::to_string(seen), " of ", std::to_string(found.size()), " recommendations are reached in ",
         std::to_string(limits::inspection_samples), " sampled combinations of ", inspector_.all.decimal(),
         "; whether the others can be reached is open."});
    for (const auto& example : found) {
      if (example) inspector_.result.findings.back().witnesses.push_back(*example);
    }
  }

  /// Where its own condition can hold, an example shows which one comes first.
  void report_unreachable(std::size_t k) {
    Diagram own;
    const Condition& when = decision_.recommendations[k].when;
    const bool known = inspector_.build(inspector_.pack.program(), decision_, {&when}, own, inspector_.order);
    const auto example = known ? inspector_.example(own, 0) : std::nullopt;
    Finding& finding = inspector_.report(
        "unreachable_recommendation", path_of("recommendations", k), decision_.recommendations[k].id,
        {"No answers lead to ", quote(decision_.recommendations[k].id), ": ",
         example ? "wherever its condition holds, an earlier recommendation is given." : "its condition never holds."},
        {"Move it forward, change its \"when\", or remove it."});
    finding.witnesses.push_back(example ? *example : *inspector_.example(inspector_.recommendations, first_given()));
  }

  [[nodiscard]] std::uint32_t first_given() const {
    std::uint32_t outcome = 0;
    while (!inspector_.example(inspector_.recommendations, outcome)) ++outcome;
    return outcome;
  }

  Inspector& inspector_;
  const Decision& decision_;
};

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
  explicit ConditionCheck(Inspector& inspector)
      : inspector_(inspector), decision_(inspector.decision), questions_(questions_probe(decision_, false)) {}

  void run() {
    for (std::size_t k = 0; k < decision_.questions.size(); ++k) {
      if (decision_.questions[k].conditional)
        check(question_words, k, decision_.questions[k].id, decision_.questions[k].when);
    }
    for (std::size_t k = 0; k < decision_.rules.size(); ++k)
      check(rule_words, k, decision_.rules[k].id, decision_.rules[k].when);
    for (std::size_t k = 0; k < decision_.gates.size(); ++k)
      check(gate_words, k, decision_.gates[k].id, decision_.gates[k].when);
    for (std::size_t k = 0; k < decision_.notes.size(); ++k) check_note(k);
    inspector_.proved("conditions", {std::to_string(proved_), " conditions of questions, rules, gates and notes"});
  }

 private:
  /// False when the condition can't hold, or when that is not known.
  bool check(const Wording& words, std::size_t index, std::string_view id, const Condition& when) {
    Diagram diagram;
    if (!build({&when}, only_questions(when), diagram)) return give_up(words, index, id), false;
    inspector_.tells.add(diagram);
    const auto yes = inspector_.example(diagram, 0), no = inspector_.example(diagram, 1);
    if (words.list == question_words.list) inspector_.asked[index] = yes;
    ++proved_;
    if (!yes) report(words, index, id, true, *no);
    if (!no) report(words, index, id, false, *yes);
    return yes.has_value();
  }

  bool build(const Outcomes& outcomes, bool plain, Diagram& diagram) {
    return plain ? inspector_.build(questions_, outcomes, diagram)
                 : inspector_.build(inspector_.pack.program(), decision_, outcomes, diagram, inspector_.order);
  }

  void give_up(const Wording& words, std::size_t index, std::string_view id) {
    inspector_.tells_known = false;
    inspector_.not_proved("conditions", path_of(words.list, index), id,
                          {"whether ", quote(id), " can hold and fail is open; its proof is over the budget."});
  }

  void report(const Wording& words, std::size_t index, std::string_view id, bool never, const Answers& witness) {
    Finding& finding = inspector_.report(never ? words.never : words.always, path_of(words.list, index, "when"), id,
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
    if (note.recommendations.empty() || inspector_.result.reach.empty()) return;
    const std::optional<bool> shown = always ? any_reachable(note) : shown_somewhere(note);
    if (!shown) return give_up(note_words, index, note.id);
    if (!*shown) report(note_words, index, note.id, true, holding(note));
  }

  [[nodiscard]] bool any_reachable(const Note& note) const {
    return std::any_of(note.recommendations.begin(), note.recommendations.end(),
                       [&](Index k) { return inspector_.result.reach[k].count != "0"; });
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
      if (inspector_.example(diagram, k)) return true;
    }
    return false;
  }

  /// Answers for which the note's condition holds, though it is not shown.
  Answers holding(const Note& note) {
    Diagram diagram;
    build({&note.when}, false, diagram);
    return *inspector_.example(diagram, 0);
  }

  Inspector& inspector_;
  const Decision& decision_;
  Probe questions_;
  std::size_t proved_ = 0;
};

}  // namespace

void inspect_recommendations(Inspector& inspector) { ReachCheck(inspector).run(); }
void inspect_conditions(Inspector& inspector) { ConditionCheck(inspector).run(); }

}  // namespace decision_card
