// SPDX-License-Identifier: MIT
#pragma once

#include "diagram/linear_forms.hpp"

namespace decision_card::diagram {

using base::Array;

/// The partial sums of one form, layer by layer, in classes: two sums are in one class when nothing that can still be
/// added puts a break between them. A class is all that has to be remembered of a sum.
class SumClasses {
 public:
  /// Adds the sum before the first layer; `form` and `forms` are those of all layers.
  void start(std::int32_t sum);
  /// Adds a layer that can add these gains.
  void add_layer(const Array<std::int32_t>& gains);
  /// To be called after the last layer. Returns false where it is too large for this many steps, which are then 0.
  bool classify(const LinearForms& forms, const LinearForm& form, std::size_t& steps);

  [[nodiscard]] std::uint16_t of(std::size_t layer, std::int32_t sum) const {
    return classes_[layers_[layer].classes + static_cast<std::size_t>(sum - layers_[layer].lowest)];
  }
  [[nodiscard]] std::size_t count(std::size_t layer) const { return layers_[layer].count; }
  [[nodiscard]] std::size_t most() const { return most_; }
  /// Returns one sum of a class; any other would do as well.
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

}  // namespace decision_card::diagram
