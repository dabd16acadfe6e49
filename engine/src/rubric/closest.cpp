// SPDX-License-Identifier: MIT
#include "rubric/closest.hpp"

#include "rubric/wanted.hpp"

namespace decision_card::rubric {

namespace {

class Search {
 public:
  Search(const Grader& grader, const language::Prose& prose, const Reading& reading, const Found& found)
      : grader_(grader), rubric_(grader.pack.rubric()), prose_(prose), reading_(reading), found_(found) {}

  std::optional<Explanation::Closest> search(Owner owner) {
    for (const OwnedPattern& owned : grader_.patterns) {
      if (owned.owner != owner) continue;
      if (owned.pattern.has.size == 0) try_claims(owned);
      else
        for (std::size_t k = 0; k < prose_.sentences.size(); ++k) try_sentence(owned, k);
    }
    return std::move(best_);
  }

 private:
  /// What wants fewer things is closer with as many of them there.
  void offer(Explanation::Closest closest, std::size_t there, std::size_t wanted) {
    if (there == 0 || there * best_wanted_ <= best_there_ * wanted) return;
    best_ = std::move(closest);
    best_there_ = there;
    best_wanted_ = wanted;
  }

  void try_claims(const OwnedPattern& owned) {
    Explanation::Closest closest{owned.index, {}};
    const std::span<const std::uint16_t> claims = owned.pattern.claims.of(rubric_.indices);
    for (const std::uint16_t claim : claims) {
      if (!found_.any(topic + 1 + claim)) closest.lacks.emplace_back(rubric_.claims[claim].id);
    }
    const std::size_t there = claims.size() - closest.lacks.size();
    offer(std::move(closest), there, claims.size());
  }

  void try_sentence(const OwnedPattern& owned, std::size_t index) {
    const language::Sentence& sentence = prose_.sentences[index];
    const ReadSentence& read = reading_.sentences[index];
    if (read.first_hit == read.last_hit) return;
    const Pattern& pattern = owned.pattern;
    Explanation::Closest closest{owned.index,
                                 {prose_.words[sentence.first].start, prose_.words[sentence.last - 1].end}};
    closest.subjects = pattern.subjects;
    for (const Wanted& wanted : pattern.has.of(rubric_.wanted)) {
      if (!says_of(read, wanted, pattern.subjects)) closest.lacks.push_back(written(wanted));
    }
    for (const Wanted& unwanted : pattern.without.of(rubric_.wanted)) {
      if (says_of(read, unwanted, pattern.subjects)) closest.spoils.push_back(written(unwanted));
    }
    const std::size_t there = pattern.has.size - closest.lacks.size();
    offer(std::move(closest), there, pattern.has.size);
  }

  [[nodiscard]] bool says_of(const ReadSentence& read, const Wanted& wanted, SubjectSet subjects) const {
    for (std::uint32_t k = read.first_hit; k < read.last_hit; ++k) {
      const Hit& hit = reading_.hits[k];
      if (subjects != 0 && (hit.subjects == 0 || (hit.subjects & ~subjects) != 0)) continue;
      if (satisfies(rubric_, wanted, hit)) return true;
    }
    return false;
  }

  /// As an author writes it: "a|!b".
  [[nodiscard]] std::string written(const Wanted& wanted) const {
    std::string text;
    for (const Mention mention : wanted.choices.of(rubric_.mentions)) {
      if (!text.empty()) text += '|';
      if (mention.key % 2 != 0) text += '!';
      text += rubric_.lexicon[mention.concept_index()].id;
    }
    return text;
  }

  const Grader& grader_;
  const Rubric& rubric_;
  const language::Prose& prose_;
  const Reading& reading_;
  const Found& found_;
  std::optional<Explanation::Closest> best_;
  std::size_t best_there_ = 0, best_wanted_ = 1;
};

}  // namespace

std::optional<Explanation::Closest> closest_pattern(const Grader& grader, const language::Prose& prose,
                                                    const Reading& reading, const Found& found, Owner owner) {
  return Search(grader, prose, reading, found).search(owner);
}

}  // namespace decision_card::rubric
