// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "decision_card/budgets.hpp"
#include "decision_card/pack.hpp"

namespace decision_card {

/// One recommendation's part of all completions.
struct Prospect {
  bool possible = false;    ///< some completion ends here
  std::uint32_t share = 0;  ///< parts per million; all add up to a million
};

/// A question without an answer that is asked, or may still be.
struct OpenQuestion {
  Index question = 0;
  bool asked = false;      ///< for certain
  bool matters = false;    ///< some answer to it can change the recommendation
  std::uint32_t gain = 0;  ///< expected information about the recommendation, in millionths of a bit
};

/// What the unanswered questions can still do. A completion answers every question that is asked; its weight is the
/// product of the choices' weights (Choice::weight), where a question that is not asked counts as all its choices.
/// `next` and `scores` are for hosts of the headless engine that ask in an order of their own; a card asks in the
/// pack's.
struct Outlook {
  bool exact = true;  ///< false: not proved within the steps; then only `scores` and the questions' names say anything
  bool settled = false;
  std::optional<Index> next{};  ///< the asked question with the highest gain; nothing where none tells anything
  std::vector<Prospect> prospects{};
  std::vector<OpenQuestion> questions{};
  std::vector<ScoreRange> scores{};
};

/// A step is an edge of the decision diagram, some 60 ns in WebAssembly, or a word that is kept for it.
Outlook outlook(const Pack& pack, const Answers& answers, std::size_t most_steps = budgets::outlook_steps);

/// What all outlooks of a pack have in common: its decision diagram without any answers, and the outlook that this
/// gives. With it an outlook takes no longer than adding up the diagram's edges, and it can be made in portions, so
/// that nobody has to wait for it.
class Preparation;
std::shared_ptr<Preparation> start_preparation(const Pack& pack, std::size_t most_steps = budgets::preparation_steps);
/// Makes about `steps` more edges, or counts a layer of them; returns false when nothing is left to do.
bool advance(Preparation& preparation, std::size_t steps);

/// Makes the same outlook from what is prepared; without any answers, it finishes the preparation. Until it is
/// finished, and for good where it is over its budget or weights would be rounded, a diagram is made of what the
/// answers leave open.
Outlook outlook(Preparation& preparation, const Answers& answers);

}  // namespace decision_card
