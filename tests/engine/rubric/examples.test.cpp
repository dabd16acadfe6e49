// SPDX-License-Identifier: MIT
#include "rubric/examples.hpp"

#include <doctest/doctest.h>

#include "language/english.hpp"

using namespace decision_card;
using language::Word;
using rubric::Example;
using rubric::ExampleIndex;
using rubric::Feature;
using rubric::Hit;
using rubric::Likeness;
using rubric::TurnedBy;

namespace {

Word word(std::uint32_t stem, std::uint32_t classes = 0) {
  Word made;
  made.stem = stem;
  made.classes = classes;
  return made;
}

Hit hit(std::uint32_t first, std::uint32_t last, std::uint16_t concept_index, bool negated = false) {
  Hit made;
  made.first = first;
  made.last = last;
  made.concept_index = concept_index;
  made.negated = negated;
  made.subjects = 1;
  return made;
}

}  // namespace

TEST_CASE("features are concepts in the place of their phrases, and other words with content, each once") {
  const std::vector<Word> words{word(1), word(2), word(3, language::function_word), word(4), word(4), word(0)};
  const std::vector<Hit> hits{hit(10, 12, 7)};
  std::vector<Feature> features;
  rubric::add_features(words, 10, hits, features);
  REQUIRE(features.size() == 2);
  CHECK((features[0].id & 0x7FFFFFFFu) == 7);
  CHECK(features[1].id == 4);
}

TEST_CASE("a feature that few examples have weighs more") {
  ExampleIndex index;
  for (std::uint32_t k = 0; k < 8; ++k) index.add({1, 0}, std::vector<Word>{word(1), word(10 + k)}, {});
  index.weigh();
  REQUIRE(index.examples.size() == 8);
  const auto features = index.examples[3].features.of(index.features);
  REQUIRE(features.size() == 2);
  CHECK(features[0].weight == 8);          // all eight have it
  CHECK(features[1].weight == 8 + 3 * 8);  // one of eight
  CHECK(index.examples[3].weight == 8 + 8 + 3 * 8);
}

TEST_CASE("an example without features is left out, and the others know their subjects") {
  ExampleIndex index;
  index.add({1, 0}, std::vector<Word>{word(0)}, {});
  index.add({2, 5}, std::vector<Word>{word(3)}, std::vector<Hit>{hit(0, 1, 2)});
  REQUIRE(index.examples.size() == 1);
  CHECK(index.examples[0].owner == 2);
  CHECK(index.examples[0].index == 5);
  CHECK(index.examples[0].subjects == 1);
}

TEST_CASE("a sentence resembles an example from 40 percent of its weight on") {
  const std::vector<Feature> example{{1, false, 40}, {2, false, 30}, {3, true, 30}};
  CHECK(rubric::likeness(example, 100, std::vector<Feature>{{1, false, 0}}, TurnedBy::any_word) == Likeness::same);
  CHECK(rubric::likeness(example, 101, std::vector<Feature>{{1, false, 0}}, TurnedBy::any_word) == Likeness::none);
  CHECK(rubric::likeness(example, 100, std::vector<Feature>{{2, false, 0}}, TurnedBy::any_word) == Likeness::none);
  CHECK(rubric::likeness(example, 100, std::vector<Feature>{{2, false, 0}, {3, true, 0}}, TurnedBy::any_word) ==
        Likeness::same);
}

TEST_CASE("a point is turned around by a good part of what is shared, a misconception by any word") {
  const std::vector<Feature> example{{1, false, 80}, {2, false, 20}};
  const std::vector<Feature> mostly{{1, false, 0}, {2, true, 0}}, hardly{{1, true, 0}, {2, false, 0}};
  CHECK(rubric::likeness(example, 100, mostly, TurnedBy::a_part) == Likeness::same);
  CHECK(rubric::likeness(example, 100, mostly, TurnedBy::any_word) == Likeness::turned);
  CHECK(rubric::likeness(example, 100, hardly, TurnedBy::a_part) == Likeness::turned);
}

TEST_CASE("a sentence that denies what an example says, or says what it denies, turns it around") {
  const std::vector<Feature> example{{1, false, 40}, {2, false, 30}, {3, true, 30}};
  CHECK(rubric::likeness(example, 100, std::vector<Feature>{{1, true, 0}}, TurnedBy::any_word) == Likeness::turned);
  CHECK(rubric::likeness(example, 100, std::vector<Feature>{{1, false, 0}, {3, false, 0}}, TurnedBy::any_word) ==
        Likeness::turned);
  CHECK(rubric::likeness(example, 100, std::vector<Feature>{{3, false, 0}}, TurnedBy::any_word) == Likeness::none);
  const std::vector<Feature> piece{{2, false, 0}, {3, false, 0}};
  CHECK(rubric::likeness(example, 1000, piece, TurnedBy::any_word) == Likeness::turned);
  CHECK(rubric::likeness(example, 1000, std::vector<Feature>{{2, false, 0}, {3, true, 0}}, TurnedBy::any_word) ==
        Likeness::none);
  CHECK(rubric::likeness(example, 100, std::vector<Feature>{{1, true, 0}, {1, false, 0}}, TurnedBy::any_word) ==
        Likeness::same);
}
