// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace decision_card::base {

/// A set of numbers below 64, as the bits of a word. It costs what the word costs.
class Bits64 {
 public:
  /// Goes through the members in ascending order; what is added meanwhile is not seen.
  class Iterator {
   public:
    constexpr explicit Iterator(std::uint64_t left) : left_(left) {}
    constexpr std::size_t operator*() const { return static_cast<std::size_t>(std::countr_zero(left_)); }
    constexpr Iterator& operator++() {
      left_ &= left_ - 1;
      return *this;
    }
    friend constexpr bool operator==(Iterator, Iterator) = default;

   private:
    std::uint64_t left_;
  };

  constexpr Bits64() = default;
  constexpr explicit Bits64(std::uint64_t word) : word_(word) {}
  [[nodiscard]] static constexpr Bits64 of(std::size_t member) { return Bits64(std::uint64_t{1} << member); }
  /// Returns the numbers 0 … count-1. Precondition: count <= 64.
  [[nodiscard]] static constexpr Bits64 below(std::size_t count) {
    return Bits64(count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1);
  }

  [[nodiscard]] constexpr std::uint64_t word() const { return word_; }
  [[nodiscard]] constexpr bool empty() const { return word_ == 0; }
  [[nodiscard]] constexpr std::size_t size() const { return static_cast<std::size_t>(std::popcount(word_)); }
  [[nodiscard]] constexpr bool single() const { return std::has_single_bit(word_); }
  [[nodiscard]] constexpr bool has(std::size_t member) const { return (word_ >> member & 1) != 0; }
  /// True when all members of `other` are members here.
  [[nodiscard]] constexpr bool includes(Bits64 other) const { return (other.word_ & ~word_) == 0; }
  [[nodiscard]] constexpr bool meets(Bits64 other) const { return (word_ & other.word_) != 0; }
  /// Returns the least member. Precondition: not empty.
  [[nodiscard]] constexpr std::size_t first() const { return *begin(); }

  constexpr void add(std::size_t member) { word_ |= of(member).word_; }
  constexpr void remove(std::size_t member) { word_ &= ~of(member).word_; }
  /// Removes the least member and returns it. Precondition: not empty.
  constexpr std::size_t take_first() {
    const std::size_t member = first();
    word_ &= word_ - 1;
    return member;
  }

  constexpr Bits64& operator|=(Bits64 other) { return *this = *this | other; }
  constexpr Bits64& operator&=(Bits64 other) { return *this = *this & other; }
  constexpr Bits64& operator-=(Bits64 other) { return *this = *this - other; }
  friend constexpr Bits64 operator|(Bits64 a, Bits64 b) { return Bits64(a.word_ | b.word_); }
  friend constexpr Bits64 operator&(Bits64 a, Bits64 b) { return Bits64(a.word_ & b.word_); }
  /// Returns the members of `a` that are not in `b`.
  friend constexpr Bits64 operator-(Bits64 a, Bits64 b) { return Bits64(a.word_ & ~b.word_); }
  friend constexpr bool operator==(Bits64, Bits64) = default;

  [[nodiscard]] constexpr Iterator begin() const { return Iterator(word_); }
  [[nodiscard]] constexpr Iterator end() const { return Iterator(0); }

 private:
  std::uint64_t word_ = 0;
};

/// Positions of questions in a decision, and of a question's choices ("not asked" stands behind the last one).
using QuestionSet = Bits64;
using ChoiceSet = Bits64;

}  // namespace decision_card::base
