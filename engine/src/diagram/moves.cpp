// SPDX-License-Identifier: MIT
#include "diagram/moves.hpp"

#include <algorithm>
#include <bit>

namespace decision_card::diagram {

using base::Array;
using base::Interner;

void Moves::find(std::size_t layer, const Interner& residues, const Array<std::uint64_t>& forms, Interner& entered,
                 std::size_t& steps_left) {
  moves_.clear();
  starts_.clear();
  entries_.clear();
  known_.reset();
  by_known_.clear();
  Array<std::int32_t> points;
  for (std::uint32_t r = 0; r < residues.size() && steps_left > 0; ++r) {
    for (std::size_t c = 0; c < residue_.layer(layer).choices; ++c) {
      state_.clear();
      state_.append(residues.row(r), residues.length(r));
      points.reset(decision_.alternatives.size());
      residue_.enter(layer, residue_.layer(layer).choice(c), state_, points.data());
      add(layer, c, forms[r], points.data(), entered, steps_left);
      steps_left -= std::min(steps_left, state_.size() / 2);
    }
  }
}

void Moves::add(std::size_t layer, std::size_t choice, std::uint64_t forms, const std::int32_t* points,
                Interner& entered, std::size_t& steps_left) {
  const std::size_t known = entered.size();
  Move move{entered.intern(state_.data(), state_.size()), static_cast<std::uint32_t>(choice), starts_.size()};
  if (entered.size() > known) steps_left -= std::min(steps_left, state_.size());
  for (std::uint64_t rest = forms; rest != 0; rest &= rest - 1) {
    const auto form = static_cast<std::size_t>(std::countr_zero(rest));
    starts_.push(table(layer, form, sums_.forms()[form].of(points)));
  }
  for (std::size_t other = 0; other < choice && move.same_as == choice; ++other) {
    if (same(moves_[moves_.size() - choice + other], move)) move.same_as = static_cast<std::uint32_t>(other);
  }
  moves_.push(move);
}

bool Moves::same(const Move& known, const Move& last) const {
  if (known.entered != last.entered) return false;
  for (std::size_t k = last.tables; k < starts_.size(); ++k) {
    if (starts_[k] != starts_[known.tables + k - last.tables]) return false;
  }
  return true;
}

/// Returns where in entries_ the classes of a form go when this is gained.
std::uint32_t Moves::table(std::size_t layer, std::size_t form, std::int32_t gain) {
  const std::uint64_t key = std::uint64_t{form} << 32 | static_cast<std::uint32_t>(gain);
  const std::uint32_t at = known_.intern(&key, 1);
  if (at < by_known_.size()) return by_known_[at];
  by_known_.push(static_cast<std::uint32_t>(entries_.size()));
  const SumClasses& classes = sums_.classes(form);
  for (std::size_t k = 0; k < classes.count(layer); ++k)
    entries_.push(sums_.packed(form, layer + 1, classes.of(layer + 1, classes.example(layer, k) + gain)));
  return by_known_[at];
}

}  // namespace decision_card::diagram
