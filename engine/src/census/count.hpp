// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace decision_card::census {

/// A number of combinations, exact: 64 questions of 32 choices have 2^320.
class Count {
 public:
  Count(std::uint32_t value = 0) { parts_[0] = value; }

  Count& operator+=(const Count& other);
  Count& operator*=(std::uint32_t factor);
  /// Without `other`, which is not more.
  [[nodiscard]] Count less(const Count& other) const;
  Count& add_product(const Count& a, const Count& b);
  friend bool operator==(const Count&, const Count&) = default;

  [[nodiscard]] bool zero() const { return *this == Count(); }
  [[nodiscard]] std::string decimal() const;
  /// Returns the share of the whole, which is at least as much and not zero, in parts per million: rounded down
  /// exactly, but at least 1 where there is anything. (A million times the whole must fit: up to 2^332.)
  [[nodiscard]] std::uint32_t share(const Count& whole) const;

 private:
  std::uint32_t divide(std::uint32_t by);
  [[nodiscard]] bool exceeds(const Count& other) const;

  std::array<std::uint32_t, 11> parts_{};  ///< the least first
};

}  // namespace decision_card::census
