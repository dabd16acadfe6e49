// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace decision_card::base {

/// Adds a value to a hash: a step of FNV-1a.
constexpr std::uint32_t extended(std::uint32_t hash, std::uint32_t value) { return (hash ^ value) * 16777619u; }

/// Turns a word's letters into a number, for tables and to tell words apart.
inline std::uint32_t hash_of(std::string_view letters) {
  std::uint32_t hash = 2166136261u;
  for (const char c : letters) hash = extended(hash, static_cast<unsigned char>(c));
  return hash ^ hash >> 15;
}

/// Multiplying by this (2^64 divided by the golden ratio) spreads what tells words apart over the high bits.
inline constexpr std::uint64_t golden = 0x9E37'79B9'7F4A'7C15;

constexpr std::uint32_t hash_of(std::uint64_t word) { return static_cast<std::uint32_t>(word * golden >> 36); }

inline std::uint32_t hash_of(const std::uint64_t* row, std::size_t length) {
  std::uint64_t mixed = length;
  for (std::size_t k = 0; k < length; ++k) {
    mixed = (mixed ^ row[k]) * golden;
    mixed ^= mixed >> 32;
  }
  return static_cast<std::uint32_t>(mixed);
}

/// The probe of all hash tables here: goes from a hash's own slot to the next one until `ends`, which is asked of each,
/// holds: where the slot is free, or has what is looked for. The tables have a power of two of slots (`mask` is one
/// less), at least one of them free.
template <class Ends>
std::size_t find_slot(std::size_t hash, std::size_t mask, const Ends& ends) {
  std::size_t at = hash & mask;
  while (!ends(at)) at = (at + 1) & mask;
  return at;
}

}  // namespace decision_card::base
