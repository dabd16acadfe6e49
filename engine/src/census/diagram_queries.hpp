// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "census/count.hpp"
#include "diagram/diagram.hpp"
#include "diagram/equal_nodes.hpp"

// What can be asked of a diagram over all answers. Diagrams in one order of questions can be put side by side.
namespace decision_card::census {

using base::Array;
using diagram::Diagram;

/// How many choices each question has.
using Sizes = std::vector<std::uint32_t>;
Sizes sizes_of(const std::vector<Question>& questions);

/// Returns the number of all combinations of choices.
Count combinations(const Sizes& sizes);

/// Returns by outcome how many combinations end there.
std::vector<Count> count_outcomes(const Diagram& diagram, Sizes sizes);

/// Complete answers that end in this outcome, or nothing when none do. The first choices that will do.
std::optional<Answers> example_of(const Diagram& diagram, std::size_t questions, std::uint32_t outcome);

/// Returns where a choice of the question of this layer leads from a node; the node itself where the diagram has no
/// such layer (nullptr) or is past it.
std::uint32_t step(const Diagram& diagram, const Diagram::Layer* layer, std::uint32_t node, std::size_t choice);

/// The layers of a diagram by question, nullptr where it has none.
std::vector<const Diagram::Layer*> layers_of(const Diagram& diagram, std::size_t questions);

/// By question and choice, the other choices that can make a difference, as bits. Where several may be chosen, whether
/// it can make a difference that one of them is chosen or not.
class Differences {
 public:
  explicit Differences(const std::vector<Question>& questions)
      : questions_(&questions), by_question_(questions.size()) {}

  /// Adds what makes a difference to the outcome of a diagram.
  void add(const Diagram& diagram);
  [[nodiscard]] bool between(std::size_t question, std::size_t a, std::size_t b) const {
    return (by_question_[question][a] >> b & 1) != 0;
  }
  [[nodiscard]] bool of_choice(std::size_t question, std::size_t part) const {
    return (by_question_[question][part] >> part & 1) != 0;
  }
  [[nodiscard]] bool any(std::size_t question) const;

 private:
  void add_sets(const Question& question, std::uint32_t* apart, const std::uint32_t* children,
                const diagram::EqualNodes& same);

  const std::vector<Question>* questions_;
  std::vector<std::array<std::uint32_t, limits::choices + 1>> by_question_;  ///< the last says whether any does
};

/// Both at once: outcome (a, b) has the number a * right.outcomes + b. False when it takes more steps than are left.
bool build_product(const Diagram& left, const Diagram& right, const Array<Index>& order, std::size_t& steps,
                   Diagram& product);

/// Makes the same diagram as if this question always had this choice; it still has a layer with all choices.
void restrict_to(const Diagram& diagram, Index question, std::uint8_t choice, Diagram& restricted);

}  // namespace decision_card::census
