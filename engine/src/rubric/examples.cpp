// SPDX-License-Identifier: MIT
#include "rubric/examples.hpp"

#include "language/read.hpp"
#include "rubric/reading.hpp"

namespace decision_card {

namespace {

constexpr std::uint32_t concept_bit = 0x80000000u;
constexpr std::uint32_t enough = 40;  ///< percent of an example's weight (docs/rubrics.md has the measurement)

bool same(const Feature& a, const Feature& b) { return a.id == b.id && a.negated == b.negated; }

bool among(std::span<const Feature> features, const Feature& wanted) {
  for (const Feature& feature : features) {
    if (same(feature, wanted)) return true;
  }
  return false;
}

/// Features from position `first` on stand for themselves; each is kept once.
void add(std::vector<Feature>& features, std::size_t first, Feature feature) {
  if (!among(std::span(features).subspan(first), feature)) features.push_back(feature);
}

/// Eight times the binary logarithm of count / shared, at least 1: in integers, so that every platform agrees.
std::uint32_t rarity(std::uint32_t count, std::uint32_t shared) {
  std::uint32_t weight = 8;
  std::uint64_t scaled = shared;
  while (scaled * 2 <= count) scaled *= 2, weight += 8;
  return weight + static_cast<std::uint32_t>((count - scaled) * 8 / scaled);
}

}  // namespace

void add_features(std::span<const Word> words, std::uint32_t offset, std::span<const Hit> hits,
                  std::vector<Feature>& features) {
  const std::size_t first = features.size();
  std::size_t next = 0;
  std::uint32_t covered = 0;
  for (std::uint32_t k = 0; k < words.size(); ++k) {
    for (; next < hits.size() && hits[next].first <= offset + k; ++next) {
      add(features, first, {concept_bit | hits[next].concept_index, hits[next].negated, 0});
      covered = hits[next].last;
    }
    if (offset + k >= covered && words[k].stem != 0 && (words[k].classes & (function_word | is_verb | negates)) == 0)
      add(features, first, {words[k].stem, false, 0});
  }
}

void add_examples(Grader& grader, const Rubric& rubric, Slice examples, Owner owner) {
  std::uint16_t index = 0;
  for (const std::string_view text : examples.of(rubric.examples)) {
    stems_of(text, grader.stems);
    grader.english.learn_stems(grader.stems);
    const Prose prose = read_prose(text, grader.english, grader.stems);
    const Reading reading = read_subjects(prose, grader.lexicon, rubric);
    Example example{owner, index++};
    example.features.first = static_cast<std::uint32_t>(grader.features.size());
    add_features(prose.words, 0, reading.hits, grader.features);
    example.features.size = static_cast<std::uint32_t>(grader.features.size()) - example.features.first;
    for (const Hit& hit : reading.hits) example.subjects |= hit.subjects;
    if (example.features.size > 0) grader.examples.push_back(example);
  }
}

void weigh_examples(Grader& grader) {
  const auto count = static_cast<std::uint32_t>(grader.examples.size());
  for (Example& example : grader.examples) {
    for (std::uint32_t k = 0; k < example.features.size; ++k) {
      Feature& feature = grader.features[example.features.first + k];
      std::uint32_t shared = 0;
      for (const Example& other : grader.examples) shared += among(other.features.of(grader.features), feature);
      feature.weight = rarity(count, shared);
      example.weight += feature.weight;
    }
  }
}

bool resembles(std::span<const Feature> example, std::uint32_t weight, std::span<const Feature> features) {
  std::uint32_t common = 0;
  for (const Feature& feature : example) {
    if (among(features, feature)) common += feature.weight;
  }
  return common * 100 >= weight * enough;
}

}  // namespace decision_card
