// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "decision_card/grade.hpp"
#include "grader.hpp"
#include "reading.hpp"

namespace decision_card {

/// One place where a pattern (or an example) was found.
struct Match {
  std::uint16_t pattern = 0, level = 0;
  std::vector<Span> spans{};
};

/// What was found for each owner, at most a few places each: saying it again earns nothing.
struct Found {
  std::vector<Match> topic;
  std::vector<std::vector<Match>> claims, criteria, misconceptions;

  std::vector<Match>& of(Owner owner);
};

/// Looks for all patterns and examples in a text.
Found find_matches(const Grader& grader, const Rubric& rubric, const Prose& prose, const Reading& reading);

}  // namespace decision_card
