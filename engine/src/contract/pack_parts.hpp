// SPDX-License-Identifier: MIT
#pragma once

#include "contract/json_writer.hpp"
#include "decision_card/pack.hpp"

// Parts of a pack that several results have in common.
namespace decision_card::contract {

/// The pack's id and version as a member of this name.
void write_pack(JsonWriter& json, const char* name, const PackContent& content);
void write_sources(JsonWriter& json, const Indices& sources, const PackContent& content);
void write_claim(JsonWriter& json, const Claim& claim, const PackContent& content);
void write_note(JsonWriter& json, const Note& note, const PackContent& content);
/// What conditions can tell of an answer: the id of a choice, a list of them, or the interval of a number.
void write_answer(JsonWriter& json, const Question& question, std::size_t answer);
/// The interval of a number.
void write_interval(JsonWriter& json, const Choice& interval);
/// The member `points`: those alternatives to which the rule gives any.
void write_points(JsonWriter& json, const Rule& rule, const Decision& decision);

}  // namespace decision_card::contract
