// SPDX-License-Identifier: MIT
#include "decision_card/verdict.hpp"
#include "base/bits.hpp"
#include "base/stable_order.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "decision/settle.hpp"
#include "decision/single_changes.hpp"

namespace decision_card::decision {

using base::stable_order;

namespace {

void insert(Indices& sorted, Index value) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), value);
  if (at == sorted.end() || *at != value) sorted.insert(at, value);
}

class VerdictBuilder {
 public:
  VerdictBuilder(const Pack& pack, const Answers& answers)
      : pack_(pack),
        decision_(pack.decision()),
        program_(pack.program()),
        answers_(answers),
        situation_(program_, decision_) {}

  Verdict run() {
    situation_.assess(answers_);
    sort_questions();
    for (std::size_t a = 0; a < decision_.alternatives.size(); ++a) verdict_.scores.push_back(situation_.score(a));
    recommend();
    find_lead();
    collect_advice();
    find_clarity();
    collect_reasons();
    collect_gates();
    collect_why_not();
    collect_notes();
    return std::move(verdict_);
  }

 private:
  [[nodiscard]] bool answered(std::size_t question) const { return answers_.choices[question] != Answers::unanswered; }

  void sort_questions() {
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      const auto index = static_cast<Index>(q);
      if (situation_.never_asked(q)) {
        (answered(q) ? verdict_.ignored : verdict_.not_asked).push_back(index);
      } else if (!answered(q)) {
        (situation_.asked_for_certain(q) ? verdict_.open : verdict_.pending).push_back(index);
      }
    }
  }

  void recommend() {
    verdict_.recommendation = situation_.first_certain();
    if (verdict_.open.empty() && verdict_.pending.empty()) {
      verdict_.status = Status::settled;
      return;
    }
    const Settlement settlement = settle(program_, decision_, answers_);
    verdict_.exact = settlement.exact;
    if (!settlement.settled) return;
    verdict_.status = Status::settled;
    verdict_.recommendation = settlement.recommendation;
  }

  [[nodiscard]] bool stands_on(std::size_t alternative) const { return own_.has(alternative); }

  void find_lead() {
    for (const Index each : decision_.recommendations[verdict_.recommendation].alternatives) own_.add(each);
    constexpr std::int32_t lowest = std::numeric_limits<std::int32_t>::min();
    std::int32_t own = lowest, other = lowest;
    for (std::size_t a = 0; a < verdict_.scores.size(); ++a) {
      const std::int32_t score = verdict_.scores[a];
      if (stands_on(a)) {
        own = std::max(own, score);
      } else if (score > other) {
        other = score;
        verdict_.rival = static_cast<Index>(a);
      }
    }
    if (own != lowest && other != lowest) verdict_.lead = own - other;
  }

  [[nodiscard]] Wording wording(const Variants& text) const {
    for (std::size_t k = 0; k < text.size(); ++k) {
      if (situation_.says(text[k].when)) return static_cast<Index>(k);
    }
    return std::nullopt;
  }

  [[nodiscard]] Indices said(const std::vector<Claim>& claims) const {
    Indices all;
    for (std::size_t k = 0; k < claims.size(); ++k) {
      if (situation_.says(claims[k].when)) all.push_back(static_cast<Index>(k));
    }
    return all;
  }

  void collect_advice() {
    const Recommendation& given = decision_.recommendations[verdict_.recommendation];
    Advice& advice = verdict_.advice;
    advice.summary = wording(given.summary);
    if (verdict_.lead < 0) advice.despite = wording(given.despite);
    advice.steps = said(given.steps);
    advice.risks = said(given.risks);
    advice.measure = said(given.measure);
    advice.costs = said(given.costs);
  }

  void find_clarity() {
    const Indices given = given_questions(situation_, answers_);
    const SingleChanges changes = single_changes(pack_, answers_, given, verdict_.recommendation);
    verdict_.same = changes.same;
    verdict_.of = changes.of;
    verdict_.clarity = grade_clarity();
  }

  /// Firm: at least nine in ten single changes keep the recommendation; fair: seven in ten.
  [[nodiscard]] Clarity grade_clarity() const {
    if (verdict_.of == 0) return Clarity::open;
    if (verdict_.same * 10 >= verdict_.of * 9) return Clarity::firm;
    return verdict_.same * 10 >= verdict_.of * 7 ? Clarity::fair : Clarity::delicate;
  }

  /// Points for what the recommendation stands on, less the most that any other alternative gains.
  [[nodiscard]] std::int32_t effect(const Rule& rule) const {
    std::int32_t own = 0, other = 0;
    for (std::size_t a = 0; a < rule.points.size(); ++a) {
      if (stands_on(a)) own += rule.points[a];
      else other = std::max(other, rule.points[a]);
    }
    return own - other;
  }

  /// Whether the rule gives points to anything that the recommendation stands on.
  [[nodiscard]] bool gives_points(const Rule& rule) const {
    for (std::size_t a = 0; a < rule.points.size(); ++a) {
      if (rule.points[a] > 0 && stands_on(a)) return true;
    }
    return false;
  }

  /// What gives the recommendation points speaks for it or, where it gives another more, for both: never against it.
  [[nodiscard]] Stance stance_of(const Rule& rule, std::int32_t effect) const {
    if (effect > 0) return Stance::favours;
    return effect == 0 || gives_points(rule) ? Stance::neutral : Stance::opposes;
  }

  void collect_reasons() {
    std::vector<Reason> reasons;
    std::vector<std::int32_t> effects;
    for (std::size_t r = 0; r < decision_.rules.size(); ++r) {
      if (situation_.rule(r) != Truth::yes) continue;
      const Rule& rule = decision_.rules[r];
      effects.push_back(effect(rule));
      reasons.push_back(
          {static_cast<Index>(r), stance_of(rule, effects.back()), questions_that_hold(program_.rules[r], rule.when)});
    }
    const auto stronger = [&](std::uint32_t a, std::uint32_t b) { return std::abs(effects[a]) > std::abs(effects[b]); };
    for (const std::uint32_t k : stable_order(reasons.size(), stronger))
      verdict_.reasons.push_back(std::move(reasons[k]));
  }

  /// The answered questions of the first term that certainly holds.
  [[nodiscard]] Indices questions_that_hold(Range terms, const Condition& condition) const {
    Indices questions;
    for (std::uint32_t t = terms.first; t < terms.last; ++t) {
      if (situation_.truth(t) != Truth::yes) continue;
      for (const Literal& literal : condition.terms[t - terms.first]) add_answered(literal, questions);
      break;
    }
    return questions;
  }

  void add_answered(const Literal& literal, Indices& questions) const {
    if (literal.subject == Subject::question && answered(literal.index) && !situation_.never_asked(literal.index))
      insert(questions, literal.index);
  }

  void collect_gates() {
    verdict_.gates_text = wording(decision_.gates_text);
    for (std::size_t g = 0; g < decision_.gates.size(); ++g) {
      GateVerdict gate;
      gate.state = situation_.gate(g);
      if (gate.state == GateState::pass)
        gate.questions = questions_that_hold(program_.gates[g], decision_.gates[g].when);
      else explain_gate(decision_.gates[g].when, gate);
      gate.text = wording(decision_.gates[g].said(gate.state));
      verdict_.gates.push_back(std::move(gate));
    }
  }

  /// A gate that fails or is open: every answer it looks at bears on it, and every open question it looks at may decide
  /// it.
  void explain_gate(const Condition& when, GateVerdict& gate) const {
    for (const Term& term : when.terms) {
      for (const Literal& literal : term) {
        add_answered(literal, gate.questions);
        if (gate.state == GateState::unknown) add_open(literal, gate.waits_for);
      }
    }
  }

  void add_open(const Literal& literal, Indices& questions) const {
    if (literal.subject == Subject::question && is_open(literal.index)) insert(questions, literal.index);
    if (literal.subject != Subject::score_test) return;
    const ScoreTest& test = decision_.score_tests[literal.index];
    for (std::size_t r = 0; r < decision_.rules.size(); ++r) {
      const Rule& rule = decision_.rules[r];
      const bool moves = rule.points[test.left] != 0 || (test.right && rule.points[*test.right] != 0);
      if (moves && situation_.rule(r) == Truth::unknown) add_open_of(rule.when, questions);
    }
  }

  void add_open_of(const Condition& when, Indices& questions) const {
    for (const Term& term : when.terms) {
      for (const Literal& literal : term) {
        if (is_open(literal.index)) insert(questions, literal.index);
      }
    }
  }

  [[nodiscard]] bool is_open(Index question) const { return !answered(question) && !situation_.never_asked(question); }

  void collect_why_not() {
    for (std::size_t k = 0; k < decision_.recommendations.size(); ++k) {
      if (k == verdict_.recommendation) continue;
      const Recommendation& other = decision_.recommendations[k];
      WhyNot why{static_cast<Index>(k),
                 wording(other.why_not),
                 !other.conditional || situation_.truth(program_.recommendations[k]) == Truth::yes,
                 {}};
      if (!why.outranked) why.missing = least_missing(program_.recommendations[k], other.when);
      verdict_.why_not.push_back(std::move(why));
    }
  }

  [[nodiscard]] Term least_missing(Range terms, const Condition& condition) const {
    Term least;
    for (std::uint32_t t = terms.first; t < terms.last; ++t) {
      Term missing;
      for (std::uint32_t k = program_.terms[t].first; k < program_.terms[t].last; ++k) {
        if (situation_.literal(k) != Truth::yes)
          missing.push_back(condition.terms[t - terms.first][k - program_.terms[t].first]);
      }
      if (least.empty() || missing.size() < least.size()) least = std::move(missing);
    }
    return least;
  }

  void collect_notes() {
    for (std::size_t k = 0; k < decision_.notes.size(); ++k) {
      const Indices& only = decision_.notes[k].recommendations;
      const bool meant = only.empty() || std::find(only.begin(), only.end(), verdict_.recommendation) != only.end();
      if (meant && situation_.truth(program_.notes[k]) == Truth::yes) verdict_.notes.push_back(static_cast<Index>(k));
    }
  }

  const Pack& pack_;
  const Decision& decision_;
  const Program& program_;
  const Answers& answers_;
  Situation situation_;
  base::Bits64 own_{};  ///< the alternatives that the recommendation stands on
  Verdict verdict_;
};

}  // namespace

}  // namespace decision_card::decision

namespace decision_card {

Verdict verdict(const Pack& pack, const Answers& answers) { return decision::VerdictBuilder(pack, answers).run(); }

}  // namespace decision_card
