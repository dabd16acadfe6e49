// SPDX-License-Identifier: MIT
#include "diagram/packed_sums.hpp"

#include <bit>

namespace decision_card::diagram {

using base::Array;

bool PackedSums::classify(const Residue& residue, std::size_t& steps_left) {
  number_bits_ = static_cast<unsigned>(std::bit_width(steps_left));  // there are no more rows than steps
  used_by_sums_ = used_by_regions_ = number_bits_;
  Array<std::int32_t> gains;
  for (std::size_t f = 0; f < forms_.size(); ++f) {
    classes_[f].start(forms_[f].of(residue.start_points()));
    for (std::size_t k = 0; k < residue.layers(); ++k) {
      residue.gains(k, forms_[f], gains);
      classes_[f].add_layer(gains);
    }
    if (!classes_[f].classify(forms_, forms_[f], steps_left)) return false;
    region_bits_[f] = static_cast<std::uint32_t>(std::bit_width(forms_[f].breaks()));
    allot(f, static_cast<std::uint32_t>(std::bit_width(classes_[f].most())), 2 * region_bits_[f]);
  }
  return true;
}

void PackedSums::allot(std::size_t form, std::uint32_t sum_bits, std::uint32_t region_bits) {
  if (used_by_sums_ + sum_bits > 64 || used_by_regions_ + region_bits > 64) {
    ++words_;
    used_by_sums_ = used_by_regions_ = number_bits_;
  }
  places_[form] = {words_ - 1, used_by_sums_, used_by_regions_, (std::uint64_t{1} << sum_bits) - 1};
  used_by_sums_ += sum_bits;
  used_by_regions_ += region_bits;
}

PackedSum PackedSums::packed(std::size_t form, std::size_t layer, std::size_t sum_class) const {
  const Regions regions = classes_[form].regions(layer, sum_class);
  const std::uint64_t both = regions.low | std::uint64_t{regions.high} << region_bits_[form];
  return {std::uint64_t{sum_class} << places_[form].sum, both << places_[form].regions};
}

}  // namespace decision_card::diagram
