// SPDX-License-Identifier: MIT
#include "linear_forms.hpp"

#include <algorithm>

namespace decision_card {

namespace {

void insert_break(std::vector<std::int32_t>& breaks, std::int32_t value) {
  const auto at = std::lower_bound(breaks.begin(), breaks.end(), value);
  if (at == breaks.end() || *at != value) breaks.insert(at, value);
}

/// `a op b` with the sides exchanged.
Comparison mirrored(Comparison op) {
  switch (op) {
    case Comparison::less: return Comparison::greater;
    case Comparison::less_equal: return Comparison::greater_equal;
    case Comparison::greater: return Comparison::less;
    case Comparison::greater_equal: return Comparison::less_equal;
    default: return op;
  }
}

/// One form for a - b and b - a.
ScoreTest in_order(ScoreTest test) {
  if (test.right == ScoreTest::none || test.left < test.right) return test;
  return {test.right, mirrored(test.op), test.left, 0};
}

Index form_of(std::vector<LinearForm>& forms, const ScoreTest& test) {
  std::size_t k = 0;
  while (k < forms.size() && (forms[k].left != test.left || forms[k].right != test.right)) ++k;
  if (k == forms.size()) forms.push_back({test.left, test.right});
  return static_cast<Index>(k);
}

bool starts_at_constant(Comparison op) { return op != Comparison::less_equal && op != Comparison::greater; }
bool starts_behind_constant(Comparison op) { return op != Comparison::less && op != Comparison::greater_equal; }

RegionTest region_test(const LinearForm& form, Index index, const ScoreTest& test) {
  const std::uint16_t at = form.region(test.constant), behind = form.region(test.constant + 1);
  switch (test.op) {
    case Comparison::less: return {index, 0, at, false};
    case Comparison::less_equal: return {index, 0, behind, false};
    case Comparison::greater: return {index, 0, behind, true};
    case Comparison::greater_equal: return {index, 0, at, true};
    case Comparison::equal: return {index, at, behind, false};
    case Comparison::not_equal: break;
  }
  return {index, at, behind, true};
}

}  // namespace

std::uint16_t LinearForm::region(std::int32_t value) const {
  return static_cast<std::uint16_t>(std::upper_bound(breaks.begin(), breaks.end(), value) - breaks.begin());
}

Truth RegionTest::truth(Regions reached) const {
  if (first <= reached.low && reached.high < last) return negated ? Truth::no : Truth::yes;
  if (reached.high < first || reached.low >= last) return negated ? Truth::yes : Truth::no;
  return Truth::unknown;
}

LinearForms linear_forms(const std::vector<ScoreTest>& tests) {
  LinearForms all;
  for (const ScoreTest& each : tests) {
    const ScoreTest test = in_order(each);
    LinearForm& form = all.forms[form_of(all.forms, test)];
    if (starts_at_constant(test.op)) insert_break(form.breaks, test.constant);
    if (starts_behind_constant(test.op)) insert_break(form.breaks, test.constant + 1);
  }
  for (const ScoreTest& each : tests) {
    const ScoreTest test = in_order(each);
    const Index form = form_of(all.forms, test);
    all.tests.push_back(region_test(all.forms[form], form, test));
  }
  return all;
}

SumClasses::SumClasses(const LinearForm& form, std::int32_t start,
                       const std::vector<std::vector<std::int32_t>>& gains, std::size_t most_steps)
    : layers_(gains.size() + 1), steps_left_(most_steps) {
  layers_[0].lowest = layers_[0].highest = start;
  for (std::size_t k = 0; k < gains.size(); ++k) {
    const auto [least, greatest] = std::minmax_element(gains[k].begin(), gains[k].end());
    layers_[k + 1].lowest = layers_[k].lowest + *least;
    layers_[k + 1].highest = layers_[k].highest + *greatest;
  }
  Layer& last = layers_.back();
  for (const std::int32_t value : form.breaks) last.cuts.push_back(value - 1);
  number_classes(last);
  for (const std::int32_t sum : last.examples) {
    const std::uint16_t region = form.region(sum);
    last.regions.push_back({region, region});
  }
  for (std::size_t k = gains.size(); k-- > 0 && ok_;) {
    find_cuts(k, gains[k]);
    number_classes(layers_[k]);
    find_regions(k, gains[k]);
  }
}

void SumClasses::find_cuts(std::size_t layer, const std::vector<std::int32_t>& gains) {
  Layer& here = layers_[layer];
  const std::vector<std::int32_t>& behind = layers_[layer + 1].cuts;
  const auto width = static_cast<std::size_t>(here.highest - here.lowest);
  const std::size_t steps = behind.size() * gains.size() + width;
  ok_ = steps <= steps_left_;
  if (!ok_) return;
  steps_left_ -= steps;
  std::vector<bool> cut(width);
  for (const std::int32_t gain : gains) {
    for (const std::int32_t after : behind) {
      const std::int32_t before = after - gain - here.lowest;
      if (before >= 0 && static_cast<std::size_t>(before) < width) cut[static_cast<std::size_t>(before)] = true;
    }
  }
  for (std::size_t k = 0; k < width; ++k) {
    if (cut[k]) here.cuts.push_back(here.lowest + static_cast<std::int32_t>(k));
  }
}

void SumClasses::number_classes(Layer& layer) {
  std::size_t number = 0, cut = 0;
  while (cut < layer.cuts.size() && layer.cuts[cut] < layer.lowest) ++cut;
  layer.examples.push_back(layer.lowest);
  for (std::int32_t sum = layer.lowest; sum <= layer.highest; ++sum) {
    layer.classes.push_back(static_cast<std::uint16_t>(number));
    if (cut == layer.cuts.size() || layer.cuts[cut] != sum) continue;
    ++cut;
    if (sum == layer.highest) break;
    ++number;
    layer.examples.push_back(sum + 1);
  }
  most_classes_ = std::max(most_classes_, number);
  ok_ = ok_ && number < most;
}

void SumClasses::find_regions(std::size_t layer, const std::vector<std::int32_t>& gains) {
  for (const std::int32_t sum : layers_[layer].examples) {
    Regions reached{0xFFFF, 0};
    for (const std::int32_t gain : gains) {
      const Regions& behind = layers_[layer + 1].regions[of(layer + 1, sum + gain)];
      reached.low = std::min(reached.low, behind.low);
      reached.high = std::max(reached.high, behind.high);
    }
    layers_[layer].regions.push_back(reached);
  }
}

std::vector<std::uint16_t> SumClasses::after(std::size_t layer, std::int32_t gain) const {
  std::vector<std::uint16_t> classes;
  for (const std::int32_t sum : layers_[layer].examples) classes.push_back(of(layer + 1, sum + gain));
  return classes;
}

}  // namespace decision_card
