// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "rubric/grader.hpp"

namespace decision_card {

/// Makes features of these examples of the rubric.
void add_examples(Grader& grader, const Rubric& rubric, Slice examples, Owner owner);

/// Weighs each feature by how few of the examples have it.
void weigh_examples(Grader& grader);

/// Appends the features of one sentence: its concepts, and the stems of its other words that carry content.
void add_features(std::span<const Word> words, std::uint32_t offset, std::span<const Hit> hits,
                  std::vector<Feature>& features);

/// True when a sentence says enough of what the example says.
bool resembles(std::span<const Feature> example, std::uint32_t weight, std::span<const Feature> features);

}  // namespace decision_card
