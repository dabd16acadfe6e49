// SPDX-License-Identifier: MIT
#include "rubric/cue_index.hpp"

#include "rubric/traits.hpp"

namespace decision_card::rubric {

void CueIndex::add(const Rubric& rubric, base::WordTable& stems) {
  keys_.reset();
  for (std::uint32_t k = 0; k < rubric.cues.traits.size(); ++k) {
    const std::uint64_t key = trait_key(rubric.cues.traits[k].name, rubric, stems);
    if (key != 0 && keys_.number(key) == positions_.size()) positions_.push_back(k);
  }
}

}  // namespace decision_card::rubric
