// SPDX-License-Identifier: MIT
#include "diagram/diagram.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <memory>

#include "base/interner.hpp"
#include "base/row_table.hpp"

// Built for speed also in WebAssembly (docs/decisions/0007): `branch` is where outlook and flips spend their time.
namespace decision_card {

namespace {

constexpr std::size_t most_forms = 64;

/// Where a form's numbers stand: the class of its sum in a word of a node's row, its regions in the same word of a
/// step's row.
struct Place {
  std::uint32_t word, sum, regions;
  std::uint64_t sum_mask;
};

/// Gives each form as many bits as its largest numbers need; a number never crosses a word.
struct Layout {
  std::array<Place, most_forms> places{};
  std::uint32_t words = 1;
  unsigned number_bits = 0;             ///< the lowest of each word, which RowTable needs
  std::uint32_t sums = 0, regions = 0;  ///< bits of the last word that are used

  void start(std::size_t most_rows) {
    number_bits = static_cast<unsigned>(std::bit_width(most_rows));
    sums = regions = number_bits;
  }
  void add(std::size_t form, std::uint32_t sum_bits, std::uint32_t region_bits) {
    if (sums + sum_bits > 64 || regions + region_bits > 64) {
      ++words;
      sums = regions = number_bits;
    }
    places[form] = {words - 1, sums, regions, (std::uint64_t{1} << sum_bits) - 1};
    sums += sum_bits;
    regions += region_bits;
  }
};

}  // namespace

class DiagramBuilder {
 public:
  DiagramBuilder(const Program& program, const Decision& decision, const Answers& answers, const Outcomes& outcomes,
                 std::size_t most_steps, Diagram& diagram, const Array<Index>* order)
      : decision_(decision),
        forms_(decision.score_tests),
        residue_(program, decision, forms_, answers, outcomes, order),
        left_(most_steps),
        diagram_(diagram) {
    diagram_.outcomes = diagram_.nodes = static_cast<std::uint32_t>(outcomes.size() + 1);
    diagram_.complete = classify_sums();
    if (diagram_.complete) start();
  }

  bool advance(std::size_t steps) {
    if (next_ == parents_count_) {
      if (!diagram_.complete || layer_ == residue_.layers()) return false;
      return diagram_.complete = open_layer(layer_++);
    }
    const Diagram::Layer& layer = diagram_.layers.back();
    const std::size_t most = std::max<std::size_t>(1, steps / layer.choices);
    std::uint32_t* children = diagram_.children.data() + layer.children + std::size_t{next_} * layer.choices;
    const std::size_t end = next_ + std::min<std::size_t>(parents_count_ - next_, most);
    for (; next_ < end && left_ > 0; ++next_, children += layer.choices) {
      const std::uint32_t known = nodes_.size(layout_.words);
      if (layout_.words == 1) branch<true>(next_, layer.choices, children);
      else branch<false>(next_, layer.choices, children);
      spend((nodes_.size(layout_.words) - known) * layout_.words);
    }
    return diagram_.complete = left_ > 0;
  }

 private:
  /// Where a class of a form goes: the class behind it and the regions that can be reached from there, in their places.
  struct Entry {
    std::uint64_t sum, regions;
  };
  /// An entered residue with regions, simplified.
  struct Target {
    std::int32_t outcome;
    std::uint32_t residue;
  };
  /// What a choice does to one residue.
  struct Move {
    std::uint32_t entered;  ///< the residue behind it, not yet simplified
    std::uint32_t same_as;  ///< the first choice that does the same
    std::size_t tables;     ///< in move_tables_, one a form that matters
  };
  /// A step of one word that was not long ago: most are.
  struct Recent {
    std::uint64_t step;
    Target target;
  };
  /// Of a parent's residue and a word: which of its forms, counted from its first one, stand in that word.
  struct Shape {
    std::uint32_t first, last;
  };
  using Words = std::array<std::uint64_t, RowTable::most_words>;

  bool classify_sums() {
    layout_.start(left_);
    Array<std::int32_t> gains;
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      sums_[f].start(forms_[f].of(residue_.start_points()));
      for (std::size_t k = 0; k < residue_.layers(); ++k) {
        residue_.gains(k, forms_[f], gains);
        sums_[f].add_layer(gains);
      }
      if (!sums_[f].classify(forms_, forms_[f], left_)) return false;
      region_bits_[f] = static_cast<std::uint32_t>(std::bit_width(forms_[f].breaks()));
      layout_.add(f, static_cast<std::uint32_t>(std::bit_width(sums_[f].most())), 2 * region_bits_[f]);
    }
    return true;
  }

  [[nodiscard]] Entry entry(std::size_t form, std::size_t layer, std::size_t sum_class) const {
    const Regions regions = sums_[form].regions(layer, sum_class);
    const std::uint64_t both = regions.low | std::uint64_t{regions.high} << region_bits_[form];
    return {std::uint64_t{sum_class} << layout_.places[form].sum, both << layout_.places[form].regions};
  }

  void start() {
    forget_layer();
    Words sums{}, regions{};
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      const Entry first = entry(f, 0, 0);
      sums[layout_.places[f].word] |= first.sum;
      regions[layout_.places[f].word] |= first.regions;
    }
    const std::uint32_t entered = entered_.intern(residue_.start().data(), residue_.start().size());
    diagram_.root = number(target(entered, regions), sums, layout_.words);
  }

  void forget_layer() {
    nodes_.reset(layout_.words);
    residues_.reset();
    steps_.reset(layout_.words);
    entered_.reset();
    residue_forms_.clear();
    kept_.clear();
    targets_.clear();
    recent_.fill({~std::uint64_t{0}, {}});
  }

  Target target(std::uint32_t entered, const Words& regions) {
    const std::uint32_t at = steps_.number(entered, regions.data(), layout_.words);
    if (at == targets_.size()) targets_.push(simplified(entered, regions));
    return targets_[at];
  }

  Target recent_target(std::uint32_t entered, const Words& regions) {
    const std::uint64_t step = regions[0] | entered;
    Recent& recent = recent_[static_cast<std::size_t>(step * 0x9E37'79B9'7F4A'7C15 >> 40) & (recent_.size() - 1)];
    if (recent.step != step) recent = {step, target(entered, regions)};
    return recent.target;
  }

  /// Not inlined, like `branch`: a browser optimises a function that is called often while it still runs the first
  /// time.
  [[gnu::noinline]] Target simplified(std::uint32_t entered, const Words& regions) {
    state_.clear();
    state_.append(entered_.row(entered), entered_.length(entered));
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      const std::uint64_t both = regions[layout_.places[f].word] >> layout_.places[f].regions;
      const std::uint64_t mask = (std::uint64_t{1} << region_bits_[f]) - 1;
      regions_[f] = {static_cast<std::uint16_t>(both & mask),
                     static_cast<std::uint16_t>(both >> region_bits_[f] & mask)};
    }
    const Residue::Simplified result = residue_.simplify(state_, regions_.data());
    if (result.outcome >= 0) return {result.outcome, 0};
    const std::uint32_t residue = residues_.intern(state_.data(), state_.size());
    if (residue == residue_forms_.size()) {
      spend(state_.size());
      keep(result.forms);
    }
    return {-1, residue};
  }

  /// Of a node with this residue, only the sums of these forms are part.
  void keep(std::uint64_t forms) {
    residue_forms_.push(forms);
    const std::size_t kept = kept_.size();
    kept_.resize(kept + layout_.words);
    for (; forms != 0; forms &= forms - 1) {
      const Place& place = layout_.places[static_cast<std::size_t>(std::countr_zero(forms))];
      kept_[kept + place.word] |= place.sum_mask << place.sum;
    }
  }

  /// The node of a target with these sums, of which it keeps what it needs.
  std::uint32_t number(const Target& target, Words& sums, std::size_t words) {
    if (target.outcome >= 0) return static_cast<std::uint32_t>(target.outcome);
    const std::uint64_t* const kept = &kept_[target.residue * words];
    for (std::size_t w = 0; w < words; ++w) sums[w] &= kept[w];
    return diagram_.nodes + nodes_.number(target.residue, sums.data(), words);
  }

  /// Makes the layer that was last made the one whose nodes are expanded. False where the budget ends.
  bool open_layer(std::size_t k) {
    const Residue::Layer& open = residue_.layer(k);
    const std::uint32_t nodes = nodes_.size(layout_.words);
    const Diagram::Layer layer{open.question,  open.choices,           open.given,
                               diagram_.nodes, diagram_.nodes + nodes, diagram_.children.size()};
    const std::size_t edges = std::size_t{nodes} * layer.choices;
    if (edges >= left_) return false;
    left_ -= edges;
    nodes_.swap(parents_, layout_.words);
    residues_.swap(parent_residues_);
    residue_forms_.swap(parent_forms_);
    forget_layer();
    find_shapes();
    find_moves(k);
    if (left_ == 0) return false;
    diagram_.nodes = layer.last;
    diagram_.layers.push(layer);
    diagram_.children.extend(edges);
    parents_count_ = nodes;
    next_ = 0;
    return true;
  }

  template <bool one_word>
  [[gnu::noinline]] void branch(std::uint32_t node, std::size_t choices, std::uint32_t* children) {
    const std::size_t words = one_word ? 1 : layout_.words;
    Words sums, regions;
    const std::uint32_t residue = parents_.row(node, sums.data(), words, layout_.number_bits);
    const Shape* const shapes = &shapes_[residue * words];
    std::array<std::uint32_t, most_forms> classes;
    const Place* place = places_.data() + first_places_[residue];
    for (std::size_t f = 0; f < shapes[words - 1].last; ++f, ++place)
      classes[f] = static_cast<std::uint32_t>(sums[one_word ? 0 : place->word] >> place->sum & place->sum_mask);
    const Entry* const entries = entries_.data();
    const Move* move = &moves_[residue * choices];
    for (std::size_t c = 0; c < choices; ++c, ++move) {
      if (move->same_as != c) {
        children[c] = children[move->same_as];
        continue;
      }
      const std::uint32_t* tables = move_tables_.data() + move->tables;
      for (std::size_t w = 0; w < words; ++w) {
        std::uint64_t sum = 0, reached = 0;
        for (std::size_t f = shapes[w].first; f < shapes[w].last; ++f) {
          const Entry& entry = entries[*tables++ + classes[f]];
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
      for (std::uint32_t w = 0; w < layout_.words; ++w, shape.first = shape.last) {
        for (; rest != 0; rest &= rest - 1, ++shape.last) {
          const Place& place = layout_.places[static_cast<std::size_t>(std::countr_zero(rest))];
          if (place.word != w) break;
          places_.push(place);
        }
        shapes_.push(shape);
      }
    }
  }

  /// What is kept must not fill the memory, of which a page's module has 64 MB; and large residues take time.
  void spend(std::size_t steps) { left_ -= std::min(left_, steps); }

  void find_moves(std::size_t k) {
    moves_.clear();
    move_tables_.clear();
    entries_.clear();
    table_keys_.reset();
    tables_.clear();
    Array<std::int32_t> points;
    for (std::uint32_t r = 0; r < parent_residues_.size() && left_ > 0; ++r) {
      for (std::size_t c = 0; c < residue_.layer(k).choices; ++c) {
        state_.clear();
        state_.append(parent_residues_.row(r), parent_residues_.length(r));
        points.reset(decision_.alternatives.size());
        residue_.enter(k, residue_.layer(k).choice(c), state_, points.data());
        add_move(k, c, parent_forms_[r], points.data());
        spend(state_.size() / 2);
      }
    }
  }

  void add_move(std::size_t layer, std::size_t choice, std::uint64_t forms, const std::int32_t* points) {
    const std::size_t known = entered_.size();
    Move move{entered_.intern(state_.data(), state_.size()), static_cast<std::uint32_t>(choice), move_tables_.size()};
    if (entered_.size() > known) spend(state_.size());
    for (std::uint64_t rest = forms; rest != 0; rest &= rest - 1) {
      const auto f = static_cast<std::size_t>(std::countr_zero(rest));
      move_tables_.push(table(layer, f, forms_[f].of(points)));
    }
    for (std::size_t other = 0; other < choice && move.same_as == choice; ++other) {
      if (same(moves_[moves_.size() - choice + other], move)) move.same_as = static_cast<std::uint32_t>(other);
    }
    moves_.push(move);
  }

  /// `move` is the last one.
  [[nodiscard]] bool same(const Move& known, const Move& move) const {
    if (known.entered != move.entered) return false;
    for (std::size_t k = move.tables; k < move_tables_.size(); ++k) {
      if (move_tables_[k] != move_tables_[known.tables + k - move.tables]) return false;
    }
    return true;
  }

  /// Where in entries_ the classes of a form go when this is gained.
  std::uint32_t table(std::size_t layer, std::size_t form, std::int32_t gain) {
    const std::uint64_t key = std::uint64_t{form} << 32 | static_cast<std::uint32_t>(gain);
    const std::uint32_t at = table_keys_.intern(&key, 1);
    if (at < tables_.size()) return tables_[at];
    tables_.push(static_cast<std::uint32_t>(entries_.size()));
    for (std::size_t k = 0; k < sums_[form].count(layer); ++k)
      entries_.push(entry(form, layer + 1, sums_[form].of(layer + 1, sums_[form].example(layer, k) + gain)));
    return tables_[at];
  }

  const Decision& decision_;
  LinearForms forms_;
  Residue residue_;
  std::size_t left_;
  Diagram& diagram_;
  std::array<SumClasses, most_forms> sums_{};
  Layout layout_{};
  std::array<std::uint32_t, most_forms> region_bits_{};
  std::array<Regions, most_forms> regions_{};
  std::size_t layer_ = 0;                       ///< to be opened next
  std::uint32_t parents_count_ = 0, next_ = 0;  ///< of the open layer: its nodes, and the next to be expanded

  // The layer whose nodes are expanded, and the one that this makes. A node's row: residue, sums; a step's: entered
  // residue, regions.
  RowTable parents_, nodes_, steps_;
  Interner parent_residues_, residues_, entered_, table_keys_;
  Array<std::uint64_t> parent_forms_, residue_forms_;  ///< by residue: the forms that matter
  Array<std::uint64_t> kept_;                          ///< by residue: the bits of their sums
  Array<Place> places_;                                ///< by parent's residue: where its forms stand
  Array<std::uint32_t> first_places_;
  Array<Shape> shapes_;    ///< by parent's residue and word
  Array<Target> targets_;  ///< by number in steps_
  std::array<Recent, 1024> recent_{};
  Array<Move> moves_;  ///< by residue and choice
  Array<std::uint32_t> move_tables_, tables_;
  Array<Entry> entries_;
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

}  // namespace decision_card
