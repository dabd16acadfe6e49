// SPDX-License-Identifier: MIT
#include "rubric/turned.hpp"

#include <algorithm>

#include "rubric/wanted.hpp"

namespace decision_card::rubric {

namespace {

/// What a sentence says about the subjects of a pattern, and about others. Where it denies something, the words say
/// both.
struct Said {
  ConceptSet ours{}, ours_in_words{}, others{};

  void add(const Hit& hit, SubjectSet wanted) {
    const Mention mention(hit.concept_index, hit.negated);
    if (wanted == 0 || (hit.subjects != 0 && (hit.subjects & ~wanted) == 0)) {
      ours.add(mention);
      ours_in_words.add(mention);
      if (hit.negated) ours_in_words.add({hit.concept_index, false});
    } else if (hit.subjects != 0 && (hit.subjects & wanted) == 0) {
      others.add(mention);
    }
  }
};

bool turns(const Rubric& rubric, const Pattern& pattern, std::span<const Hit> hits) {
  Said said;
  for (const Hit& hit : hits) said.add(hit, pattern.subjects);
  return !says_all(rubric, said.ours, pattern.has) &&
         (says_all(rubric, said.ours_in_words, pattern.has) || says_all(rubric, said.others, pattern.has));
}

/// The patterns of one owner stand together.
std::span<const OwnedPattern> patterns_of(const Grader& grader, Owner owner) {
  const auto& all = grader.patterns;
  const auto first = std::partition_point(all.begin(), all.end(), [=](const auto& each) { return each.owner < owner; });
  const auto last = std::partition_point(first, all.end(), [=](const auto& each) { return each.owner == owner; });
  return std::span(all).subspan(static_cast<std::size_t>(first - all.begin()), static_cast<std::size_t>(last - first));
}

class Turning {
 public:
  Turning(const Grader& grader, const Reading& reading, std::uint32_t first, std::uint32_t last, Found& found)
      : grader_(grader), rubric_(grader.pack.rubric()), reading_(reading), first_(first), last_(last), found_(found) {}

  [[nodiscard]] bool owner(Owner owner) const {
    return any_pattern(owner) || any_pattern_on_claims(owner) || any_example(owner);
  }

 private:
  [[nodiscard]] bool any_pattern(Owner owner) const {
    const auto patterns = patterns_of(grader_, owner);
    return std::any_of(patterns.begin(), patterns.end(), [&](const OwnedPattern& owned) {
      return owned.pattern.has.size > 0 && any_sentence(owned.pattern);
    });
  }

  /// A claim counts by its own sentences: claims that want claims would lead in a circle.
  [[nodiscard]] bool any_pattern_on_claims(Owner owner) const {
    const auto patterns = patterns_of(grader_, owner);
    return std::any_of(patterns.begin(), patterns.end(), [&](const OwnedPattern& owned) {
      const auto claims = owned.pattern.claims.of(rubric_.indices);
      return !claims.empty() && std::all_of(claims.begin(), claims.end(),
                                            [&](std::uint16_t claim) { return any_pattern(topic + 1 + claim); });
    });
  }

  [[nodiscard]] bool any_example(Owner owner) const {
    return std::any_of(found_.turned.begin(), found_.turned.end(), [&](const Found::Turned& each) {
      return each.owner == owner && each.sentence >= first_ && each.sentence < last_;
    });
  }

  [[nodiscard]] bool any_sentence(const Pattern& pattern) const {
    for (std::uint32_t k = first_; k < last_; ++k) {
      const ReadSentence& read = reading_.sentences[k];
      const auto hits = std::span(reading_.hits).subspan(read.first_hit, read.last_hit - read.first_hit);
      if (!hits.empty() && found_.spend(hits.size()) && turns(rubric_, pattern, hits)) return true;
    }
    return false;
  }

  const Grader& grader_;
  const Rubric& rubric_;
  const Reading& reading_;
  std::uint32_t first_, last_;
  Found& found_;
};

}  // namespace

bool turned(const Grader& grader, const Reading& reading, std::uint32_t first, std::uint32_t last, Owner owner,
            Found& found) {
  return Turning(grader, reading, first, last, found).owner(owner);
}

}  // namespace decision_card::rubric
