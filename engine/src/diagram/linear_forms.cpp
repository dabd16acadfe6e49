// SPDX-License-Identifier: MIT
#include "diagram/linear_forms.hpp"

namespace decision_card::diagram {

using base::Array;
using base::insert_sorted;

namespace {

/// One form for a - b and b - a.
ScoreTest in_order(const ScoreTest& test) {
  if (!test.right || test.left < *test.right) return test;
  return {*test.right, mirrored(test.op), test.left, -test.constant};
}

/// A test's outcome changes at its constant, behind it, or at both.
bool changes_at_constant(Comparison op) { return op != Comparison::less_equal && op != Comparison::greater; }
bool changes_behind_constant(Comparison op) { return op != Comparison::less && op != Comparison::greater_equal; }

}  // namespace

Index LinearForms::form_of(const ScoreTest& test) {
  std::size_t k = 0;
  while (k < forms_.size() && (forms_[k].left != test.left || forms_[k].right != test.right)) ++k;
  if (k == forms_.size()) forms_.push({test.left, test.right});
  return static_cast<Index>(k);
}

LinearForms::LinearForms(const std::vector<ScoreTest>& tests) {
  std::vector<ScoreTest> ordered;
  Indices forms;
  for (const ScoreTest& test : tests) {
    ordered.push_back(in_order(test));
    forms.push_back(form_of(ordered.back()));
  }
  for (std::size_t form = 0; form < forms_.size(); ++form) find_breaks(form, ordered);
  for (std::size_t k = 0; k < ordered.size(); ++k) tests_.push(in_regions(ordered[k], forms[k]));
}

void LinearForms::find_breaks(std::size_t form, const std::vector<ScoreTest>& tests) {
  LinearForm& own = forms_[form];
  Array<std::int32_t> breaks;
  for (const ScoreTest& test : tests) {
    if (own.left != test.left || own.right != test.right) continue;
    if (changes_at_constant(test.op)) insert_sorted(breaks, test.constant);
    if (changes_behind_constant(test.op)) insert_sorted(breaks, test.constant + 1);
  }
  own.first_break = static_cast<std::uint32_t>(breaks_.size());
  breaks_.append(breaks.data(), breaks.size());
  own.last_break = static_cast<std::uint32_t>(breaks_.size());
}

/// Every test is "in these regions" or its opposite: `a > c` is not `a <= c`, which holds in the regions up to c.
RegionTest LinearForms::in_regions(const ScoreTest& test, Index form) const {
  const std::uint16_t at = region(forms_[form], test.constant), behind = region(forms_[form], test.constant + 1);
  switch (test.op) {
    case Comparison::less: return {form, 0, at, false};
    case Comparison::less_equal: return {form, 0, behind, false};
    case Comparison::greater: return {form, 0, behind, true};
    case Comparison::greater_equal: return {form, 0, at, true};
    case Comparison::equal: return {form, at, behind, false};
    case Comparison::not_equal: break;
  }
  return {form, at, behind, true};
}

std::uint16_t LinearForms::region(const LinearForm& form, std::int32_t value) const {
  std::uint16_t region = 0;
  while (region < form.breaks() && breaks_[form.first_break + region] <= value) ++region;
  return region;
}

std::uint64_t LinearForms::moved_by(const std::int32_t* points) const {
  std::uint64_t moved = 0;
  for (std::size_t f = 0; f < forms_.size(); ++f) moved |= std::uint64_t{forms_[f].of(points) != 0} << f;
  return moved;
}

}  // namespace decision_card::diagram
