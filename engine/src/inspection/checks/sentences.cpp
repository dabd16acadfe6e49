// SPDX-License-Identifier: MIT
// Texts that know the reader: whether each is said to somebody, whether somebody is left without, and whether a
// recommendation that has fewer points than another says why.
#include <algorithm>
#include <map>

#include "inspection/checks.hpp"
#include "inspection/score_probe.hpp"

namespace decision_card::inspection {

using base::quote;
using diagram::Diagram;
using diagram::Outcomes;
using diagram::reached_outcomes;
using document::JsonValue;

namespace {

/// Where a text is shown: in some outcomes of a diagram.
struct Place {
  const Diagram& diagram;
  std::vector<bool> shown;
};

Place everywhere(const Diagram& diagram) { return {diagram, std::vector<bool>(diagram.outcomes, true)}; }

Place only_at(const Diagram& diagram, std::size_t outcome) {
  Place place{diagram, std::vector<bool>(diagram.outcomes, false)};
  place.shown[outcome] = true;
  return place;
}

Place not_at(const Diagram& diagram, std::size_t outcome) {
  Place place = everywhere(diagram);
  place.shown[outcome] = false;
  return place;
}

/// A member with texts: of what object, and of which id.
struct Member {
  JsonValue object;
  std::string_view name, of;

  [[nodiscard]] JsonValue at() const { return member_of(object, name); }
  [[nodiscard]] JsonValue when(std::size_t index) const { return member_of(item_of(object, name, index), "when"); }
};

/// It asks for a gate that is open, which no complete answers can show.
bool is_for_open_gates(const Condition& condition) {
  constexpr std::uint64_t unknown = std::uint64_t{1} << static_cast<unsigned>(GateState::unknown);
  const auto open = [](const Literal& l) { return l.subject == Subject::gate && (l.allowed & unknown) != 0; };
  return std::any_of(condition.terms.begin(), condition.terms.end(),
                     [&](const Term& term) { return std::any_of(term.begin(), term.end(), open); });
}

class SentenceCheck {
 public:
  SentenceCheck(Space& space, Ledger& ledger, const ReachFacts& reach, ConditionFacts& conditions)
      : space_(space), ledger_(ledger), reach_(reach), conditions_(conditions), decision_(space.decision()) {}

  void run() {
    if (!reach_.diagram.complete) return give_up({ledger_.decision(), "recommendations", {}});
    check(everywhere(reach_.diagram), decision_.gates_text, {ledger_.decision(), "gates_text", {}});
    for (std::size_t g = 0; g < decision_.gates.size(); ++g) check_gate(g);
    for (std::size_t k = 0; k < decision_.recommendations.size(); ++k) check_recommendation(k);
    ledger_.proved("texts", {std::to_string(decision_.text_conditions.size()),
                             " conditions of texts, and whether what has fewer points says why"});
  }

 private:
  /// By outcome, answers that end there.
  using Examples = std::vector<std::optional<Answers>>;

  void give_up(const Member& member) {
    conditions_.proved = false;
    ledger_.not_proved("texts", member.at(), member.of,
                       {"who reads the texts of ", quote(member.name), " is open; its proof is over the budget."});
  }

  void check_gate(std::size_t index) {
    const Gate& gate = decision_.gates[index];
    const JsonValue object = ledger_.item("gates", index);
    Diagram states;
    if (!space_.build({&gate.when}, states)) return give_up({object, "when", gate.id});
    check(only_at(states, 0), gate.pass, {object, "pass", gate.id});
    check(only_at(states, 1), gate.fail, {object, "fail", gate.id});
  }

  void check_recommendation(std::size_t index) {
    const Recommendation& entry = decision_.recommendations[index];
    const JsonValue object = ledger_.item("recommendations", index);
    check(only_at(reach_.diagram, index), entry.summary, {object, "summary", entry.id});
    check(not_at(reach_.diagram, index), entry.why_not, {object, "why_not", entry.id});
    check_despite(index, {object, "despite", entry.id});
    check_claims(index, entry.steps, {object, "steps", entry.id});
    check_claims(index, entry.risks, {object, "risks", entry.id});
    check_claims(index, entry.measure, {object, "measure", entry.id});
    check_claims(index, entry.costs, {object, "costs", entry.id});
    check_steps_left(index, {object, "steps", entry.id});
  }

  /// The first of these conditions that holds where the text is shown; nothing when it is over the budget.
  std::optional<Examples> first_holding(const Place& place, const Outcomes& conditions) {
    Diagram first, together;
    if (!space_.build(conditions, first) || !space_.multiply(place.diagram, first, together)) return std::nullopt;
    conditions_.tells.add(first);
    Examples found(first.outcomes);
    const auto reached = reached_outcomes(together);
    for (std::uint32_t pair = 0; pair < reached.size(); ++pair) {
      auto& example = found[pair % first.outcomes];
      if (reached[pair] && place.shown[pair / first.outcomes] && !example) example = space_.example(together, pair);
    }
    return found;
  }

  void check(const Place& place, const Variants& text, const Member& member) {
    Outcomes conditions;
    for (const Variant& variant : text) {
      if (variant.when) conditions.push_back(&decision_.text_conditions[*variant.when]);
    }
    if (conditions.empty()) return;
    const auto found = first_holding(place, conditions);
    if (!found) return give_up(member);
    const auto shown = std::find_if(found->begin(), found->end(), [](const auto& one) { return one.has_value(); });
    if (shown == found->end()) return;
    for (std::size_t k = 0; k < conditions.size(); ++k) {
      if (!(*found)[k]) report_never(*conditions[k], member.when(k), member, **shown);
    }
    if (text.back().when && found->back()) report_without(member, *found->back());
  }

  void report_never(const Condition& when, JsonValue at, const Member& member, const Answers& shown) {
    if (is_for_open_gates(when)) return;
    ledger_
        .report("text_never_said", at, member.of,
                {"With all questions answered, this text of ", quote(member.name), " is never said."},
                {"Change its \"when\", remove it, or accept this where it is for open questions."})
        .witnesses.push_back(shown);
  }

  void report_without(const Member& member, const Answers& witness) {
    ledger_
        .report("state_without_text", member.at(), member.of,
                {"For some answers no text of ", quote(member.name), " is said."},
                {"Add a last one without a \"when\"."})
        .witnesses.push_back(witness);
  }

  /// Where another alternative has more points than all that the recommendation stands for.
  [[nodiscard]] Condition behind(ScoreProbe& tests, const Indices& own) const {
    Condition any;
    for (Index other = 0; other < decision_.alternatives.size(); ++other) {
      if (own.empty() || std::find(own.begin(), own.end(), other) != own.end()) continue;
      Term& term = any.terms.emplace_back();
      for (const Index alternative : own) term.push_back(tests.test(other, Comparison::greater, alternative));
    }
    return any;
  }

  void check_despite(std::size_t index, const Member& member) {
    const Recommendation& entry = decision_.recommendations[index];
    ScoreProbe tests(decision_);
    const Condition fewer = behind(tests, entry.alternatives);
    Diagram points, together;
    if (!space_.build(tests.compiled(), {&fewer}, points) || !space_.multiply(reach_.diagram, points, together))
      return give_up(member);
    const auto outcome = static_cast<std::uint32_t>(index) * points.outcomes;
    const auto example = space_.example(together, outcome);
    if (example && entry.despite.empty()) return report_unexplained(member, *example);
    if (example) return check(only_at(together, outcome), entry.despite, member);
    const auto given = space_.example(reach_.diagram, static_cast<std::uint32_t>(index));
    if (given && !entry.despite.empty()) report_never({}, member.at(), member, *given);
  }

  void report_unexplained(const Member& member, const Answers& witness) {
    ledger_
        .report("fewer_points_unexplained", member.object, member.of,
                {quote(member.of), " can be given although another alternative has more points, and does not say why."},
                {"Say it in \"despite\"."})
        .witnesses.push_back(witness);
  }

  /// By recommendation, answers for which it is given and the condition holds.
  const std::optional<Examples>& given_with(Index condition) {
    const auto known = given_.find(condition);
    if (known != given_.end()) return known->second;
    return given_.emplace(condition, find_given_with(decision_.text_conditions[condition])).first->second;
  }

  std::optional<Examples> find_given_with(const Condition& condition) {
    Diagram holds, together;
    if (!space_.build({&condition}, holds) || !space_.multiply(reach_.diagram, holds, together)) return std::nullopt;
    conditions_.tells.add(holds);
    Examples found(reach_.diagram.outcomes);
    for (std::uint32_t k = 0; k < found.size(); ++k) found[k] = space_.example(together, k * holds.outcomes);
    return found;
  }

  void check_claims(std::size_t index, const std::vector<Claim>& claims, const Member& member) {
    const auto given = space_.example(reach_.diagram, static_cast<std::uint32_t>(index));
    for (std::size_t k = 0; k < claims.size() && given; ++k) {
      if (!claims[k].when) continue;
      const auto& found = given_with(*claims[k].when);
      if (!found) return give_up(member);
      if (!(*found)[index]) report_never(decision_.text_conditions[*claims[k].when], member.when(k), member, *given);
    }
  }

  /// Whoever is given a recommendation that has steps wants one.
  void check_steps_left(std::size_t index, const Member& member) {
    Outcomes conditions;
    for (const Claim& step : decision_.recommendations[index].steps) {
      if (!step.when) return;
      conditions.push_back(&decision_.text_conditions[*step.when]);
    }
    if (conditions.empty()) return;
    const auto found = first_holding(only_at(reach_.diagram, index), conditions);
    if (!found) return give_up(member);
    if (found->back()) report_without(member, *found->back());
  }

  Space& space_;
  Ledger& ledger_;
  const ReachFacts& reach_;
  ConditionFacts& conditions_;
  const Decision& decision_;
  std::map<Index, std::optional<Examples>> given_{};
};

}  // namespace

void inspect_sentences(Space& space, Ledger& ledger, const ReachFacts& reach, ConditionFacts& conditions) {
  SentenceCheck(space, ledger, reach, conditions).run();
}

}  // namespace decision_card::inspection
