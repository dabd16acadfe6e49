// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "decision_card/pack.hpp"

namespace decision_card::tests {

/// The text of a file below the project's root. Ends the run when it can't be read.
std::string read_file(const std::string& path);

/// The text of a pack of the project or of the corpus, by its id.
std::string pack_text(const std::string& id, const std::string& part = "decision");

/// A text with pieces replaced: [[from, to], …], each at its first place.
std::string edited(std::string text, const nlohmann::json& edits);

/// A folder of the public corpora, or nothing where they are not at hand.
std::optional<std::string> corpus_folder(const std::string& name);

/// A small pack with a question, and one recommendation `yes` under this condition (JSON text) before the default `no`.
Pack pack_with_condition(const std::string& condition);

/// Opens a pack that must be good.
Pack open(const std::string& text);

Answers answers(const Pack& pack, const std::string& json);

/// The rubric that docs/rubrics.md explains: tram or bus?
const Pack& journey();

/// What a text earns against the journey's rubric: ids of criteria, then those of misconceptions with "-" before them.
std::string found(const std::string& text);

/// The id of the recommendation that the verdict gives.
std::string recommended(const Pack& pack, const std::string& answers_json);

}  // namespace decision_card::tests
