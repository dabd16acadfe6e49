// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "decision_card/limits.hpp"
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
struct Outlook {
  bool exact = true;  ///< false: not proved within the steps; then only `scores` and the questions' names say anything
  bool settled = false;
  int next = -1;  ///< the asked question with the highest gain, or -1
  std::vector<Prospect> prospects{};
  std::vector<OpenQuestion> questions{};
  std::vector<ScoreRange> scores{};
};

/// A step is an edge of the decision diagram, some 60 ns in WebAssembly, or a word that is kept for it.
Outlook outlook(const Pack& pack, const Answers& answers, std::size_t most_steps = limits::outlook_steps);

/// What all outlooks of a pack have in common: its decision diagram without any answers, and the outlook that this
/// gives. With it an outlook takes no longer than adding up the diagram's edges, and it can be made in portions, so
/// that nobody has to wait for it.
class Preparation;
std::shared_ptr<Preparation> start_preparation(const Pack& pack, std::size_t most_steps = limits::preparation_steps);
/// Makes about as many edges more, or counts a layer of them; false when nothing is left to do.
bool advance(Preparation& preparation, std::size_t steps);

/// The same outlook of the prepared pack; without any answers, it finishes the preparation. Until it is finished, and
/// for good where it is over its budget or weights would be rounded, a diagram is made of what the answers leave open.
Outlook outlook(Preparation& preparation, const Answers& answers);

}  // namespace decision_card
