// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "census/diagram_queries.hpp"
#include "decision/program.hpp"
#include "decision_card/pack.hpp"

namespace decision_card::inspection {

using base::Array;
using census::Count;
using census::example_of;
using census::Sizes;
using decision::Program;
using diagram::Diagram;
using diagram::Outcomes;

/// A decision that is not the pack's own but asks something about it, compiled.
struct Probe {
  explicit Probe(Decision changed);

  Decision decision;
  Program program;
};

/// The questions of a decision and, with `rules`, its scores; nothing else. A probe for conditions over them.
Probe questions_probe(const Decision& decision, bool rules);

/// All combinations of a pack's choices: diagrams over them in one order of questions, so that they can be put side by
/// side, within a budget that all diagrams of an inspection share.
class Space {
 public:
  explicit Space(const Pack& pack);

  [[nodiscard]] const Pack& pack() const { return pack_; }
  [[nodiscard]] const Decision& decision() const { return pack_.decision(); }
  [[nodiscard]] const Sizes& sizes() const { return sizes_; }
  /// How many combinations there are.
  [[nodiscard]] const Count& all() const { return all_; }

  // Each of these is false when it is too large for the budget.
  /// Asks the pack's own decision.
  bool build(const Outcomes& outcomes, Diagram& diagram);
  bool build(const Probe& probe, const Outcomes& outcomes, Diagram& diagram);
  bool build(const Program& program, const Decision& asked, const Outcomes& outcomes, Diagram& diagram,
             const Array<Index>& order);
  bool multiply(const Diagram& left, const Diagram& right, Diagram& product);
  bool spend(std::size_t steps);

  [[nodiscard]] std::optional<Answers> example(const Diagram& diagram, std::uint32_t outcome) const {
    return example_of(diagram, decision().questions.size(), outcome);
  }
  /// "12 of 48 combinations (25.00%)".
  [[nodiscard]] std::string share_text(const Count& count) const;

 private:
  const Pack& pack_;
  Sizes sizes_;
  Count all_;
  Array<Index> order_;
  std::size_t steps_left_;
};

}  // namespace decision_card::inspection
