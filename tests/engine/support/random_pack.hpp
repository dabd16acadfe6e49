// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "decision_card/pack.hpp"

namespace decision_card::tests {

/// A small generator with the same numbers on every platform (the distributions of <random> differ).
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t count);
  bool chance(std::uint32_t percent) { return below(100) < percent; }

 private:
  std::uint32_t state_;
};

/// A pack of 3 to 6 questions with 2 to 4 choices: follow-up questions, priors, rules over 1 to 3 questions, gates over
/// answers and scores, recommendations over all of them.
std::string random_text(Dice& dice);
/// The same with texts that know the reader: variants, `despite`, and lists whose entries have conditions.
std::string random_telling_text(Dice& dice);
/// The same with questions of all kinds among the first: several choices, numbers, scales.
std::string random_kinds_text(Dice& dice);
Pack random_pack(Dice& dice);
Pack random_kinds_pack(Dice& dice);

/// The sanitizers take one of so many: what they look for shows in any of a kind. Without them, natively and as
/// WebAssembly, everything is compared.
#ifdef DECISION_CARD_SANITIZED
inline constexpr int one_of = 4;
#else
inline constexpr int one_of = 1;
#endif

/// How many rounds a test of random packs goes; DECISION_CARD_ROUNDS says otherwise.
int rounds(int usual);

/// Each question answered with about this chance.
Answers random_answers(const Pack& pack, Dice& dice, std::uint32_t percent);

/// Every way to answer all unanswered questions, also those that are then not asked.
std::vector<Answers> completions(const Pack& pack, const Answers& answers);

}  // namespace decision_card::tests
