// SPDX-License-Identifier: MIT
#include "diagram/sum_classes.hpp"

#include <algorithm>

namespace decision_card::diagram {

using base::Array;

void SumClasses::start(std::int32_t sum) { layers_.push({sum, sum, 0, 0, 0, 0, 0}); }

void SumClasses::add_layer(const Array<std::int32_t>& gains) {
  const Layer& before = layers_.back();
  const std::size_t first = gains_.size();
  gains_.append(gains.data(), gains.size());
  layers_.push({before.lowest + gains[0], before.highest + gains[gains.size() - 1], first, gains_.size(), 0, 0, 0});
}

/// A class ends before this sum.
bool SumClasses::parted(std::size_t layer, std::int32_t sum, const LinearForms& forms, const LinearForm& form) const {
  if (layer + 1 == layers_.size()) return forms.region(form, sum - 1) != forms.region(form, sum);
  const Layer& behind = layers_[layer + 1];
  for (std::size_t k = behind.gains; k < behind.last_gain; ++k) {
    if (of(layer + 1, sum - 1 + gains_[k]) != of(layer + 1, sum + gains_[k])) return true;
  }
  return false;
}

Regions SumClasses::reached(std::size_t layer, std::int32_t sum, const LinearForms& forms,
                            const LinearForm& form) const {
  if (layer + 1 == layers_.size()) return {forms.region(form, sum), forms.region(form, sum)};
  const Layer& behind = layers_[layer + 1];
  Regions all{0xFFFF, 0};
  for (std::size_t k = behind.gains; k < behind.last_gain; ++k) {
    const Regions one = regions(layer + 1, of(layer + 1, sum + gains_[k]));
    all = {std::min(all.low, one.low), std::max(all.high, one.high)};
  }
  return all;
}

bool SumClasses::classify(const LinearForms& forms, const LinearForm& form, std::size_t& steps) {
  for (std::size_t k = layers_.size(); k-- > 0;) {
    Layer& layer = layers_[k];
    const std::size_t gains = k + 1 < layers_.size() ? layers_[k + 1].last_gain - layers_[k + 1].gains : form.breaks();
    const std::size_t work = static_cast<std::size_t>(layer.highest - layer.lowest + 1) * (gains + 1);
    steps -= std::min(steps, work);
    if (steps == 0) return false;
    layer.classes = classes_.size();
    layer.examples = examples_.size();
    for (std::int32_t sum = layer.lowest; sum <= layer.highest; ++sum) {
      if (sum == layer.lowest || parted(k, sum, forms, form)) {
        examples_.push(sum);
        regions_.push(reached(k, sum, forms, form));
        ++layer.count;
      }
      classes_.push(static_cast<std::uint16_t>(layer.count - 1));
    }
    most_ = std::max(most_, layer.count);
  }
  return most_ <= 0x1'0000;
}

}  // namespace decision_card::diagram
