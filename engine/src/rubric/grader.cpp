// SPDX-License-Identifier: MIT
#include "rubric/grader.hpp"

#include "rubric/examples.hpp"

namespace decision_card {

namespace {

class GraderBuilder {
 public:
  explicit GraderBuilder(Grader& grader) : grader_(grader), rubric_(grader.pack.rubric()) {}

  void build() {
    add_patterns(rubric_.topic);
    for (const RubricClaim& claim : rubric_.claims) next_owner(), add_patterns(claim.patterns);
    grader_.first_criterion = owner_ + 1;
    for (const Criterion& criterion : rubric_.all_criteria) add(criterion.matcher);
    grader_.first_misconception = owner_ + 1;
    for (const Misconception& misconception : rubric_.misconceptions) add(misconception.matcher);
    grader_.owners = owner_ + 1;
    for (std::size_t k = 0; k < rubric_.lexicon.size(); ++k) add_concept(static_cast<std::uint16_t>(k));
    weigh_examples(grader_);
    grader_.english.learn_stems(grader_.stems);
  }

 private:
  void next_owner() { ++owner_; }

  void add(const Matcher& matcher) {
    next_owner();
    add_patterns(matcher.patterns);
    if (matcher.patterns.size == 0) add_examples(grader_, rubric_, matcher.examples, owner_);
  }

  void add_patterns(Slice patterns) {
    std::uint16_t index = 0;
    for (const Pattern& pattern : patterns.of(rubric_.patterns)) {
      if (pattern.has.size == 0) grader_.on_claims.push_back(static_cast<std::uint32_t>(grader_.patterns.size()));
      grader_.patterns.push_back({pattern, index++, owner_});
    }
  }

  void add_concept(std::uint16_t concept_index) {
    Slice slice{static_cast<std::uint32_t>(grader_.positions.size()), 0};
    for (std::uint32_t k = 0; k < grader_.patterns.size(); ++k) {
      if (!begins_with(grader_.patterns[k].pattern, concept_index)) continue;
      grader_.positions.push_back(k);
      ++slice.size;
    }
    grader_.by_concept.push_back(slice);
  }

  [[nodiscard]] bool begins_with(const Pattern& pattern, std::uint16_t concept_index) const {
    if (pattern.has.size == 0) return false;
    for (const Mention mention : pattern.has.of(rubric_.wanted).front().choices.of(rubric_.mentions)) {
      if (mention.concept_index() == concept_index) return true;
    }
    return false;
  }

  Grader& grader_;
  const Rubric& rubric_;
  Owner owner_ = topic;
};

}  // namespace

Grader::Grader(const Pack& source) : pack(source), lexicon(pack.rubric().lexicon, stems) {
  GraderBuilder(*this).build();
}

std::shared_ptr<const Grader> make_grader(const Pack& pack) { return std::make_shared<const Grader>(pack); }

}  // namespace decision_card
