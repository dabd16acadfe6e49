// SPDX-License-Identifier: MIT
#pragma once

#include "decision_card/pack.hpp"

namespace decision_card::difference {

/// Whether a number from `low` to `high` answers both questions, each of which counts in steps of its own.
bool have_common_number(const NumberRange& a, const NumberRange& b, double low, double high);

}  // namespace decision_card::difference
