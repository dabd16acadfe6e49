// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "decision_card/rubric.hpp"
#include "language/prose.hpp"
#include "rubric/lexicon.hpp"
#include "rubric/owner.hpp"
#include "rubric/reading.hpp"

namespace decision_card::rubric {

/// A word of an example, or a concept in the place of its phrase, and how rare it is.
struct Feature {
  std::uint32_t id = 0;  ///< a stem, or a concept with the highest bit set
  bool negated = false;
  std::uint32_t weight = 0;
};

struct Example {
  Owner owner = topic;
  std::uint16_t index = 0;  ///< among its owner's examples
  bool model = false;       ///< a model sentence: nothing is found by it, but its opposite is known
  SubjectSet subjects = 0;
  std::uint32_t weight = 0;  ///< of all its features
  Slice features{};          ///< of `ExampleIndex::features`
};

/// The examples of a rubric as what can be recognised of them.
struct ExampleIndex {
  std::vector<Example> examples{};
  std::vector<Feature> features{};

  /// Adds one example that was read; `hits` are all that were found in it, `marks` those of its words, if any has one.
  void add(Example example, std::span<const language::Word> words, std::span<const Hit> hits,
           std::span<const std::uint8_t> marks = {});
  /// Weighs each feature by how few of the examples have it.
  void weigh();
};

/// Appends the features of one sentence: its concepts, and the stems of its other words that carry content.
void add_features(std::span<const language::Word> words, std::uint32_t offset, std::span<const Hit> hits,
                  std::vector<Feature>& features, std::span<const std::uint8_t> marks = {});

/// What a sentence says of what an example says.
enum class Likeness : std::uint8_t {
  none,    ///< too little of it
  same,    ///< enough of it
  turned,  ///< enough of it in words, but it denies what the example says, or says what that denies
};
/// What it takes to turn an example: of a misconception, any word said the other way round, since a reader should not
/// be told that they are wrong where they may be right; of a point, a good part of what is shared.
enum class TurnedBy : std::uint8_t { a_part, any_word };
Likeness likeness(std::span<const Feature> example, std::uint32_t weight, std::span<const Feature> features,
                  TurnedBy turned_by);

}  // namespace decision_card::rubric
