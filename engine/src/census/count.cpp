// SPDX-License-Identifier: MIT
#include "census/count.hpp"

#include <algorithm>

namespace decision_card::census {

Count& Count::operator+=(const Count& other) {
  std::uint64_t carry = 0;
  for (std::size_t k = 0; k < parts_.size(); ++k) {
    carry += std::uint64_t{parts_[k]} + other.parts_[k];
    parts_[k] = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  return *this;
}

Count& Count::operator*=(std::uint32_t factor) {
  std::uint64_t carry = 0;
  for (std::uint32_t& part : parts_) {
    carry += std::uint64_t{part} * factor;
    part = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  return *this;
}

Count Count::less(const Count& other) const {
  Count rest;
  std::int64_t borrow = 0;
  for (std::size_t k = 0; k < parts_.size(); ++k) {
    borrow += std::int64_t{parts_[k]} - other.parts_[k];
    rest.parts_[k] = static_cast<std::uint32_t>(borrow);
    borrow >>= 32;
  }
  return rest;
}

Count& Count::add_product(const Count& a, const Count& b) {
  for (std::size_t k = 0; k < parts_.size(); ++k) {
    if (a.parts_[k] == 0) continue;
    Count row = b;
    row *= a.parts_[k];
    std::copy_backward(row.parts_.begin(), row.parts_.end() - static_cast<std::ptrdiff_t>(k), row.parts_.end());
    std::fill_n(row.parts_.begin(), k, 0);
    *this += row;
  }
  return *this;
}

/// Divides in place; returns the remainder.
std::uint32_t Count::divide(std::uint32_t by) {
  std::uint64_t rest = 0;
  for (std::size_t k = parts_.size(); k-- > 0;) {
    rest = rest << 32 | parts_[k];
    parts_[k] = static_cast<std::uint32_t>(rest / by);
    rest %= by;
  }
  return static_cast<std::uint32_t>(rest);
}

std::string Count::decimal() const {
  Count left = *this;
  std::string digits;
  do digits += static_cast<char>('0' + left.divide(10));
  while (!left.zero());
  std::reverse(digits.begin(), digits.end());
  return digits;
}

bool Count::exceeds(const Count& other) const {
  return std::lexicographical_compare(other.parts_.rbegin(), other.parts_.rend(), parts_.rbegin(), parts_.rend());
}

/// Finds the quotient bit by bit, because 10^6 has only 20 of them.
std::uint32_t Count::share(const Count& whole) const {
  if (zero()) return 0;
  Count millionfold = *this;
  millionfold *= 1'000'000;
  std::uint32_t parts = 0;
  for (std::uint32_t bit = 1u << 19; bit != 0; bit >>= 1) {
    Count product = whole;
    product *= parts | bit;
    if (!product.exceeds(millionfold)) parts |= bit;
  }
  return std::max(parts, 1u);
}

}  // namespace decision_card::census
