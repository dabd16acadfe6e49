// SPDX-License-Identifier: MIT
#include "diagram.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <memory>

#include "interner.hpp"

// Built for speed also in WebAssembly (docs/decisions/0007): `branch` is where outlook and flips spend their time.
namespace decision_card {

namespace {

constexpr std::size_t most_forms = 64;

/// Where a form's number stands in a row of words.
struct Place {
  std::uint32_t word, shift;
  std::uint64_t mask;

  [[nodiscard]] std::size_t in(const std::uint64_t* words) const {
    return static_cast<std::size_t>(words[word] >> shift & mask);
  }
};

/// Gives each form as many bits as its largest number needs; a number never crosses a word.
struct Layout {
  std::array<Place, most_forms> places{};
  std::uint32_t words = 1, used = 0;

  void add(std::size_t form, std::uint32_t bits) {
    if (used + bits > 64) {
      ++words;
      used = 0;
    }
    places[form] = {words - 1, used, (std::uint64_t{1} << bits) - 1};
    used += bits;
  }
};

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
  }

  void run() {
    diagram_.complete = classify_sums();
    if (diagram_.complete) start();
    for (std::size_t k = 0; k < residue_.layers() && diagram_.complete; ++k) diagram_.complete = expand(k);
  }

 private:
  /// Where a class of a form goes: the class behind it and the regions that can be reached from there, in their places.
  struct Entry {
    std::uint64_t sum, regions;
  };
  /// What a choice does to one residue.
  struct Move {
    std::uint32_t entered;  ///< the residue behind it, not yet simplified
    std::uint32_t same_as;  ///< the first choice that does the same
    std::size_t tables;     ///< in move_tables_, one a form that matters
  };
  /// An entered residue with regions, simplified.
  struct Target {
    std::int32_t outcome;
    std::uint32_t residue;
  };
  struct Recent {
    std::uint64_t entered, regions;
    Target target;
  };

  bool classify_sums() {
    Array<std::int32_t> gains;
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      sums_[f].start(forms_[f].of(residue_.start_points()));
      for (std::size_t k = 0; k < residue_.layers(); ++k) {
        residue_.gains(k, forms_[f], gains);
        sums_[f].add_layer(gains);
      }
      if (!sums_[f].classify(forms_, forms_[f], left_)) return false;
      sum_layout_.add(f, static_cast<std::uint32_t>(std::bit_width(sums_[f].most())));
      region_bits_[f] = static_cast<std::uint32_t>(std::bit_width(forms_[f].breaks()));
      region_layout_.add(f, 2 * region_bits_[f]);
    }
    key_.resize(1 + sum_layout_.words);
    step_.resize(1 + region_layout_.words);
    return true;
  }

  [[nodiscard]] Entry entry(std::size_t form, std::size_t layer, std::size_t sum_class) const {
    const Regions regions = sums_[form].regions(layer, sum_class);
    const std::uint64_t both = regions.low | std::uint64_t{regions.high} << region_bits_[form];
    return {std::uint64_t{sum_class} << sum_layout_.places[form].shift, both << region_layout_.places[form].shift};
  }

  void start() {
    forget_layer();
    for (std::size_t f = 0; f < forms_.size(); ++f) add(f, entry(f, 0, 0));
    step_[0] = entered_.intern(residue_.start().data(), residue_.start().size());
    diagram_.root = number(target());
  }

  void add(std::size_t form, const Entry& entry) {
    key_[1 + sum_layout_.places[form].word] |= entry.sum;
    step_[1 + region_layout_.places[form].word] |= entry.regions;
  }

  void forget_layer() {
    nodes_.reset();
    residues_.reset();
    steps_.reset();
    entered_.reset();
    residue_forms_.clear();
    kept_.clear();
    targets_.clear();
    recent_.fill({~std::uint64_t{0}, 0, {}});
  }

  /// Of the residue and regions in step_. Most steps are the same as one not long ago.
  Target target() {
    Recent& recent =
        recent_[static_cast<std::size_t>((step_[0] * 31 + step_[1]) * 0x9E37'79B1 >> 16) & (recent_.size() - 1)];
    if (short_rows() && recent.entered == step_[0] && recent.regions == step_[1]) return recent.target;
    const std::uint32_t at = steps_.intern(step_.data(), step_.size());
    if (at == targets_.size()) targets_.push(simplified());
    recent = {step_[0], step_[1], targets_[at]};
    return targets_[at];
  }

  Target simplified() {
    const auto entered = static_cast<std::uint32_t>(step_[0]);
    state_.clear();
    state_.append(entered_.row(entered), entered_.length(entered));
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      const std::size_t both = region_layout_.places[f].in(step_.data() + 1);
      regions_[f] = {static_cast<std::uint16_t>(both & ((std::size_t{1} << region_bits_[f]) - 1)),
                     static_cast<std::uint16_t>(both >> region_bits_[f])};
    }
    const Residue::Simplified result = residue_.simplify(state_, regions_.data());
    if (result.outcome >= 0) return {result.outcome, 0};
    const std::uint32_t residue = residues_.intern(state_.data(), state_.size());
    if (residue == residue_forms_.size()) keep(result.forms);
    return {-1, residue};
  }

  /// Of a node with this residue, only the sums of these forms are part.
  void keep(std::uint64_t forms) {
    residue_forms_.push(forms);
    const std::size_t kept = kept_.size();
    kept_.resize(kept + sum_layout_.words);
    for (; forms != 0; forms &= forms - 1) {
      const Place& place = sum_layout_.places[static_cast<std::size_t>(std::countr_zero(forms))];
      kept_[kept + place.word] |= place.mask << place.shift;
    }
  }

  /// The node of a target with the sums in key_.
  std::uint32_t number(const Target& target) {
    if (target.outcome >= 0) return static_cast<std::uint32_t>(target.outcome);
    key_[0] = target.residue;
    for (std::size_t w = 0; w < sum_layout_.words; ++w) key_[1 + w] &= kept_[target.residue * sum_layout_.words + w];
    return diagram_.nodes + nodes_.intern(key_.data(), key_.size());
  }

  bool expand(std::size_t k) {
    const Residue::Layer& open = residue_.layer(k);
    const Diagram::Layer layer{
        open.question,           open.choices, open.given, diagram_.nodes, diagram_.nodes + nodes_.size(),
        diagram_.children.size()};
    const std::size_t edges = std::size_t{nodes_.size()} * layer.choices;
    if (edges >= left_) return false;
    left_ -= edges;
    nodes_.swap(parents_);
    residues_.swap(parent_residues_);
    residue_forms_.swap(parent_forms_);
    forget_layer();
    find_moves(k);
    if (left_ == 0) return false;
    diagram_.nodes = layer.last;
    diagram_.children.resize(layer.children + edges);
    diagram_.layers.push(layer);
    for (std::uint32_t n = 0; n < parents_.size(); ++n)
      branch(parents_.row(n), layer.choices, &diagram_.children[layer.children + n * layer.choices]);
    return true;
  }

  void branch(const std::uint64_t* from, std::size_t choices, std::uint32_t* children) {
    const auto residue = static_cast<std::size_t>(from[0]);
    const Move* move = &moves_[residue * choices];
    for (std::size_t c = 0; c < choices; ++c, ++move) {
      if (move->same_as != c) {
        children[c] = children[move->same_as];
        continue;
      }
      step_[0] = move->entered;
      gather(from + 1, parent_forms_[residue], move_tables_.data() + move->tables);
      children[c] = number(target());
    }
  }

  /// The sums and regions behind a move, into key_ and step_.
  void gather(const std::uint64_t* sums, std::uint64_t forms, const std::uint32_t* tables) {
    const Entry* const entries = entries_.data();
    std::uint64_t sum = 0, regions = 0;
    if (short_rows()) {
      for (; forms != 0; forms &= forms - 1) {
        const Place& place = sum_layout_.places[static_cast<std::size_t>(std::countr_zero(forms))];
        const Entry& entry = entries[*tables++ + static_cast<std::size_t>(*sums >> place.shift & place.mask)];
        sum |= entry.sum;
        regions |= entry.regions;
      }
      key_[1] = sum;
      step_[1] = regions;
      return;
    }
    for (std::size_t w = 1; w < key_.size(); ++w) key_[w] = 0;
    for (std::size_t w = 1; w < step_.size(); ++w) step_[w] = 0;
    for (; forms != 0; forms &= forms - 1) {
      const auto f = static_cast<std::size_t>(std::countr_zero(forms));
      add(f, entries[*tables++ + sum_layout_.places[f].in(sums)]);
    }
  }

  [[nodiscard]] bool short_rows() const { return sum_layout_.words + region_layout_.words == 2; }

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
        left_ -= std::min(left_, state_.size() / 2);  // what is kept of large residues must not fill the memory
      }
    }
  }

  void add_move(std::size_t layer, std::size_t choice, std::uint64_t forms, const std::int32_t* points) {
    Move move{entered_.intern(state_.data(), state_.size()), static_cast<std::uint32_t>(choice), move_tables_.size()};
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
  Layout sum_layout_{}, region_layout_{};
  std::array<std::uint32_t, most_forms> region_bits_{};
  std::array<Regions, most_forms> regions_{};

  // The layer whose nodes are expanded, and the one that this makes. A node's row: residue, sums; a step's: entered
  // residue, regions.
  Interner parents_, parent_residues_, nodes_, residues_, entered_, steps_, table_keys_;
  Array<std::uint64_t> parent_forms_, residue_forms_;  ///< by residue: the forms that matter
  Array<std::uint64_t> kept_;                          ///< by residue: the bits of their sums
  Array<Target> targets_;                              ///< by number in steps_
  std::array<Recent, 1024> recent_{};
  Array<Move> moves_;  ///< by residue and choice
  Array<std::uint32_t> move_tables_, tables_;
  Array<Entry> entries_;
  Array<std::uint64_t> key_, step_;
  Residue::State state_;
};

}  // namespace

void build_diagram(const Program& program, const Decision& decision, const Answers& answers, const Outcomes& outcomes,
                   std::size_t most_steps, Diagram& diagram, const Array<Index>* order) {
  const auto builder = std::make_unique<DiagramBuilder>(program, decision, answers, outcomes, most_steps, diagram, order);
  builder->run();
}

}  // namespace decision_card
