// SPDX-License-Identifier: MIT
#include "rubric/reasons.hpp"

#include "language/english.hpp"
#include "rubric/wanted.hpp"

namespace decision_card::rubric {

namespace {

using enum language::WordClass;

/// "forgets" and "tokens" end alike: what ends so is taken for a verb behind another word, and so is a bare word behind
/// it or behind a pronoun.
bool is_verb_at(const language::Prose& prose, std::uint32_t at, std::uint32_t first) {
  const std::uint32_t classes = prose.words[at].classes;
  if (classes & (is_verb | ends_like_verb)) return true;
  if (at == first) return false;
  if (classes & ends_in_s) return true;
  return classes == 0 && (prose.words[at - 1].classes & (ends_in_s | refers_back)) != 0;
}

bool leads_to_verb(const language::Prose& prose, const language::Sentence& sentence, std::uint32_t first) {
  if (first < sentence.first) return false;  // a hit of a table's label, which is another sentence
  for (std::uint32_t at = first; at < sentence.last; ++at) {
    if (at > first && prose.words[at].pause != language::Pause::none) return false;
    if (is_verb_at(prose, at, first)) return true;
  }
  return false;
}

}  // namespace

bool argues(const Rubric& rubric, Slice reasons, const language::Prose& prose, const language::Sentence& sentence,
            std::span<const Hit> hits) {
  for (const Wanted& wanted : reasons.of(rubric.wanted)) {
    bool found = false;
    for (const Hit& hit : hits)
      found = found || (satisfies(rubric, wanted, hit) && leads_to_verb(prose, sentence, hit.last));
    if (!found) return false;
  }
  return true;
}

}  // namespace decision_card::rubric
