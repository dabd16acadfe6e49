// SPDX-License-Identifier: MIT
#pragma once

#include "inspection/ledger.hpp"
#include "inspection/space.hpp"
#include "inspection/suggestions.hpp"

// The checks, each with what it takes from others and what it leaves: inspect.cpp is their order. Every check writes
// its findings and proofs into the ledger.
namespace decision_card::inspection {

using census::Differences;
using diagram::Diagram;

/// Which recommendations are given, over all combinations.
struct ReachFacts {
  Diagram diagram{};            ///< complete: it is proved
  Differences decides;          ///< the choices that differ in what is recommended
  std::vector<Reach> counts{};  ///< by recommendation; none when it is not proved
};
ReachFacts inspect_recommendations(Space& space, Ledger& ledger);

/// Where the conditions of questions, rules, gates and notes hold.
struct ConditionFacts {
  std::vector<std::optional<Answers>> asked{};  ///< by question with a condition, answers that ask it
  Differences tells;                            ///< the choices that differ in a reason, a gate, a note or a text
  bool proved = true;                           ///< false: `tells` may lack some

  /// Answers that ask this question, with one of its choices.
  [[nodiscard]] Answers asking(std::size_t question, std::uint8_t choice) const;
};
ConditionFacts inspect_conditions(Space& space, Ledger& ledger, const ReachFacts& reach);

/// How the alternatives stand to each other.
struct OrderFacts {
  Differences orders;  ///< the choices that differ in the order of two alternatives
  bool proved = true;  ///< false: `orders` may lack some
  std::vector<Tie> ties{};
};
OrderFacts inspect_orders(Space& space, Ledger& ledger, const ReachFacts& reach);

/// Texts with conditions: what they look at is added to `conditions`.
void inspect_sentences(Space& space, Ledger& ledger, const ReachFacts& reach, ConditionFacts& conditions);

void inspect_questions(const Decision& decision, Ledger& ledger, const ReachFacts& reach,
                       const ConditionFacts& conditions, const OrderFacts& orders);

std::vector<LawStatus> inspect_laws(Space& space, Ledger& ledger, const ReachFacts& reach,
                                    const std::vector<Law>& laws);

struct PathFacts {
  PathLengths all_questions{}, early_stop{};
};
PathFacts inspect_paths(Space& space, Ledger& ledger, const ReachFacts& reach);

/// `interface_languages`: those that the card's own words are in; none: not checked.
std::vector<Balance> inspect_texts(const Pack& pack, Ledger& ledger,
                                   std::span<const std::string_view> interface_languages);

/// What is accepted and surely not meant: alternatives that nobody weighs, answers to what is not asked, markup.
void inspect_overlooked(const Pack& pack, Ledger& ledger, const std::vector<Law>& laws);

struct CaseFacts {
  std::vector<CaseResult> results{};
  Coverage coverage{};
};
CaseFacts inspect_cases(const Pack& pack, Ledger& ledger);

CardWords count_card_words(const Pack& pack);
/// After how many questions the readers of the cases are offered the result.
PathLengths measure_case_stops(const Pack& pack);

struct MutationFacts {
  Mutation score{};
  std::vector<Suggestion> suggestions{};
};
MutationFacts inspect_mutants(Space& space, Ledger& ledger, const ReachFacts& reach);

}  // namespace decision_card::inspection
