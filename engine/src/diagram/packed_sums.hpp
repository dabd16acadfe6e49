// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "diagram/residue.hpp"
#include "diagram/sum_classes.hpp"

namespace decision_card::diagram {

constexpr std::size_t most_forms = 64;

/// Where a form's numbers stand: the class of its sum in a word of a node's row, its regions in the same word of a
/// step's row. A number never crosses a word.
struct FormPlace {
  std::uint32_t word, sum, regions;
  std::uint64_t sum_mask;
};

/// A class of a form's sum and the regions that can be reached from there, both in their places.
struct PackedSum {
  std::uint64_t sum, regions;
};

/// The sums of all forms, layer by layer in classes, and as many bits for each as its largest numbers need.
class PackedSums {
 public:
  explicit PackedSums(const std::vector<ScoreTest>& tests) : forms_(tests) {}

  /// False where it takes more steps than are left, which are then 0.
  bool classify(const Residue& residue, std::size_t& steps_left);

  [[nodiscard]] const LinearForms& forms() const { return forms_; }
  [[nodiscard]] const FormPlace& place(std::size_t form) const { return places_[form]; }
  /// How many words a row takes; the lowest bits of each are left to RowTable.
  [[nodiscard]] std::uint32_t words() const { return words_; }
  [[nodiscard]] unsigned number_bits() const { return number_bits_; }
  [[nodiscard]] const SumClasses& classes(std::size_t form) const { return classes_[form]; }
  [[nodiscard]] PackedSum packed(std::size_t form, std::size_t layer, std::size_t sum_class) const;
  /// The regions of a form in a step's row.
  [[nodiscard]] Regions regions(std::size_t form, const std::uint64_t* row) const {
    const std::uint64_t both = row[places_[form].word] >> places_[form].regions;
    const std::uint64_t mask = (std::uint64_t{1} << region_bits_[form]) - 1;
    return {static_cast<std::uint16_t>(both & mask), static_cast<std::uint16_t>(both >> region_bits_[form] & mask)};
  }

 private:
  void allot(std::size_t form, std::uint32_t sum_bits, std::uint32_t region_bits);

  LinearForms forms_;
  std::array<SumClasses, most_forms> classes_{};
  std::array<FormPlace, most_forms> places_{};
  std::array<std::uint32_t, most_forms> region_bits_{};
  std::uint32_t words_ = 1;
  unsigned number_bits_ = 0;
  std::uint32_t used_by_sums_ = 0, used_by_regions_ = 0;  ///< bits of the last word
};

}  // namespace decision_card::diagram
