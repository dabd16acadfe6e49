// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "rubric/matching.hpp"
#include "rubric/traits.hpp"

namespace decision_card::rubric {

/// How much speaks for a criterion or misconception in a text, and the window (a sentence, or two neighbours) where
/// most does.
struct CueScore {
  std::int32_t score = 0;             ///< of the best window and of the whole text together
  std::int32_t best = 0;              ///< of the window alone
  std::uint32_t first = 0, last = 0;  ///< sentences of the prose, `last` exclusive

  /// False where no sentence may show it: none has words, or a pattern says that all are turned.
  [[nodiscard]] bool shown() const { return last > first; }
};

/// Scores every code of the rubric's cues in one pass over the text. Where no pattern found a code, sentences that turn
/// around what one says don't show it.
std::vector<CueScore> score_cues(const Grader& grader, const language::Prose& prose, const Reading& reading,
                                 const TraitReader& reader, Found& found);

/// Something in a window that speaks for (or against) a code.
struct CueReason {
  Trait trait{};
  std::uint32_t cue = 0;    ///< position among `Cues::traits`
  std::int32_t weight = 0;  ///< rarity times weight
};
/// Returns what a window has, each trait once, where it speaks for or against this code at all.
std::vector<CueReason> reasons_of(const Grader& grader, const TraitReader& reader, const CueScore& window,
                                  std::size_t code);

/// The owner of a code's patterns.
Owner owner_of(const Grader& grader, const Cues::Code& code);

/// Adds what cues alone make probable, and takes away what patterns found and cues clearly deny.
void hear_cues(const Grader& grader, const language::Prose& prose, const Reading& reading, Found& found);

}  // namespace decision_card::rubric
