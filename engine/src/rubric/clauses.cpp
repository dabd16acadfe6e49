// SPDX-License-Identifier: MIT
#include "rubric/clauses.hpp"

namespace decision_card::rubric {

using enum language::WordClass;
using language::Pause;
using language::Word;

std::uint32_t opening_classes(std::span<const Word> words, const Clause& clause) {
  std::uint32_t at = clause.first;
  while (at + 1 < clause.last && words[at].classes & (coordinates | refocuses)) ++at;
  return at < clause.last ? words[at].classes : 0;
}

void ClauseSplitter::split(const language::Sentence& sentence, std::span<const Hit> hits) {
  clauses_.clear();
  hits_ = hits;
  next_hit_ = 0;
  end_ = sentence.last;
  open(sentence.first);
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
    if (at > clauses_.back().first && begins_clause(at, sentence.last)) open(at);
    read_mentions(at);
    update_negation(at);
  }
  close(sentence.last);
}

void ClauseSplitter::open(std::uint32_t at) {
  if (!clauses_.empty()) close(at);
  clauses_.push_back({at, at});
  negated_ = false;
  denial_ = Denial();
  last_mention_ = 0;
}

void ClauseSplitter::close(std::uint32_t at) {
  clauses_.back().last = at;
  clauses_.back().denied = denial_.broad();
}

bool ClauseSplitter::begins_clause(std::uint32_t at, std::uint32_t end) const {
  const Word& word = words_[at];
  if (word.pause != Pause::none || word.classes & splits_clause) return true;
  if ((word.classes & coordinates) == 0 || at + 1 >= end) return false;
  return (words_[at + 1].classes & (is_verb | refers_back | believer | hangs_on_other)) != 0;
}

void ClauseSplitter::update_negation(std::uint32_t at) {
  const std::uint32_t first = clauses_.back().first;
  const bool before = denial_.broad();
  denial_.take(std::span(words_).subspan(first, end_ - first), at - first);
  if (words_[at].classes & (negates | avoids) || denial_.broad()) negated_ = true;
  else if (before) negated_ = false;
}

void ClauseSplitter::read_mentions(std::uint32_t at) {
  const std::uint32_t classes = words_[at].classes;
  if (classes & (former | latter) && second_named != 0)
    mention(classes & former ? first_named : second_named, at, at + 1);
  for (; next_hit_ < hits_.size() && hits_[next_hit_].first <= at; ++next_hit_) {
    const Hit& hit = hits_[next_hit_];
    if (hit.inner) continue;
    const Naming& naming = namings_[hit.concept_index];
    if (naming.named != 0) mention(naming.named, hit.first, hit.last);
    else if (naming.implied != 0 && !negated_ && !compared_with(hit.first)) clauses_.back().implied |= naming.implied;
  }
}

void ClauseSplitter::mention(SubjectSet subject, std::uint32_t at, std::uint32_t end) {
  if (clauses_.back().own != 0 && clauses_.back().own != subject && !compared_with(at) && !joined_to_last(at) &&
      !negated_)
    split_before(at);
  Clause& clause = clauses_.back();
  if (compared_with(at) || (clause.own != 0 && clause.own != subject && negated_ && !joined_to_last(at))) {
    clause.compared |= subject;
    return;
  }
  clause.rejected = clause.rejected || (clause.own == 0 && negated_);
  if (clause.own != 0 && clause.own != subject) {
    joined_first = clause.own;
    joined_second = subject;
  }
  clause.own |= subject;
  last_mention_ = end;
}

/// Begins a clause for a second subject, from the "and" a little before it.
void ClauseSplitter::split_before(std::uint32_t at) {
  std::uint32_t from = at;
  for (std::uint32_t back = 1; back <= 4 && at > clauses_.back().first + back && at - back >= last_mention_; ++back) {
    if (words_[at - back].classes & (coordinates | concludes)) from = at - back;
  }
  open(from);
}

/// "The tram, not the bus, …"
bool ClauseSplitter::contrasted(std::uint32_t at) const {
  const Word& first = words_[clauses_.back().first];
  const bool inserted = first.pause == Pause::comma || first.aside == language::Aside::opens;
  return inserted && (first.classes & (negates | is_verb)) == negates && at - clauses_.back().first <= 3;
}

bool ClauseSplitter::compared_with(std::uint32_t at) const {
  if (contrasted(at)) return true;
  for (std::uint32_t back = 1; back <= 3 && at >= clauses_.back().first + back; ++back) {
    const Word& before = words_[at - back];
    if (before.classes & (compares | negates_noun)) return true;
    if (words_[at - back + 1].pause != Pause::none) return false;
  }
  return false;
}

/// True where two are named together: "RAG and fine-tuning", "fine-tuning with RAG".
bool ClauseSplitter::joined_to_last(std::uint32_t at) const {
  if (last_mention_ == 0 || at < last_mention_ || at - last_mention_ > 2) return false;
  if (at == last_mention_) return true;
  for (std::uint32_t k = last_mention_; k < at; ++k) {
    if (words_[k].classes & (coordinates | compares | opens_condition)) return true;
  }
  return false;
}

}  // namespace decision_card::rubric
