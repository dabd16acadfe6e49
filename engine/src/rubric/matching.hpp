// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "decision_card/budgets.hpp"
#include "decision_card/span.hpp"
#include "rubric/grader.hpp"
#include "rubric/reading.hpp"

namespace decision_card::rubric {

/// One place where a pattern (or an example) was found.
struct Match {
  std::uint16_t pattern = 0, level = 0;
  Slice spans{};           ///< of `Found::spans`
  Slice telling{};         ///< of `Found::telling`
  std::uint32_t next = 0;  ///< the owner's next match, 0 for none
};

/// What was found for each owner, at most a few places each: saying it again earns nothing.
struct Found {
  struct List {
    std::uint32_t first = 0, last = 0, size = 0;
  };
  std::vector<List> owners;
  std::vector<Match> matches{{}};  ///< from 1 on
  std::vector<Span> spans;
  bool complete = true;  ///< false: the budget ended first, and the rest means nothing
  std::size_t looks_left = budgets::grading;
  struct Turned {
    std::uint32_t sentence = 0;
    Owner owner = topic;
  };
  std::vector<Turned> turned;  ///< sentences that say the opposite of an owner's example, in the order of the text
  std::vector<Span> telling;   ///< the words that weighed most where cues found something

  [[nodiscard]] bool any(Owner owner) const { return owners[owner].size > 0; }
  [[nodiscard]] const Match& first(Owner owner) const { return matches[owners[owner].first]; }
  [[nodiscard]] bool by_cues_alone(Owner owner) const { return any(owner) && first(owner).pattern == no_pattern; }
  void add(Owner owner, const Match& match);
  /// Takes so many looks off the budget. False once it is not enough.
  bool spend(std::size_t looks);
  void drop(Owner owner) { owners[owner] = {}; }
};

/// So many findings are no accident of words, even in a text that shows nothing of the topic.
inline constexpr std::uint32_t no_accident_of_words = 3;

/// Looks for all patterns and examples in a text.
Found find_matches(const Grader& grader, const Rubric& rubric, const language::Prose& prose, const Reading& reading);

}  // namespace decision_card::rubric
