// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace decision_card::rubric {

/// What a pattern or an example belongs to, as one number: the topic, the claims, the criteria (those of follow-ups
/// behind the rubric's own), the misconceptions, the topics of the follow-ups.
using Owner = std::uint32_t;
constexpr Owner topic = 0;

}  // namespace decision_card::rubric
