// SPDX-License-Identifier: MIT
#include "diagram/linear_forms.hpp"

#include <algorithm>

namespace decision_card {

namespace {

/// One form for a - b and b - a.
ScoreTest in_order(const ScoreTest& test) {
  if (test.right == ScoreTest::none || test.left < test.right) return test;
  return {test.right, mirrored(test.op), test.left, -test.constant};
}

bool starts_at_constant(Comparison op) { return op != Comparison::less_equal && op != Comparison::greater; }
bool starts_behind_constant(Comparison op) { return op != Comparison::less && op != Comparison::greater_equal; }

}  // namespace

Index LinearForms::form_of(const ScoreTest& test) {
  std::size_t k = 0;
  while (k < forms_.size() && (forms_[k].left != test.left || forms_[k].right != test.right)) ++k;
  if (k == forms_.size()) forms_.push({test.left, test.right});
  return static_cast<Index>(k);
}

LinearForms::LinearForms(const std::vector<ScoreTest>& tests) {
  for (const ScoreTest& test : tests) form_of(in_order(test));
  for (std::size_t f = 0; f < forms_.size(); ++f) {
    Array<std::int32_t> breaks;
    for (const ScoreTest& each : tests) {
      const ScoreTest test = in_order(each);
      if (form_of(test) != f) continue;
      if (starts_at_constant(test.op)) insert_sorted(breaks, test.constant);
      if (starts_behind_constant(test.op)) insert_sorted(breaks, test.constant + 1);
    }
    forms_[f].first_break = static_cast<std::uint32_t>(breaks_.size());
    breaks_.append(breaks.data(), breaks.size());
    forms_[f].last_break = static_cast<std::uint32_t>(breaks_.size());
  }
  for (const ScoreTest& each : tests) {
    const ScoreTest test = in_order(each);
    const Index form = form_of(test);
    const std::uint16_t at = region(forms_[form], test.constant), behind = region(forms_[form], test.constant + 1);
    const bool order = test.op != Comparison::equal && test.op != Comparison::not_equal;
    const bool negated =
        test.op == Comparison::greater || test.op == Comparison::greater_equal || test.op == Comparison::not_equal;
    const bool ends_at = test.op == Comparison::less || test.op == Comparison::greater_equal;
    tests_.push({form, order ? std::uint16_t{0} : at, ends_at ? at : behind, negated});
  }
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

void SumClasses::start(std::int32_t sum) { layers_.push({sum, sum, 0, 0, 0, 0, 0}); }

void SumClasses::add_layer(const Array<std::int32_t>& gains) {
  const Layer& before = layers_.back();
  const std::size_t first = gains_.size();
  gains_.append(gains.data(), gains.size());
  layers_.push({before.lowest + gains[0], before.highest + gains[gains.size() - 1], first, gains_.size(), 0, 0, 0});
}

/// A class ends before this sum.
bool SumClasses::parted(std::size_t layer, std::int32_t sum, const LinearForms& forms, const LinearForm& form) const {
  if (layer + 1 == layers_.size()) return forms.region(form, sum - 1) != forms.region(form, sum);
  const Layer& behind = layers_[layer + 1];
  for (std::size_t k = behind.gains; k < behind.last_gain; ++k) {
    if (of(layer + 1, sum - 1 + gains_[k]) != of(layer + 1, sum + gains_[k])) return true;
  }
  return false;
}

Regions SumClasses::reached(std::size_t layer, std::int32_t sum, const LinearForms& forms,
                            const LinearForm& form) const {
  if (layer + 1 == layers_.size()) return {forms.region(form, sum), forms.region(form, sum)};
  const Layer& behind = layers_[layer + 1];
  Regions all{0xFFFF, 0};
  for (std::size_t k = behind.gains; k < behind.last_gain; ++k) {
    const Regions one = regions(layer + 1, of(layer + 1, sum + gains_[k]));
    all = {std::min(all.low, one.low), std::max(all.high, one.high)};
  }
  return all;
}

bool SumClasses::classify(const LinearForms& forms, const LinearForm& form, std::size_t& steps) {
  for (std::size_t k = layers_.size(); k-- > 0;) {
    Layer& layer = layers_[k];
    const std::size_t gains = k + 1 < layers_.size() ? layers_[k + 1].last_gain - layers_[k + 1].gains : form.breaks();
    const std::size_t work = static_cast<std::size_t>(layer.highest - layer.lowest + 1) * (gains + 1);
    steps -= std::min(steps, work);
    if (steps == 0) return false;
    layer.classes = classes_.size();
    layer.examples = examples_.size();
    for (std::int32_t sum = layer.lowest; sum <= layer.highest; ++sum) {
      if (sum == layer.lowest || parted(k, sum, forms, form)) {
        examples_.push(sum);
        regions_.push(reached(k, sum, forms, form));
        ++layer.count;
      }
      classes_.push(static_cast<std::uint16_t>(layer.count - 1));
    }
    most_ = std::max(most_, layer.count);
  }
  return most_ <= 0x1'0000;
}

}  // namespace decision_card
