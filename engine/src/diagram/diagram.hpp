// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "diagram/residue.hpp"

namespace decision_card::diagram {

using base::Array;
using decision::Program;

/// A multi-valued decision diagram: what a decision comes to for every completion of some answers, with the completions
/// that can't be told apart any more in one node. Node numbers below `outcomes` are the outcomes themselves; the nodes
/// of a layer follow one another, and their children lie in the next layer or are outcomes.
struct Diagram {
  struct Layer : LayerQuestion {
    std::uint32_t first, last;  ///< nodes
    std::size_t children;       ///< of its first node; `choices` a node
  };

  bool complete = false;  ///< false: the step budget ended first, and the rest means nothing
  std::uint32_t outcomes = 0;
  std::uint32_t root = 0;
  std::uint32_t nodes = 0;  ///< and outcomes
  Array<Layer> layers;
  Array<std::uint32_t> children;

  [[nodiscard]] const std::uint32_t* children_of(const Layer& layer, std::uint32_t node) const {
    return children.data() + layer.children + (node - layer.first) * layer.choices;
  }
};

/// Builds it breadth first, one question after the other; a state is what is left of the conditions (Residue) and the
/// class of each sum that still matters (SumClasses). A step is an edge, a word of a node or of what is left that is
/// kept, or two words of what is left that are looked at. `order`: of all questions, none before one that its `when`
/// looks at; diagrams in the same order can be compared.
void build_diagram(const Program& program, const Decision& decision, const Answers& answers, const Outcomes& outcomes,
                   std::size_t most_steps, Diagram& diagram, const Array<Index>* order = nullptr);

/// Builds the same diagram in portions: `diagram` must stay where it is, and means something when there is nothing left
/// to do.
class DiagramBuilder;
std::shared_ptr<DiagramBuilder> start_diagram(const Program& program, const Decision& decision, const Answers& answers,
                                              const Outcomes& outcomes, std::size_t most_steps, Diagram& diagram,
                                              const Array<Index>* order = nullptr);
/// Makes about `steps` more edges; returns false when nothing is left to do.
bool advance(DiagramBuilder& builder, std::size_t steps);

/// Tells by outcome whether some completion ends there.
Array<bool> reached_outcomes(const Diagram& diagram);

}  // namespace decision_card::diagram
