// SPDX-License-Identifier: MIT
#pragma once

#include "decision/situation.hpp"
#include "diagram/linear_forms.hpp"

namespace decision_card::diagram {

using base::Array;
using decision::Program;
using decision::Situation;

/// The questions that the answers leave open, in an order in which they can be eliminated: those that move most points
/// for what they cost first, because they decide most, but none before a question that its `when` looks at.
Array<Index> elimination_order(const Program& program, const Decision& decision, const Situation& situation,
                               const LinearForms& forms);

}  // namespace decision_card::diagram
