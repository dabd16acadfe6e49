// SPDX-License-Identifier: MIT
#include "grader.hpp"

#include <string>

#include "examples.hpp"

namespace decision_card {

namespace {

void add_patterns(Grader& grader, const std::vector<Pattern>& patterns, Owner owner) {
  for (std::size_t k = 0; k < patterns.size(); ++k) {
    const auto position = static_cast<std::uint32_t>(grader.patterns.size());
    grader.patterns.push_back({&patterns[k], static_cast<std::uint16_t>(k), owner});
    if (patterns[k].has.empty()) {
      grader.on_claims.push_back(position);
      continue;
    }
    ConceptSet first = patterns[k].has.front().plain;
    first.add(patterns[k].has.front().negated);
    for (std::size_t index = 0; index < grader.by_concept.size(); ++index) {
      if (first.has(index)) grader.by_concept[index].push_back(position);
    }
  }
}

Owner owner(Owner::Kind kind, std::size_t index) { return {kind, static_cast<std::uint16_t>(index)}; }

}  // namespace

Grader::Grader(const Pack& source)
    : pack(source), lexicon(pack.rubric().lexicon, stems), by_concept(pack.rubric().lexicon.size()) {
  const Rubric& rubric = pack.rubric();
  for (const Criterion& criterion : rubric.criteria) criteria.push_back(&criterion);
  for (const FollowUp& follow_up : rubric.follow_ups) {
    for (const Criterion& criterion : follow_up.criteria) criteria.push_back(&criterion);
  }
  add_patterns(*this, rubric.topic, {});
  for (std::size_t k = 0; k < rubric.claims.size(); ++k)
    add_patterns(*this, rubric.claims[k].patterns, owner(Owner::Kind::claim, k));
  for (std::size_t k = 0; k < criteria.size(); ++k) {
    add_patterns(*this, criteria[k]->matcher.patterns, owner(Owner::Kind::criterion, k));
    add_examples(*this, rubric, criteria[k]->matcher, owner(Owner::Kind::criterion, k));
  }
  for (std::size_t k = 0; k < rubric.misconceptions.size(); ++k) {
    add_patterns(*this, rubric.misconceptions[k].matcher.patterns, owner(Owner::Kind::misconception, k));
    add_examples(*this, rubric, rubric.misconceptions[k].matcher, owner(Owner::Kind::misconception, k));
  }
  weigh_examples(*this);
  english.learn_stems(stems);
}

std::shared_ptr<const Grader> make_grader(const Pack& pack) { return std::make_shared<const Grader>(pack); }

}  // namespace decision_card
