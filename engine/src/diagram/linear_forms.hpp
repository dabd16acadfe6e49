// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "base/array.hpp"
#include "decision_card/pack.hpp"

namespace decision_card::diagram {

using base::Array;

/// What score tests compare with numbers: a score, or the difference of two. `breaks` cut its values into regions;
/// every test on it holds or fails in a whole region.
struct LinearForm {
  Index left = 0;
  std::optional<Index> right{};
  std::uint32_t first_break = 0, last_break = 0;

  [[nodiscard]] std::int32_t of(const std::int32_t* points) const {
    return points[left] - (right ? points[*right] : 0);
  }
  [[nodiscard]] std::uint32_t breaks() const { return last_break - first_break; }
};

/// The lowest and the highest region that a sum can still end in.
struct Regions {
  std::uint16_t low = 0, high = 0;
};

/// A score test in terms of regions: it holds in those from `first` to before `last`, or outside them if `negated`.
struct RegionTest {
  Index form = 0;
  std::uint16_t first = 0, last = 0;
  bool negated = false;

  [[nodiscard]] Truth truth(Regions reached) const {
    if (first <= reached.low && reached.high < last) return negated ? Truth::no : Truth::yes;
    if (reached.high < first || reached.low >= last) return negated ? Truth::yes : Truth::no;
    return Truth::unknown;
  }
};

/// All forms that the score tests of a decision compare.
class LinearForms {
 public:
  explicit LinearForms(const std::vector<ScoreTest>& tests);

  [[nodiscard]] std::size_t size() const { return forms_.size(); }
  const LinearForm& operator[](std::size_t at) const { return forms_[at]; }
  /// Returns one of the score tests in terms of regions.
  [[nodiscard]] const RegionTest& test(std::size_t index) const { return tests_[index]; }
  [[nodiscard]] std::int32_t break_of(const LinearForm& form, std::size_t index) const {
    return breaks_[form.first_break + index];
  }
  [[nodiscard]] std::uint16_t region(const LinearForm& form, std::int32_t value) const;
  /// Returns the forms that these points move, as bits.
  [[nodiscard]] std::uint64_t moved_by(const std::int32_t* points) const;

 private:
  Index form_of(const ScoreTest& test);
  void find_breaks(std::size_t form, const std::vector<ScoreTest>& tests);
  [[nodiscard]] RegionTest in_regions(const ScoreTest& test, Index form) const;

  Array<LinearForm> forms_;
  Array<std::int32_t> breaks_;  ///< ascending for each form; region k begins at its break k - 1
  Array<RegionTest> tests_;
};

}  // namespace decision_card::diagram
