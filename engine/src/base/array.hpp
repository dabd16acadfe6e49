// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace decision_card::base {

/// What all arrays share: memory that grows. One copy of this code serves every element type; each std::vector
/// instantiation that inserts or resizes adds about 400 bytes to the WebAssembly module (docs/decisions/0007).
class ArrayMemory {
 public:
  ArrayMemory() = default;
  ArrayMemory(ArrayMemory&& other) noexcept { swap(other); }
  ArrayMemory(const ArrayMemory&) = delete;
  ArrayMemory& operator=(const ArrayMemory&) = delete;
  ~ArrayMemory();

 protected:
  void swap(ArrayMemory& other);
  void grow(std::size_t bytes);
  /// New bytes are 0.
  void resize_bytes(std::size_t bytes);

  unsigned char* bytes_ = nullptr;
  std::size_t used_ = 0, capacity_ = 0;
};

/// A growable row of plain values, for the counting engine.
template <class T>
class Array : public ArrayMemory {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  [[nodiscard]] std::size_t size() const { return used_ / sizeof(T); }
  [[nodiscard]] bool empty() const { return used_ == 0; }
  [[nodiscard]] T* data() { return reinterpret_cast<T*>(bytes_); }
  [[nodiscard]] const T* data() const { return reinterpret_cast<const T*>(bytes_); }
  [[nodiscard]] T* begin() { return data(); }
  [[nodiscard]] T* end() { return data() + size(); }
  [[nodiscard]] const T* begin() const { return data(); }
  [[nodiscard]] const T* end() const { return data() + size(); }
  T& operator[](std::size_t at) { return data()[at]; }
  const T& operator[](std::size_t at) const { return data()[at]; }
  T& back() { return end()[-1]; }

  void clear() { used_ = 0; }
  void push(T value) {
    if (used_ + sizeof(T) > capacity_) grow(used_ + sizeof(T));
    *end() = value;
    used_ += sizeof(T);
  }
  /// New elements are 0.
  void resize(std::size_t size) { resize_bytes(size * sizeof(T)); }
  /// Adds elements that are to be written; returns the first.
  T* extend(std::size_t count) {
    const std::size_t before = used_;
    if (before + count * sizeof(T) > capacity_) grow(before + count * sizeof(T));
    used_ = before + count * sizeof(T);
    return reinterpret_cast<T*>(bytes_ + before);
  }
  /// Keeps the first ones.
  void cut(std::size_t size) { used_ = size * sizeof(T); }
  void reset(std::size_t size) {
    clear();
    resize(size);
  }
  void append(const T* values, std::size_t count) {
    T* const added = extend(count);
    for (std::size_t k = 0; k < count; ++k) added[k] = values[k];
  }
  void swap(Array& other) { ArrayMemory::swap(other); }
};

/// Inserts into ascending values, once.
void insert_sorted(Array<std::int32_t>& values, std::int32_t value);

}  // namespace decision_card::base
