// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "grader.hpp"

namespace decision_card {

/// Makes features of the examples of a matcher that has no patterns.
void add_examples(Grader& grader, const Rubric& rubric, const Matcher& matcher, Owner owner);

/// Weighs each feature by how few of the examples have it.
void weigh_examples(Grader& grader);

/// The features of one sentence: its concepts, and the stems of its other words that carry content.
std::vector<Feature> features_of(std::span<const Word> words, std::uint32_t offset, std::span<const Hit> hits);

/// True when a sentence says enough of what the example says.
bool resembles(const Example& example, const std::vector<Feature>& features);

}  // namespace decision_card
