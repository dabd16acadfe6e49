// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/prose.hpp"
#include "rubric/clause.hpp"

namespace decision_card::rubric {

/// What is denied from one word of a clause on, word by word.
class Denial {
 public:
  explicit Denial(bool broad = false, bool narrow = false, bool continues = false)
      : broad_(broad), narrow_(narrow), continues_(continues) {}

  /// Whether a word here is denied: two that hang on each other cancel out.
  [[nodiscard]] bool holds() const { return broad_ != narrow_; }
  [[nodiscard]] bool broad() const { return broad_; }
  [[nodiscard]] bool narrow() const { return narrow_; }
  /// What `no` and `without` deny ends before a verb or a preposition.
  void end_narrow() { narrow_ = false; }
  /// Takes the word at this position of a clause.
  void take(std::span<const language::Word> clause, std::size_t at);

 private:
  bool broad_, narrow_;
  bool continues_;         ///< the clause goes on with what was denied: another negation says the same
  bool joined_ = false;    ///< an "and" came since the last negation: another one stands beside it
  bool too_much_ = false;  ///< a "too" waits for its "to"
};

/// What is denied at the end of a clause.
struct Carried {
  bool broad = false, narrow = false;
};

/// Says for each word of a clause whether it is negated. `carried`: what the clause before denies, for lists such as
/// "not for rain, snow or ice", and for what goes on behind an aside.
Carried negate(std::span<const language::Word> words, const Clause& clause, Carried carried,
               std::vector<std::uint8_t>& negated);

}  // namespace decision_card::rubric
