// SPDX-License-Identifier: MIT
#include "base/stable_order.hpp"

#include <algorithm>

namespace decision_card::base {

std::vector<std::uint32_t> stable_order(std::size_t count, Before before, const void* context) {
  std::vector<std::uint32_t> order(count), merged(count);
  for (std::uint32_t k = 0; k < count; ++k) order[k] = k;
  for (std::size_t width = 1; width < count; width *= 2) {
    for (std::size_t low = 0; low < count; low += 2 * width) {
      const std::size_t middle = std::min(low + width, count), high = std::min(low + 2 * width, count);
      std::size_t left = low, right = middle;
      for (std::size_t k = low; k < high; ++k) {
        const bool take_right = left == middle || (right < high && before(context, order[right], order[left]));
        merged[k] = order[take_right ? right++ : left++];
      }
    }
    order.swap(merged);
  }
  return order;
}

}  // namespace decision_card::base
