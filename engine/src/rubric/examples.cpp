// SPDX-License-Identifier: MIT
#include "rubric/examples.hpp"

#include "base/stable_order.hpp"
#include "language/english.hpp"

namespace decision_card::rubric {

namespace {

constexpr std::uint32_t concept_bit = 0x80000000u;
/// Words of these classes carry no content of their own.
constexpr std::uint32_t carries_none =
    language::function_word | language::is_verb | language::negates | language::negates_noun;
constexpr std::uint32_t enough = 40;  ///< percent of an example's weight (docs/rubrics.md has the measurement)
/// A point is turned where one part in so many of what a sentence shares with it is said the other way round: a crash
/// that "can't take the rest down" is still a crash kept away.
constexpr std::uint32_t much = 4;

bool same(const Feature& a, const Feature& b) { return a.id == b.id && a.negated == b.negated; }

bool among(std::span<const Feature> features, const Feature& wanted) {
  for (const Feature& feature : features) {
    if (same(feature, wanted)) return true;
  }
  return false;
}

/// Adds a feature that none from position `first` on is the same as.
void add_once(std::vector<Feature>& features, std::size_t first, Feature feature) {
  if (!among(std::span(features).subspan(first), feature)) features.push_back(feature);
}

/// Returns eight times the binary logarithm of count / shared, and 8 more so that it is never nothing; in integers, so
/// that every platform agrees.
std::uint32_t rarity(std::uint32_t count, std::uint32_t shared) {
  std::uint32_t weight = 8;
  std::uint64_t scaled = shared;
  while (scaled * 2 <= count) {
    scaled *= 2;
    weight += 8;
  }
  return weight + static_cast<std::uint32_t>((count - scaled) * 8 / scaled);
}

}  // namespace

void add_features(std::span<const language::Word> words, std::uint32_t offset, std::span<const Hit> hits,
                  std::vector<Feature>& features, std::span<const std::uint8_t> marks) {
  const std::size_t first = features.size();
  std::size_t next = 0;
  std::uint32_t covered = 0;
  for (std::uint32_t k = 0; k < words.size(); ++k) {
    for (; next < hits.size() && hits[next].first <= offset + k; ++next) {
      add_once(features, first, {concept_bit | hits[next].concept_index, hits[next].negated, 0});
      covered = hits[next].last;
    }
    if (offset + k >= covered && words[k].stem != 0 && (words[k].classes & carries_none) == 0)
      add_once(features, first, {words[k].stem, !marks.empty() && (marks[k] & denied_word) != 0, 0});
  }
}

void ExampleIndex::add(Example example, std::span<const language::Word> words, std::span<const Hit> hits,
                       std::span<const std::uint8_t> marks) {
  const std::size_t first = features.size();
  add_features(words, 0, hits, features, marks);
  example.features = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(features.size() - first)};
  for (const Hit& hit : hits) example.subjects |= hit.subjects;
  if (example.features.size > 0) examples.push_back(example);
}

void ExampleIndex::weigh() {
  const auto count = static_cast<std::uint32_t>(examples.size());
  const auto less = [&](std::uint32_t a, std::uint32_t b) {
    return features[a].id != features[b].id ? features[a].id < features[b].id
                                            : features[a].negated < features[b].negated;
  };
  const std::vector<std::uint32_t> order = base::stable_order(features.size(), less);
  for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
    while (last < order.size() && same(features[order[last]], features[order[first]])) ++last;
    const std::uint32_t weight = rarity(count, static_cast<std::uint32_t>(last - first));
    for (std::size_t k = first; k < last; ++k) features[order[k]].weight = weight;
  }
  for (Example& example : examples) {
    for (const Feature& feature : example.features.of(features)) example.weight += feature.weight;
  }
}

Likeness likeness(std::span<const Feature> example, std::uint32_t weight, std::span<const Feature> features,
                  TurnedBy turned_by) {
  std::uint32_t common = 0, against = 0;
  std::size_t count = 0;
  for (const Feature& feature : example) {
    const bool said = among(features, feature);
    const bool opposite = !said && among(features, {feature.id, !feature.negated, 0});
    if (!said && !opposite) continue;
    common += feature.weight;
    if (opposite) against += feature.weight;
    ++count;
  }
  const bool turned = against > 0 && (turned_by == TurnedBy::any_word || against * much >= common);
  const bool whole = count > 1 && count * 3 >= features.size() * 2;  // a short sentence says a piece of a long example
  if (turned && whole) return Likeness::turned;
  if (common * 100 < weight * enough) return Likeness::none;
  return turned ? Likeness::turned : Likeness::same;
}

}  // namespace decision_card::rubric
