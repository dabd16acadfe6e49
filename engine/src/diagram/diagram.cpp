// SPDX-License-Identifier: MIT
#include "diagram/diagram.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <memory>

#include "base/hash.hpp"
#include "base/row_table.hpp"
#include "diagram/moves.hpp"

// Built for speed also in WebAssembly (docs/decisions/0007): `branch` is where outlook and flips spend their time.
namespace decision_card::diagram {

using base::Array;
using base::Interner;
using base::RowTable;
using decision::Program;

/// Makes a diagram layer by layer. What it is built of (docs/decisions/0007):
///
///     a node of layer k      = a residue, and the class of each sum that this residue's conditions still compare
///       | a choice c         : Moves say which residue is entered, and where each class goes
///     a step                 = the entered residue, and the regions that each form can still reach
///       | simplified         : what these regions decide is left out of the residue
///     a target               = an outcome, or a residue of layer k + 1
///       | its sums are kept  : only those forms that the residue still compares
///     a node of layer k + 1
///
/// Most choices of most nodes are steps that were made before, so each step is simplified once. All numbers of a node
/// or a step are packed into a row of words (PackedSums), of which packs of a usual size need one.
class DiagramBuilder {
 public:
  DiagramBuilder(const Program& program, const Decision& decision, const Answers& answers, const Outcomes& outcomes,
                 std::size_t most_steps, Diagram& diagram, const Array<Index>* order)
      : sums_(decision.score_tests),
        residue_(program, decision, sums_.forms(), answers, outcomes, order),
        moves_(decision, residue_, sums_),
        steps_left_(most_steps),
        diagram_(diagram) {
    diagram_.outcomes = diagram_.nodes = static_cast<std::uint32_t>(outcomes.size() + 1);
    diagram_.complete = sums_.classify(residue_, steps_left_);
    if (diagram_.complete) start();
  }

  bool advance(std::size_t steps) {
    if (next_parent_ == parents_count_) {
      if (!diagram_.complete || next_layer_ == residue_.layers()) return false;
      return diagram_.complete = open_layer(next_layer_++);
    }
    const Diagram::Layer& layer = diagram_.layers.back();
    const std::size_t most = std::max<std::size_t>(1, steps / layer.choices);
    std::uint32_t* children = diagram_.children.data() + layer.children + std::size_t{next_parent_} * layer.choices;
    const std::size_t end = next_parent_ + std::min<std::size_t>(parents_count_ - next_parent_, most);
    for (; next_parent_ < end && steps_left_ > 0; ++next_parent_, children += layer.choices) {
      const std::uint32_t known = nodes_.size(words());
      if (words() == 1) branch<true>(next_parent_, layer.choices, children);
      else branch<false>(next_parent_, layer.choices, children);
      spend((nodes_.size(words()) - known) * words());
    }
    return diagram_.complete = steps_left_ > 0;
  }

 private:
  /// An entered residue with regions, simplified.
  struct Target {
    std::int32_t outcome;
    std::uint32_t residue;
  };
  /// A step of one word that was not long ago: most are.
  struct Recent {
    std::uint64_t step;
    Target target;
  };
  /// Which of a residue's forms, counted from its first one, stand in one word.
  struct Shape {
    std::uint32_t first, last;
  };
  using Row = std::array<std::uint64_t, RowTable::most_words>;

  [[nodiscard]] std::uint32_t words() const { return sums_.words(); }

  void start() {
    forget_layer();
    Row sums{}, regions{};
    for (std::size_t f = 0; f < sums_.forms().size(); ++f) {
      const PackedSum first = sums_.packed(f, 0, 0);
      sums[sums_.place(f).word] |= first.sum;
      regions[sums_.place(f).word] |= first.regions;
    }
    const std::uint32_t entered = entered_.intern(residue_.start().data(), residue_.start().size());
    diagram_.root = number(target(entered, regions), sums, words());
  }

  void forget_layer() {
    nodes_.reset(words());
    residues_.reset();
    steps_.reset(words());
    entered_.reset();
    residue_forms_.clear();
    kept_.clear();
    targets_.clear();
    recent_.fill({~std::uint64_t{0}, {}});
  }

  Target target(std::uint32_t entered, const Row& regions) {
    const std::uint32_t at = steps_.number(entered, regions.data(), words());
    if (at == targets_.size()) targets_.push(simplified(entered, regions));
    return targets_[at];
  }

  Target recent_target(std::uint32_t entered, const Row& regions) {
    const std::uint64_t step = regions[0] | entered;
    Recent& recent = recent_[static_cast<std::size_t>(step * base::golden >> 40) & (recent_.size() - 1)];
    if (recent.step != step) recent = {step, target(entered, regions)};
    return recent.target;
  }

  /// Not inlined, like `branch`: a browser optimises a function that is called often while it still runs the first
  /// time.
  [[gnu::noinline]] Target simplified(std::uint32_t entered, const Row& regions) {
    state_.clear();
    state_.append(entered_.row(entered), entered_.length(entered));
    for (std::size_t f = 0; f < sums_.forms().size(); ++f) regions_[f] = sums_.regions(f, regions.data());
    const Residue::Simplified result = residue_.simplify(state_, regions_.data());
    if (result.outcome >= 0) return {result.outcome, 0};
    const std::uint32_t residue = residues_.intern(state_.data(), state_.size());
    if (residue == residue_forms_.size()) {
      spend(state_.size());
      keep(result.forms);
    }
    return {-1, residue};
  }

  /// A node with this residue keeps the sums of these forms only.
  void keep(std::uint64_t forms) {
    residue_forms_.push(forms);
    const std::size_t kept = kept_.size();
    kept_.resize(kept + words());
    for (; forms != 0; forms &= forms - 1) {
      const FormPlace& place = sums_.place(static_cast<std::size_t>(std::countr_zero(forms)));
      kept_[kept + place.word] |= place.sum_mask << place.sum;
    }
  }

  /// The node of a target with these sums, of which it keeps what it needs.
  std::uint32_t number(const Target& target, Row& sums, std::size_t words) {
    if (target.outcome >= 0) return static_cast<std::uint32_t>(target.outcome);
    const std::uint64_t* const kept = &kept_[target.residue * words];
    for (std::size_t w = 0; w < words; ++w) sums[w] &= kept[w];
    return diagram_.nodes + nodes_.number(target.residue, sums.data(), words);
  }

  /// Makes the layer that was last made the one whose nodes are expanded. False where the budget ends.
  bool open_layer(std::size_t k) {
    const Residue::Layer& open = residue_.layer(k);
    const std::uint32_t nodes = nodes_.size(words());
    const Diagram::Layer layer{open, diagram_.nodes, diagram_.nodes + nodes, diagram_.children.size()};
    const std::size_t edges = std::size_t{nodes} * layer.choices;
    if (edges >= steps_left_) return false;
    steps_left_ -= edges;
    nodes_.swap(parents_, words());
    residues_.swap(parent_residues_);
    residue_forms_.swap(parent_forms_);
    forget_layer();
    find_shapes();
    moves_.find(k, parent_residues_, parent_forms_, entered_, steps_left_);
    if (steps_left_ == 0) return false;
    diagram_.nodes = layer.last;
    diagram_.layers.push(layer);
    diagram_.children.extend(edges);
    parents_count_ = nodes;
    next_parent_ = 0;
    return true;
  }

  template <bool one_word>
  [[gnu::noinline]] void branch(std::uint32_t node, std::size_t choices, std::uint32_t* children) {
    const std::size_t words = one_word ? 1 : sums_.words();
    Row sums, regions;
    const std::uint32_t residue = parents_.row(node, sums.data(), words, sums_.number_bits());
    const Shape* const shapes = &shapes_[residue * words];
    std::array<std::uint32_t, most_forms> classes;
    const FormPlace* place = places_.data() + first_places_[residue];
    for (std::size_t f = 0; f < shapes[words - 1].last; ++f, ++place)
      classes[f] = static_cast<std::uint32_t>(sums[one_word ? 0 : place->word] >> place->sum & place->sum_mask);
    const PackedSum* const entries = moves_.entries();
    const Move* move = moves_.of(residue, choices);
    for (std::size_t c = 0; c < choices; ++c, ++move) {
      if (move->same_as != c) {
        children[c] = children[move->same_as];
        continue;
      }
      const std::uint32_t* tables = moves_.tables() + move->tables;
      for (std::size_t w = 0; w < words; ++w) {
        std::uint64_t sum = 0, reached = 0;
        for (std::size_t f = shapes[w].first; f < shapes[w].last; ++f) {
          const PackedSum& entry = entries[*tables++ + classes[f]];
          sum |= entry.sum;
          reached |= entry.regions;
        }
        sums[w] = sum;
        regions[w] = reached;
      }
      const Target to = one_word ? recent_target(move->entered, regions) : target(move->entered, regions);
      children[c] = number(to, sums, words);
    }
  }

  void find_shapes() {
    places_.clear();
    first_places_.clear();
    shapes_.clear();
    for (const std::uint64_t forms : parent_forms_) {
      first_places_.push(static_cast<std::uint32_t>(places_.size()));
      Shape shape{0, 0};
      std::uint64_t rest = forms;
      for (std::uint32_t w = 0; w < words(); ++w, shape.first = shape.last) {
        for (; rest != 0; rest &= rest - 1, ++shape.last) {
          const FormPlace& place = sums_.place(static_cast<std::size_t>(std::countr_zero(rest)));
          if (place.word != w) break;
          places_.push(place);
        }
        shapes_.push(shape);
      }
    }
  }

  /// What is kept must not fill the memory, of which a page's module has 64 MB; and large residues take time.
  void spend(std::size_t steps) { steps_left_ -= std::min(steps_left_, steps); }

  PackedSums sums_;
  Residue residue_;
  Moves moves_;
  std::size_t steps_left_;
  Diagram& diagram_;
  std::array<Regions, most_forms> regions_{};
  std::size_t next_layer_ = 0;                         ///< to be opened next
  std::uint32_t parents_count_ = 0, next_parent_ = 0;  ///< of the open layer: its nodes, and the next to be expanded

  // The layer whose nodes are expanded, and the one that this makes. A node's row: residue, sums; a step's: entered
  // residue, regions.
  RowTable parents_, nodes_, steps_;
  Interner parent_residues_, residues_, entered_;
  Array<std::uint64_t> parent_forms_, residue_forms_;  ///< by residue: the forms that matter
  Array<std::uint64_t> kept_;                          ///< by residue: the bits of their sums
  Array<FormPlace> places_;                            ///< by parent's residue: where its forms stand
  Array<std::uint32_t> first_places_;
  Array<Shape> shapes_;    ///< by parent's residue and word
  Array<Target> targets_;  ///< by number in steps_
  std::array<Recent, 1024> recent_{};
  Residue::State state_;
};

std::shared_ptr<DiagramBuilder> start_diagram(const Program& program, const Decision& decision, const Answers& answers,
                                              const Outcomes& outcomes, std::size_t most_steps, Diagram& diagram,
                                              const Array<Index>* order) {
  return std::make_shared<DiagramBuilder>(program, decision, answers, outcomes, most_steps, diagram, order);
}

bool advance(DiagramBuilder& builder, std::size_t steps) { return builder.advance(steps); }

void build_diagram(const Program& program, const Decision& decision, const Answers& answers, const Outcomes& outcomes,
                   std::size_t most_steps, Diagram& diagram, const Array<Index>* order) {
  const auto builder = start_diagram(program, decision, answers, outcomes, most_steps, diagram, order);
  while (advance(*builder, most_steps)) {
  }
}

Array<bool> reached_outcomes(const Diagram& diagram) {
  Array<bool> reached;
  reached.resize(diagram.outcomes);
  if (diagram.root < diagram.outcomes) reached[diagram.root] = true;
  for (const std::uint32_t child : diagram.children) {
    if (child < diagram.outcomes) reached[child] = true;
  }
  return reached;
}

}  // namespace decision_card::diagram
