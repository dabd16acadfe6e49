// SPDX-License-Identifier: MIT
#include "examples.hpp"

#include "reading.hpp"

namespace decision_card {

namespace {

constexpr std::uint32_t concept_bit = 0x80000000u;
constexpr std::uint32_t enough = 50;  ///< percent of an example's weight (docs/rubrics.md has the measurement)

bool same(const Feature& a, const Feature& b) { return a.id == b.id && a.negated == b.negated; }

bool among(const std::vector<Feature>& features, const Feature& wanted) {
  for (const Feature& feature : features) {
    if (same(feature, wanted)) return true;
  }
  return false;
}

void add(std::vector<Feature>& features, Feature feature) {
  if (!among(features, feature)) features.push_back(feature);
}

/// Eight times the binary logarithm of count / shared, at least 1: in integers, so that every platform agrees.
std::uint32_t rarity(std::uint32_t count, std::uint32_t shared) {
  std::uint32_t weight = 8;
  std::uint64_t scaled = shared;
  while (scaled * 2 <= count) scaled *= 2, weight += 8;
  return weight + static_cast<std::uint32_t>((count - scaled) * 8 / scaled);
}

}  // namespace

std::vector<Feature> features_of(std::span<const Word> words, std::uint32_t offset, std::span<const Hit> hits) {
  std::vector<Feature> features;
  std::size_t next = 0;
  std::uint32_t covered = 0;
  for (std::uint32_t k = 0; k < words.size(); ++k) {
    for (; next < hits.size() && hits[next].first <= offset + k; ++next) {
      add(features, {concept_bit | hits[next].concept_index, hits[next].negated, 0});
      covered = hits[next].last;
    }
    if (offset + k >= covered && words[k].stem != 0 && (words[k].classes & (function_word | is_verb | negates)) == 0)
      add(features, {words[k].stem, false, 0});
  }
  return features;
}

void add_examples(Grader& grader, const Rubric& rubric, const Matcher& matcher, Owner owner) {
  if (!matcher.patterns.empty()) return;
  for (std::size_t k = 0; k < matcher.examples.size(); ++k) {
    stems_of(matcher.examples[k], grader.stems);
    const Prose prose = read_prose(matcher.examples[k], grader.english, grader.stems);
    const Reading reading = read_subjects(prose, grader.lexicon, rubric);
    Example example{owner, static_cast<std::uint16_t>(k), 0, 0, features_of(prose.words, 0, reading.hits)};
    for (const Hit& hit : reading.hits) example.subjects |= hit.subjects;
    if (!example.features.empty()) grader.examples.push_back(std::move(example));
  }
}

void weigh_examples(Grader& grader) {
  const auto count = static_cast<std::uint32_t>(grader.examples.size());
  for (Example& example : grader.examples) {
    for (Feature& feature : example.features) {
      std::uint32_t shared = 0;
      for (const Example& other : grader.examples) shared += among(other.features, feature);
      feature.weight = rarity(count, shared);
      example.weight += feature.weight;
    }
  }
}

bool resembles(const Example& example, const std::vector<Feature>& features) {
  std::uint32_t common = 0;
  for (const Feature& feature : example.features) {
    if (among(features, feature)) common += feature.weight;
  }
  return common * 100 >= example.weight * enough;
}

}  // namespace decision_card
