// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/wording.hpp"
#include "census/diagram_queries.hpp"
#include "decision_card/inspect.hpp"

namespace decision_card {

/// A decision that is not the pack's own but asks something about it, compiled.
struct Probe {
  explicit Probe(Decision changed);

  Decision decision;
  Program program;
};

/// The questions of a decision and, with `rules`, its scores; nothing else. A probe for conditions over them.
Probe questions_probe(const Decision& decision, bool rules);

/// What the checks share: the pack, the order of questions, the budget, the proofs so far, and where findings go.
class Inspector {
 public:
  Inspector(const Pack& pack, const Declarations& declarations, std::string_view text);

  /// Over all answers; false when it is too large for the budget.
  bool build(const Probe& probe, const Outcomes& outcomes, Diagram& diagram);
  bool build(const Program& program, const Decision& asked, const Outcomes& outcomes, Diagram& diagram,
             const Array<Index>& in_order);
  bool multiply(const Diagram& left, const Diagram& right, Diagram& product);

  Finding& report(std::string_view code, std::string path, std::string_view of, Parts message, Parts suggestion = {});
  /// `covered` says what the check looked at.
  void proved(std::string_view check, Parts covered) { add_proof(check, true, covered); }
  /// Also reports a finding, so that nobody overlooks it.
  void not_proved(std::string_view check, std::string path, std::string_view of, Parts covered);

  [[nodiscard]] std::optional<Answers> example(const Diagram& diagram, std::uint32_t outcome) const {
    return example_of(diagram, decision.questions.size(), outcome);
  }
  [[nodiscard]] std::string share_text(const Count& count) const;
  /// Answers that ask this question, with one of its choices.
  [[nodiscard]] Answers asking(std::size_t question, std::uint8_t choice) const;

  const Pack& pack;
  const Decision& decision;
  const Declarations& declarations;
  std::string_view text;
  std::span<const std::string_view> interface_languages{};
  Inspection result{};
  Sizes sizes;
  Count all;
  Array<Index> order;
  std::size_t steps_left;

  Diagram recommendations{};                    ///< of the pack, over all answers
  std::vector<std::optional<Answers>> asked{};  ///< by question, answers that ask it
  /// What differs between choices: the recommendation, the order of the alternatives, and what else a reader sees.
  Differences decides, orders, tells;
  bool orders_known = true, tells_known = true;

 private:
  void add_proof(std::string_view check, bool proved, Parts covered);
};

/// Where an item of one of the decision's lists stands.
std::string path_of(std::string_view list, std::size_t index, std::string_view member = {});

// The checks, in the order in which they run: each may use what those before it left in the inspector.
void inspect_recommendations(Inspector& inspector);
void inspect_conditions(Inspector& inspector);
void inspect_orders(Inspector& inspector);
void inspect_questions(Inspector& inspector);
void inspect_laws(Inspector& inspector);
void inspect_paths(Inspector& inspector);
void inspect_cases(Inspector& inspector);
void inspect_mutants(Inspector& inspector);
void inspect_texts(Inspector& inspector);

}  // namespace decision_card
