// SPDX-License-Identifier: MIT
#pragma once

#include "base/interner.hpp"
#include "diagram/packed_sums.hpp"

namespace decision_card::diagram {

using base::Array;
using base::Interner;

/// What a choice of a layer does to one residue.
struct Move {
  std::uint32_t entered;  ///< the residue behind it, not yet simplified
  std::uint32_t same_as;  ///< the first choice that does the same
  std::size_t tables;     ///< its first table, of those that follow one another: one a form that matters
};

/// What all choices of a layer do to its residues and sums, found once for all its nodes. A table says of one form and
/// one gain where each class of the form's sum goes.
class Moves {
 public:
  Moves(const Decision& decision, Residue& residue, const PackedSums& sums)
      : decision_(decision), residue_(residue), sums_(sums) {}

  /// `forms`: by residue, those that matter. Residues behind the choices are added to `entered`.
  void find(std::size_t layer, const Interner& residues, const Array<std::uint64_t>& forms, Interner& entered,
            std::size_t& steps_left);

  /// The moves of a residue, one a choice.
  [[nodiscard]] const Move* of(std::uint32_t residue, std::size_t choices) const { return &moves_[residue * choices]; }
  /// Where in entries() each table starts.
  [[nodiscard]] const std::uint32_t* tables() const { return starts_.data(); }
  [[nodiscard]] const PackedSum* entries() const { return entries_.data(); }

 private:
  void add(std::size_t layer, std::size_t choice, std::uint64_t forms, const std::int32_t* points, Interner& entered,
           std::size_t& steps_left);
  [[nodiscard]] bool same(const Move& known, const Move& last) const;
  std::uint32_t table(std::size_t layer, std::size_t form, std::int32_t gain);

  const Decision& decision_;
  Residue& residue_;
  const PackedSums& sums_;
  Array<Move> moves_;              ///< by residue and choice
  Array<std::uint32_t> starts_;    ///< by Move::tables
  Interner known_;                 ///< forms and gains that have a table
  Array<std::uint32_t> by_known_;  ///< where in entries_ that starts
  Array<PackedSum> entries_;
  Residue::State state_;
};

}  // namespace decision_card::diagram
