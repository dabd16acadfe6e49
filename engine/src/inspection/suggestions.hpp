// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "decision_card/inspect.hpp"
#include "inspection/mutants.hpp"
#include "inspection/space.hpp"

namespace decision_card::inspection {

/// Chooses, one after the other, the answers that notice most of what is left: at most `budgets::suggested_cases`, and
/// no more than it takes to notice `budgets::enough_noticed` per cent of all changes. `survivors` are the changes that
/// no case notices, `witnesses` answers that tell some of them from the pack; `killed` are those that a case notices.
std::vector<Suggestion> suggest_cases(const Space& space, const JsonDocument& document,
                                      const std::vector<Mutant>& survivors, std::vector<Answers> witnesses,
                                      std::size_t killed);

}  // namespace decision_card::inspection
