// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "decision_card/rubric.hpp"

namespace decision_card::rubric {

/// A stretch of a sentence that says one thing about one subject.
struct Clause {
  std::uint32_t first = 0, last = 0;  ///< words
  SubjectSet own = 0;                 ///< named in it
  SubjectSet compared = 0;            ///< named in it, but only compared with
  SubjectSet implied = 0;             ///< shown by its words, where it names none
  SubjectSet subjects = 0;            ///< what it is about: its own, or taken over
  bool rejected = false;              ///< its own subject is advised against: "don't use X"
  bool denied = false;                ///< negated to its end
  bool muted = false;                 ///< told of others, asked, or called wrong: neither credit nor blame
};

/// What a sentence's hits say about whom.
struct ReadSentence {
  std::uint32_t first_hit = 0, last_hit = 0;
  SubjectSet subjects = 0;  ///< named in it
  SubjectSet about = 0;     ///< what its last clause is about
  bool listing = false;     ///< words in a row that say nothing
};

}  // namespace decision_card::rubric
