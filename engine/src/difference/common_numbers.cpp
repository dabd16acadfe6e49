// SPDX-License-Identifier: MIT
#include "difference/common_numbers.hpp"

#include <numeric>
#include <utility>

namespace decision_card::difference {

namespace {

/// a * b modulo m, by doubling: the product itself may be too large.
std::int64_t product(std::int64_t a, std::int64_t b, std::int64_t m) {
  std::int64_t sum = 0;
  for (; b > 0; b /= 2, a = (a + a) % m) {
    if (b % 2 == 1) sum = (sum + a) % m;
  }
  return sum % m;
}

/// What times `a` is 1 modulo m, which has no divisor in common with it (Euclid's way).
std::int64_t inverse(std::int64_t a, std::int64_t m) {
  std::int64_t x = 0, next = 1, divided = m, rest = a;
  while (rest != 0) {
    const std::int64_t times = divided / rest;
    x = std::exchange(next, x - times * next);
    divided = std::exchange(rest, divided - times * rest);
  }
  return x < 0 ? x + m : x;
}

}  // namespace

/// Counts up from the first of a's numbers that is not below `low`, by as many of its steps as lead to one of b's.
bool have_common_number(const NumberRange& a, const NumberRange& b, double low, double high) {
  const std::int64_t step = NumberRange::whole(a.step), other = NumberRange::whole(b.step);
  const std::int64_t lowest = NumberRange::whole(a.lowest), last = NumberRange::whole(high);
  const std::int64_t first = lowest + (NumberRange::whole(low) - lowest + step - 1) / step * step;
  const std::int64_t both = std::gcd(step, other), gap = NumberRange::whole(b.lowest) - first;
  if (first > last || gap % both != 0) return false;
  const std::int64_t m = other / both, wanted = (gap / both % m + m) % m;
  return product(wanted, inverse(step / both % m, m), m) <= (last - first) / step;
}

}  // namespace decision_card::difference
