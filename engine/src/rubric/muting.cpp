// SPDX-License-Identifier: MIT
#include "rubric/muting.hpp"

#include <span>

#include "rubric/clauses.hpp"
#include "rubric/opinion.hpp"

namespace decision_card::rubric {

namespace {

using enum language::WordClass;
using language::Pause;
using language::Sentence;

void mute_all(std::vector<Clause>& clauses, std::size_t first, std::size_t last) {
  for (std::size_t k = first; k <= last; ++k) clauses[k].muted = true;
}

}  // namespace

void Muter::mute(std::vector<Clause>& clauses, const Sentence& sentence, bool asked, bool wrong_list) {
  const bool all = asked || (sentence.kind == Sentence::Kind::heading && sentence.quoted);
  told_ = judged_ = sentence.kind == Sentence::Kind::bullet && sentence.opens && (wrong_list || sentence.crossed);
  for (std::size_t k = 0; k < clauses.size(); ++k) {
    if (told_ && opening_classes(words_, clauses[k]) & ends_report) told_ = false;
    if (judged_ && k > 0 && !is_label(clauses, k - 1) && speaks_for_itself(clauses[k])) told_ = judged_ = false;
    mute_clause(clauses, k);
    clauses[k].muted = clauses[k].muted || all || told_;
  }
}

void Muter::mute_clause(std::vector<Clause>& clauses, std::size_t k) {
  const auto words = words_of(words_, clauses[k]);
  if (k > 0 && pause_before(words_, clauses[k]) >= Pause::strong && is_verdict(words))
    return mute_all(clauses, start_of_stretch(clauses, k - 1), k);
  const Opinion opinion = read_opinion(words, std::span(words_).subspan(clauses[k].first));
  const bool label = is_label(clauses, k);
  told_ = told_ || opinion.reported || opinion.doubted || opinion.called_wrong || label;
  judged_ = judged_ || opinion.called_wrong || label;
  if (opinion.called_wrong && !label) mute_all(clauses, 0, k);
}

/// "Myth: …": what follows is wrong.
bool Muter::is_label(const std::vector<Clause>& clauses, std::size_t k) const {
  return k + 1 < clauses.size() && pause_before(words_, clauses[k + 1]) == Pause::label &&
         labels_wrong(words_of(words_, clauses[k]));
}

/// "That is a mistake: …", "that is wrong, because …": what follows a verdict on others is the writer's own view.
bool Muter::speaks_for_itself(const Clause& clause) const {
  return pause_before(words_, clause) >= Pause::strong ||
         (opening_classes(words_, clause) & (explains | concludes)) != 0;
}

/// Where the clauses begin that no more than commas divide from this one.
std::size_t Muter::start_of_stretch(const std::vector<Clause>& clauses, std::size_t k) const {
  while (k > 0 && pause_before(words_, clauses[k]) < Pause::strong) --k;
  return k;
}

}  // namespace decision_card::rubric
