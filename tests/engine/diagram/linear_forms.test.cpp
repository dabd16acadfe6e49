// SPDX-License-Identifier: MIT
#include "diagram/linear_forms.hpp"

#include <doctest/doctest.h>

using namespace decision_card;
using decision_card::diagram::LinearForm;
using decision_card::diagram::LinearForms;
using decision_card::diagram::RegionTest;

TEST_CASE("a score test holds in its regions of a form exactly where its comparison does") {
  std::vector<ScoreTest> tests;
  for (const auto& [op, word] : comparison_words) {
    for (const std::int32_t constant : {-2, 0, 3}) tests.push_back({1, op, std::nullopt, constant});
    tests.push_back({0, op, 1, 1});
    tests.push_back({1, op, 0, 0});  // the same form as the line before, the other way round
  }
  const LinearForms forms(tests);
  CHECK(forms.size() == 2);
  for (std::size_t k = 0; k < tests.size(); ++k) {
    for (std::int32_t left = -5; left <= 5; ++left) {
      for (std::int32_t right = -5; right <= 5; ++right) {
        const std::int32_t scores[] = {left, right};
        const ScoreTest& test = tests[k];
        const std::int32_t to = test.right ? scores[*test.right] + test.constant : test.constant;
        const RegionTest& in = forms.test(k);
        const LinearForm& form = forms[in.form];
        const std::uint16_t region = forms.region(form, form.of(scores));
        CHECK(in.truth({region, region}) == (holds(scores[test.left], test.op, to) ? Truth::yes : Truth::no));
      }
    }
  }
}
