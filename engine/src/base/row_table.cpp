// SPDX-License-Identifier: MIT
#include "base/row_table.hpp"

namespace decision_card::base {

void RowTable::reset(std::size_t words) {
  for (std::size_t w = 0; w < words; ++w) tables_[w].reset();
}

void RowTable::swap(RowTable& other, std::size_t words) {
  for (std::size_t w = 0; w < words; ++w) tables_[w].swap(other.tables_[w]);
}

}  // namespace decision_card::base
