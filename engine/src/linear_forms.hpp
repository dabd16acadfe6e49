// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "decision_card/pack.hpp"

namespace decision_card {

/// What score tests compare with numbers: a score, or the difference of two. `breaks` cut its values into regions; every
/// test on it holds or fails in a whole region.
struct LinearForm {
  Index left = 0;
  std::uint16_t right = ScoreTest::none;
  std::vector<std::int32_t> breaks{};  ///< ascending; region k begins at breaks[k - 1]

  [[nodiscard]] std::int32_t of(const std::int32_t* points) const {
    return points[left] - (right == ScoreTest::none ? 0 : points[right]);
  }
  [[nodiscard]] std::uint16_t region(std::int32_t value) const;
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

  [[nodiscard]] Truth truth(Regions reached) const;
};

struct LinearForms {
  std::vector<LinearForm> forms{};
  std::vector<RegionTest> tests{};  ///< one a score test
};

LinearForms linear_forms(const std::vector<ScoreTest>& tests);

/// The partial sums of one form, layer by layer, in classes: two sums are in one class when nothing that can still be
/// added puts a break between them. A class is all that has to be remembered of a sum.
class SumClasses {
 public:
  static constexpr std::size_t most = 0xFFFF;

  /// `gains`: for each layer all that it can add. Gives up (see `ok`) when it is too large for `most_steps`.
  SumClasses(const LinearForm& form, std::int32_t start, const std::vector<std::vector<std::int32_t>>& gains,
             std::size_t most_steps);

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] std::size_t most_classes() const { return most_classes_; }
  [[nodiscard]] std::uint16_t of(std::size_t layer, std::int32_t sum) const {
    const Layer& at = layers_[layer];
    return at.classes[static_cast<std::size_t>(sum - at.lowest)];
  }
  /// The classes of layer + 1, by class, when `gain` is added.
  [[nodiscard]] std::vector<std::uint16_t> after(std::size_t layer, std::int32_t gain) const;
  /// By class.
  [[nodiscard]] const std::vector<Regions>& regions(std::size_t layer) const { return layers_[layer].regions; }

 private:
  struct Layer {
    std::int32_t lowest = 0, highest = 0;
    std::vector<std::int32_t> cuts{};       ///< a class ends at each of them
    std::vector<std::uint16_t> classes{};   ///< by sum - lowest
    std::vector<std::int32_t> examples{};   ///< a sum of each class
    std::vector<Regions> regions{};
  };

  void find_cuts(std::size_t layer, const std::vector<std::int32_t>& gains);
  void number_classes(Layer& layer);
  void find_regions(std::size_t layer, const std::vector<std::int32_t>& gains);

  std::vector<Layer> layers_;
  std::size_t steps_left_;
  std::size_t most_classes_ = 0;
  bool ok_ = true;
};

}  // namespace decision_card
