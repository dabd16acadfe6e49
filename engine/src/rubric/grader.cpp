// SPDX-License-Identifier: MIT
#include "rubric/grader.hpp"

#include "decision_card/grade.hpp"
#include "language/read.hpp"
#include "rubric/reading.hpp"

namespace decision_card {

namespace rubric {
namespace {

class GraderBuilder {
 public:
  explicit GraderBuilder(Grader& grader) : grader_(grader), rubric_(grader.pack.rubric()) {}

  void build() {
    add_patterns(rubric_.topic);
    for (const Rubric::Claim& claim : rubric_.claims) {
      ++owner_;
      add_patterns(claim.patterns);
    }
    grader_.first_criterion = owner_ + 1;
    for (const Criterion& criterion : rubric_.all_criteria) {
      add(criterion.matcher);
      if (criterion.matcher.patterns.size == 0 && !criterion.model.empty())
        add_example(criterion.model, {owner_, 0, true});
    }
    grader_.first_misconception = owner_ + 1;
    for (const Misconception& misconception : rubric_.misconceptions) add(misconception.matcher);
    for (const FollowUp& follow_up : rubric_.follow_ups) {
      ++owner_;
      add_patterns(follow_up.topic);
    }
    grader_.owners = owner_ + 1;
    for (std::size_t k = 0; k < rubric_.lexicon.size(); ++k) add_concept(static_cast<std::uint16_t>(k));
    grader_.examples.weigh();
    grader_.cues.add(rubric_, grader_.stems);
    grader_.english.learn_stems(grader_.stems);
  }

 private:
  void add(const Matcher& matcher) {
    ++owner_;
    add_patterns(matcher.patterns);
    if (matcher.patterns.size == 0) add_examples(matcher.examples);
  }

  void add_examples(Slice examples) {
    std::uint16_t index = 0;
    for (const std::string_view text : examples.of(rubric_.examples)) add_example(text, {owner_, index++});
  }

  void add_example(std::string_view text, Example example) {
    language::phrase_words(text, grader_.stems);
    grader_.english.learn_stems(grader_.stems);
    const language::Prose prose = language::read_prose(text, grader_.english, grader_.stems);
    const Reading reading = read_subjects(prose, grader_.lexicon, rubric_);
    grader_.examples.add(example, prose.words, reading.hits, reading.marks);
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
}  // namespace rubric

Grader::Grader(const Pack& source) : pack(source), lexicon(pack.rubric().lexicon, stems) {
  rubric::GraderBuilder(*this).build();
}

std::shared_ptr<const Grader> make_grader(const Pack& pack) { return std::make_shared<const Grader>(pack); }

}  // namespace decision_card
