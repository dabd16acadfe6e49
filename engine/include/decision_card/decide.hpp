// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "decision_card/pack.hpp"

namespace decision_card {

/// The hot path: complete answers to the recommendation and the scores, without reasons and without allocation.
/// `choices`: per question the index of its choice (ignored where the question is not asked).
/// `scores`: receives one score an alternative; fastest with room for five, which may then all be written.
/// Returns the recommendation, or nothing when an asked question has no answer; scores are then undefined.
std::optional<Index> decide(const Pack& pack, std::span<const std::uint8_t> choices, std::span<std::int32_t> scores);

}  // namespace decision_card
