// SPDX-License-Identifier: MIT
#include "rubric/negation.hpp"

#include "rubric/clauses.hpp"

namespace decision_card::rubric {

namespace {

using enum language::WordClass;
using language::Word;

bool after_need(std::span<const Word> words, const Clause& clause, std::uint32_t at) {
  return at > clause.first && words[at - 1].classes & needs;
}

bool continues_list(std::span<const Word> words, const Clause& clause) {
  if (clause.own != 0 || clause.last - clause.first > 5 || clause.first >= clause.last ||
      words[clause.first].pause != language::Pause::comma)
    return false;
  for (std::uint32_t at = clause.first; at < clause.last; ++at) {
    if (words[at].classes & (is_verb | splits_clause | refers_back)) return false;
  }
  return true;
}

}  // namespace

bool negate(std::span<const Word> words, const Clause& clause, bool carried, std::vector<std::uint8_t>& negated) {
  negated.assign(clause.last - clause.first, 0);
  const bool continues = carried && continues_list(words, clause);
  bool broad = continues && !clause.rejected, narrow = false;
  for (std::uint32_t at = clause.first; at < clause.last; ++at) {
    const std::uint32_t classes = words[at].classes;
    if (narrow && classes & (is_verb | preposition) && (classes & (needs | negates_noun)) == 0 &&
        !after_need(words, clause, at))
      narrow = false;
    negated[at - clause.first] = broad != narrow;
    // "not only", but not "can't simply"
    if (classes & refocuses && at > clause.first && (words[at - 1].classes & (negates | is_verb)) == negates)
      broad = !broad;
    if (classes & lasts && at > clause.first && words[at - 1].classes & negates_noun) {
      broad = !broad;
      narrow = false;
    }
    if (classes & negates) broad = continues || !broad;  // "is not, i.e. never, on time" denies once
    if (classes & (negates_noun | avoids)) narrow = !narrow;
  }
  return broad || (continues && clause.rejected);  // "is not, for rain and snow, on time"
}

}  // namespace decision_card::rubric
