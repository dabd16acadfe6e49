// SPDX-License-Identifier: MIT
#pragma once

#include "base/array.hpp"
#include "decision_card/pack.hpp"

namespace decision_card {

/// What score tests compare with numbers: a score, or the difference of two. `breaks` cut its values into regions;
/// every test on it holds or fails in a whole region.
struct LinearForm {
  Index left = 0;
  std::uint16_t right = ScoreTest::none;
  std::uint32_t first_break = 0, last_break = 0;

  [[nodiscard]] std::int32_t of(const std::int32_t* points) const {
    return points[left] - (right == ScoreTest::none ? 0 : points[right]);
  }
  [[nodiscard]] std::uint32_t breaks() const { return last_break - first_break; }
};

/// The lowest and the highest region that a sum can still end in.
struct Regions {
  std::uint16_t low = 0, high = 0;
};

/// A score test in terms of regions: it holds in those from `first` to before `last`, or outside them if `negated`.
struct RegionTest {
  Index form = 0;
  std::uint16_t first = 0, last = 0;
  bool negated = false;

  [[nodiscard]] Truth truth(Regions reached) const {
    if (first <= reached.low && reached.high < last) return negated ? Truth::no : Truth::yes;
    if (reached.high < first || reached.low >= last) return negated ? Truth::yes : Truth::no;
    return Truth::unknown;
  }
};

class LinearForms {
 public:
  explicit LinearForms(const std::vector<ScoreTest>& tests);

  [[nodiscard]] std::size_t size() const { return forms_.size(); }
  const LinearForm& operator[](std::size_t at) const { return forms_[at]; }
  /// Of one of the score tests.
  [[nodiscard]] const RegionTest& test(std::size_t index) const { return tests_[index]; }
  [[nodiscard]] std::int32_t break_of(const LinearForm& form, std::size_t index) const {
    return breaks_[form.first_break + index];
  }
  [[nodiscard]] std::uint16_t region(const LinearForm& form, std::int32_t value) const;
  /// The forms that these points move, as bits.
  [[nodiscard]] std::uint64_t moved_by(const std::int32_t* points) const;

 private:
  Index form_of(const ScoreTest& test);

  Array<LinearForm> forms_;
  Array<std::int32_t> breaks_;  ///< ascending for each form; region k begins at its break k - 1
  Array<RegionTest> tests_;
};

/// The partial sums of one form, layer by layer, in classes: two sums are in one class when nothing that can still be
/// added puts a break between them. A class is all that has to be remembered of a sum.
class SumClasses {
 public:
  /// Adds the sum before the first layer; `form` and `forms` are those of all layers.
  void start(std::int32_t sum);
  /// Adds a layer that can add these gains.
  void add_layer(const Array<std::int32_t>& gains);
  /// After the last layer. False where it is too large for this many steps, which are then 0.
  bool classify(const LinearForms& forms, const LinearForm& form, std::size_t& steps);

  [[nodiscard]] std::uint16_t of(std::size_t layer, std::int32_t sum) const {
    return classes_[layers_[layer].classes + static_cast<std::size_t>(sum - layers_[layer].lowest)];
  }
  [[nodiscard]] std::size_t count(std::size_t layer) const { return layers_[layer].count; }
  [[nodiscard]] std::size_t most() const { return most_; }
  /// A sum of a class.
  [[nodiscard]] std::int32_t example(std::size_t layer, std::size_t of_class) const {
    return examples_[layers_[layer].examples + of_class];
  }
  [[nodiscard]] Regions regions(std::size_t layer, std::size_t of_class) const {
    return regions_[layers_[layer].examples + of_class];
  }

 private:
  struct Layer {
    std::int32_t lowest, highest;
    std::size_t gains, last_gain;  ///< in gains_: what the layer before this one can add to reach it
    std::size_t classes;           ///< in classes_, by sum - lowest
    std::size_t examples, count;   ///< in examples_ and regions_, by class
  };
  [[nodiscard]] bool parted(std::size_t layer, std::int32_t sum, const LinearForms& forms,
                            const LinearForm& form) const;
  [[nodiscard]] Regions reached(std::size_t layer, std::int32_t sum, const LinearForms& forms,
                                const LinearForm& form) const;

  Array<Layer> layers_;
  Array<std::int32_t> gains_, examples_;
  Array<std::uint16_t> classes_;
  Array<Regions> regions_;
  std::size_t most_ = 0;
};

}  // namespace decision_card
