// SPDX-License-Identifier: MIT
#include "rubric/negation.hpp"

#include "rubric/clauses.hpp"

namespace decision_card::rubric {

namespace {

using enum language::WordClass;
using language::Word;

bool continues_list(std::span<const Word> words, const Clause& clause) {
  if (clause.own != 0 || clause.last - clause.first > 5 || clause.first >= clause.last ||
      words[clause.first].pause != language::Pause::comma)
    return false;
  for (std::uint32_t at = clause.first; at < clause.last; ++at) {
    if (words[at].classes & (is_verb | splits_clause | refers_back)) return false;
  }
  return true;
}

/// True where a clause behind an aside is no sentence of its own.
bool goes_on(std::span<const Word> words, const Clause& clause) {
  return (words[clause.first].classes & (splits_clause | coordinates | refers_back)) == 0;
}

}  // namespace

void Denial::take(std::span<const Word> clause, std::size_t at) {
  const std::uint32_t classes = clause[at].classes;
  const std::uint32_t before = at > 0 ? clause[at - 1].classes : 0;
  // "not only", but not "can't simply"
  if (classes & refocuses && (before & (negates | is_verb)) == negates) broad_ = false;
  if (classes & coordinates) joined_ = true;
  // "No bus is on time": where it stands before the verb, it denies all.
  const bool no_subject = at == 0 && classes & negates_noun && clause[at].senses & language::judges;
  if (classes & negates || no_subject) {
    broad_ = continues_ || joined_ || !broad_;  // "is not, i.e. never, on time" denies once
    joined_ = false;
  }
  if (classes & (negates_noun | avoids) && !no_subject) {
    if (joined_) broad_ = false;  // "neither cheap and without a track"
    narrow_ = joined_ || !narrow_;
    joined_ = false;
  }
  const std::uint16_t senses = clause[at].senses;
  if (senses & language::exceeds) too_much_ = true;
  if (senses & language::infinitive && too_much_ && at + 1 < clause.size()) {
    const std::uint32_t next = clause[at + 1].classes;
    if ((next & function_word) == 0 || next & is_verb) broad_ = !broad_;
    too_much_ = false;
  }
}

Carried negate(std::span<const Word> words, const Clause& clause, Carried carried, std::vector<std::uint8_t>& negated) {
  negated.assign(clause.last - clause.first, 0);
  if (clause.first == clause.last) return {};
  const std::span<const Word> own = words.subspan(clause.first, clause.last - clause.first);
  const bool resumed = own[0].aside == language::Aside::closes && goes_on(words, clause);
  const bool continues = carried.broad && !resumed && continues_list(words, clause);
  Denial denial(resumed ? carried.broad : continues && !clause.rejected, resumed && carried.narrow, continues);
  for (std::size_t at = 0; at < own.size(); ++at) {
    const std::uint32_t classes = own[at].classes;
    if (denial.narrow() && classes & (is_verb | preposition) && (classes & (needs | negates_noun)) == 0 &&
        !(at > 0 && own[at - 1].classes & needs))
      denial.end_narrow();
    negated[at] = denial.holds();
    denial.take(own, at);
  }
  return {denial.broad() || (continues && clause.rejected), denial.narrow()};  // "is not, for rain and snow, on time"
}

}  // namespace decision_card::rubric
