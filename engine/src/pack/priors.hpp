// SPDX-License-Identifier: MIT
#pragma once

#include "document/fields.hpp"

namespace decision_card::pack {

using document::Fields;
using document::JsonValue;
using document::Reporter;

/// The prior of a choice in millionths; below 0 where it has none.
double read_prior(Fields& fields);

/// All or none of a question's choices have a prior. Makes them weights: the smallest whole numbers that stand in the
/// same proportions.
void check_priors(JsonValue choices, Question& question, Reporter& reporter);

}  // namespace decision_card::pack
