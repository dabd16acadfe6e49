// SPDX-License-Identifier: MIT
#include "diagram.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "interner.hpp"

// Built for speed also in WebAssembly (docs/decisions/0007): `expand` is where outlook and flips spend their time.
namespace decision_card {

namespace {

using Words = std::vector<std::uint64_t>;

/// Where a form's number stands in a row of words.
struct Place {
  std::uint32_t word = 0, shift = 0;
  std::uint64_t mask = 0;

  [[nodiscard]] std::size_t in(const std::uint64_t* words) const {
    return static_cast<std::size_t>(words[word] >> shift & mask);
  }
};

/// Gives each form as many bits as its largest number needs; a number never crosses a word.
class Places {
 public:
  Place add(std::uint64_t largest) {
    const auto bits = static_cast<std::uint32_t>(std::bit_width(largest | 1));
    if (used_ + bits > 64) {
      ++words_;
      used_ = 0;
    }
    const Place place{words_ - 1, used_, (std::uint64_t{1} << bits) - 1};
    used_ += bits;
    return place;
  }
  [[nodiscard]] std::uint32_t words() const { return words_; }

 private:
  std::uint32_t words_ = 1, used_ = 0;
};

class DiagramBuilder {
 public:
  DiagramBuilder(const Program& program, const Decision& decision, const Answers& answers, const Outcomes& outcomes,
                 std::size_t most_steps)
      : decision_(decision),
        forms_(linear_forms(decision.score_tests)),
        residue_(program, decision, forms_, answers, outcomes),
        left_(most_steps) {
    diagram_.outcomes = diagram_.nodes = static_cast<std::uint32_t>(outcomes.size() + 1);
  }

  Diagram run() {
    diagram_.complete = classify_sums();
    if (diagram_.complete) start();
    for (std::size_t k = 0; k < residue_.layers() && diagram_.complete; ++k) diagram_.complete = expand(k);
    return std::move(diagram_);
  }

 private:
  /// Where a class of a form goes: the class behind it and the regions that can be reached from there, in their places.
  struct Entry {
    std::uint64_t sum = 0, regions = 0;
  };
  /// What a choice does to one residue.
  struct Move {
    std::uint32_t entered = 0;  ///< the residue behind it, not yet simplified
    std::uint32_t same_as = 0;  ///< the first choice that does the same
    std::size_t tables = 0;     ///< one a form that matters
  };
  /// An entered residue with regions, simplified.
  struct Target {
    int outcome = -1;
    std::uint32_t residue = 0;
  };

  struct Recent {
    std::uint64_t step[2] = {~std::uint64_t{0}, 0};
    Target target{};
  };

  bool classify_sums() {
    for (const LinearForm& form : forms_.forms) {
      std::vector<std::vector<std::int32_t>> gains;
      for (std::size_t k = 0; k < residue_.layers(); ++k) gains.push_back(residue_.gains(k, form));
      sums_.emplace_back(form, form.of(residue_.start_points().data()), gains, left_);
      if (!sums_.back().ok()) return false;
      sum_places_.push_back(sum_layout_.add(sums_.back().most_classes()));
      regions_.emplace_back();
      region_bits_.push_back(static_cast<std::uint32_t>(std::bit_width(form.breaks.size())));
      region_places_.push_back(region_layout_.add((std::uint64_t{1} << 2 * region_bits_.back()) - 1));
    }
    return true;
  }

  void start() {
    Words key(1 + sum_layout_.words()), step(1 + region_layout_.words());
    for (std::size_t f = 0; f < sums_.size(); ++f) {
      const std::uint16_t at = sums_[f].of(0, forms_.forms[f].of(residue_.start_points().data()));
      key[1 + sum_places_[f].word] |= std::uint64_t{at} << sum_places_[f].shift;
      step[1 + region_places_[f].word] |= in_place(f, sums_[f].regions(0)[at]);
    }
    forget_layer();
    step[0] = entered_.intern(residue_.start().data(), residue_.start().size());
    diagram_.root = number(target(0, step.data()), key.data());
  }

  void forget_layer() {
    nodes_.reset();
    residues_.reset();
    steps_.reset();
    entered_.reset();
    residue_forms_.clear();
    kept_.clear();
    targets_.clear();
    recent_.fill({});
  }

  Target target(std::size_t layer, const std::uint64_t* step) {
    // Most steps are the same as one not long ago.
    Recent& recent = recent_[static_cast<std::size_t>((step[0] * 31 + step[1]) * 0x9E37'79B1 >> 16) & (recent_.size() - 1)];
    if (recent.step[0] == step[0] && recent.step[1] == step[1] && region_layout_.words() == 1) return recent.target;
    const std::uint32_t at = steps_.intern(step, 1 + region_layout_.words());
    if (at == targets_.size()) targets_.push_back(simplified(layer, step));
    recent = {{step[0], step[1]}, targets_[at]};
    return targets_[at];
  }

  [[nodiscard]] std::uint64_t in_place(std::size_t form, Regions regions) const {
    const std::uint64_t both = regions.low | std::uint64_t{regions.high} << region_bits_[form];
    return both << region_places_[form].shift;
  }

  Target simplified(std::size_t layer, const std::uint64_t* step) {
    const auto entered = static_cast<std::uint32_t>(step[0]);
    state_.assign(entered_.row(entered), entered_.row(entered) + entered_.length(entered));
    for (std::size_t f = 0; f < sums_.size(); ++f) {
      const auto both = static_cast<std::uint32_t>(region_places_[f].in(step + 1));
      regions_[f] = {static_cast<std::uint16_t>(both & ((1u << region_bits_[f]) - 1)), static_cast<std::uint16_t>(both >> region_bits_[f])};
    }
    const Residue::Simplified result = residue_.simplify(layer, state_, regions_);
    if (result.outcome >= 0) return {result.outcome, 0};
    const std::uint32_t residue = residues_.intern(state_.data(), state_.size());
    if (residue == residue_forms_.size()) keep(result.forms);
    return {-1, residue};
  }

  /// Of a node with this residue, only the sums of these forms are part.
  void keep(std::uint64_t forms) {
    residue_forms_.push_back(forms);
    kept_.resize(kept_.size() + sum_layout_.words());
    std::uint64_t* const kept = &kept_[kept_.size() - sum_layout_.words()];
    for (std::size_t f = 0; f < sums_.size(); ++f) {
      if ((forms >> f & 1) != 0) kept[sum_places_[f].word] |= sum_places_[f].mask << sum_places_[f].shift;
    }
  }

  std::uint32_t number(const Target& target, std::uint64_t* key) {
    if (target.outcome >= 0) return static_cast<std::uint32_t>(target.outcome);
    const std::size_t words = sum_layout_.words();
    key[0] = target.residue;
    for (std::size_t w = 0; w < words; ++w) key[1 + w] &= kept_[target.residue * words + w];
    return diagram_.nodes + nodes_.intern(key, 1 + words);
  }

  bool expand(std::size_t k) {
    Diagram::Layer layer{residue_.question(k), residue_.choices(k), diagram_.nodes, diagram_.nodes + nodes_.size(),
                         diagram_.children.size()};
    const std::size_t edges = nodes_.size() * layer.choices.size();
    if (edges > left_) return false;
    left_ -= edges;
    std::swap(nodes_, parents_);
    std::swap(residue_forms_, parent_forms_);
    std::swap(residues_, parent_residues_);
    forget_layer();
    find_moves(k, layer.choices);
    diagram_.nodes = layer.last;
    diagram_.children.resize(layer.children + edges);
    for (std::uint32_t n = 0; n < parents_.size(); ++n)
      branch(k, parents_.row(n), layer.choices.size(), &diagram_.children[layer.children + n * layer.choices.size()]);
    diagram_.layers.push_back(std::move(layer));
    return true;
  }

  void branch(std::size_t layer, const std::uint64_t* from, std::size_t choices, std::uint32_t* children) {
    const auto residue = static_cast<std::size_t>(from[0]);
    const std::uint64_t forms = parent_forms_[residue];
    const Move* const moves = &moves_[residue * choices];
    for (std::size_t c = 0; c < choices; ++c) {
      const Move& move = moves[c];
      if (move.same_as != c) {
        children[c] = children[move.same_as];
        continue;
      }
      std::fill(key_.begin(), key_.end(), 0);
      std::fill(step_.begin(), step_.end(), 0);
      step_[0] = move.entered;
      const std::uint32_t* table = &move_tables_[move.tables];
      for (std::uint64_t rest = forms; rest != 0; rest &= rest - 1, ++table) {
        const auto f = static_cast<std::size_t>(std::countr_zero(rest));
        const Entry& entry = entries_[*table + sum_places_[f].in(from + 1)];
        key_[1 + sum_places_[f].word] |= entry.sum;
        step_[1 + region_places_[f].word] |= entry.regions;
      }
      children[c] = number(target(layer + 1, step_.data()), key_.data());
    }
  }

  void find_moves(std::size_t k, const std::vector<std::uint8_t>& choices) {
    moves_.clear();
    move_tables_.clear();
    entries_.clear();
    tables_.assign(sums_.size(), {});
    key_.resize(1 + sum_layout_.words());
    step_.resize(1 + region_layout_.words());
    std::vector<std::int32_t> points(decision_.alternatives.size());
    for (std::uint32_t r = 0; r < parent_residues_.size(); ++r) {
      for (std::size_t c = 0; c < choices.size(); ++c) {
        state_.assign(parent_residues_.row(r), parent_residues_.row(r) + parent_residues_.length(r));
        std::fill(points.begin(), points.end(), 0);
        residue_.enter(k, choices[c], state_, points.data());
        add_move(k, c, parent_forms_[r], points);
      }
    }
  }

  void add_move(std::size_t layer, std::size_t choice, std::uint64_t forms,
                const std::vector<std::int32_t>& points) {
    Move move{entered_.intern(state_.data(), state_.size()), static_cast<std::uint32_t>(choice), move_tables_.size()};
    for (std::uint64_t rest = forms; rest != 0; rest &= rest - 1) {
      const auto f = static_cast<std::size_t>(std::countr_zero(rest));
      move_tables_.push_back(table(layer, f, forms_.forms[f].of(points.data())));
    }
    for (std::size_t back = choice; back > 0; --back) {
      const Move& other = moves_[moves_.size() - back];
      const auto begin = move_tables_.begin();
      if (other.entered == move.entered && std::equal(begin + static_cast<std::ptrdiff_t>(move.tables), move_tables_.end(),
                                                      begin + static_cast<std::ptrdiff_t>(other.tables))) {
        move.same_as = other.same_as;
        break;
      }
    }
    moves_.push_back(move);
  }

  std::uint32_t table(std::size_t layer, std::size_t form, std::int32_t gain) {
    for (const auto& [known, at] : tables_[form]) {
      if (known == gain) return at;
    }
    const auto at = static_cast<std::uint32_t>(entries_.size());
    tables_[form].push_back({gain, at});
    for (const std::uint16_t next : sums_[form].after(layer, gain)) {
      entries_.push_back({std::uint64_t{next} << sum_places_[form].shift,
                          in_place(form, sums_[form].regions(layer + 1)[next])});
    }
    return at;
  }

  const Decision& decision_;
  LinearForms forms_;
  Residue residue_;
  std::vector<SumClasses> sums_{};
  Places sum_layout_, region_layout_;
  std::vector<Place> sum_places_{}, region_places_{};
  std::vector<std::uint32_t> region_bits_{};
  std::size_t left_;
  Diagram diagram_{};

  // The layer whose nodes are expanded, and the one that this makes. A node's key: residue, sums; a step's: entered
  // residue, regions.
  Interner parents_{}, parent_residues_{}, nodes_{}, residues_{}, entered_{}, steps_{};
  std::vector<std::uint64_t> parent_forms_{}, residue_forms_{};  ///< by residue: the forms that matter
  Words kept_{};                                                 ///< by residue: the bits of their sums
  std::vector<Target> targets_{};                                ///< by number in steps_
  std::array<Recent, 1024> recent_{};
  std::vector<Move> moves_{};                                    ///< by residue and choice
  std::vector<std::uint32_t> move_tables_{};
  std::vector<Entry> entries_{};
  std::vector<std::vector<std::pair<std::int32_t, std::uint32_t>>> tables_{};  ///< by form: gain, its table in entries_
  Words key_{}, step_{}, state_{};
  std::vector<Regions> regions_{};
};

}  // namespace

Diagram build_diagram(const Program& program, const Decision& decision, const Answers& answers,
                      const Outcomes& outcomes, std::size_t most_steps) {
  return DiagramBuilder(program, decision, answers, outcomes, most_steps).run();
}

}  // namespace decision_card
