// SPDX-License-Identifier: MIT
#include "base/array.hpp"

#include <cstdlib>
#include <cstring>
#include <utility>

namespace decision_card::base {

ArrayMemory::~ArrayMemory() { std::free(bytes_); }

void ArrayMemory::swap(ArrayMemory& other) {
  std::swap(bytes_, other.bytes_);
  std::swap(used_, other.used_);
  std::swap(capacity_, other.capacity_);
}

/// Without memory there is nothing to go on with: the instance traps and the facade makes a new one.
void ArrayMemory::grow(std::size_t bytes) {
  capacity_ = bytes < 64 ? 128 : 2 * bytes;
  auto* const grown = static_cast<unsigned char*>(std::realloc(bytes_, capacity_));
  if (grown == nullptr) std::abort();
  bytes_ = grown;
}

void ArrayMemory::resize_bytes(std::size_t bytes) {
  if (bytes > capacity_) grow(bytes);
  if (bytes > used_) std::memset(bytes_ + used_, 0, bytes - used_);
  used_ = bytes;
}

void insert_sorted(Array<std::int32_t>& values, std::int32_t value) {
  std::size_t at = values.size();
  while (at > 0 && values[at - 1] > value) --at;
  if (at > 0 && values[at - 1] == value) return;
  values.push(value);
  for (std::size_t k = values.size() - 1; k > at; --k) values[k] = values[k - 1];
  values[at] = value;
}

}  // namespace decision_card::base
