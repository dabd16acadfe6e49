// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "decision_card/cases.hpp"
#include "decision_card/flips.hpp"
#include "decision_card/grade.hpp"
#include "decision_card/outlook.hpp"
#include "decision_card/pack.hpp"
#include "decision_card/problem.hpp"
#include "decision_card/verdict.hpp"

/// The engine's JSON contract (web/contract.ts has the same as types). Output is compact, UTF-8, in a fixed key order,
/// so the same input gives the same bytes natively, in Node and in every browser.
namespace decision_card {

class JsonWriter;

std::string problems_json(const Problems& problems);
/// Writes a pack's `rubric`; a module that reads no rubrics hands over none.
using WriteRubric = void (*)(JsonWriter& json, const PackContent& content);
void write_rubric(JsonWriter& json, const PackContent& content);
std::string description_json(const Pack& pack, WriteRubric rubric = write_rubric);
/// The texts that verdicts are made of, by index: for hosts that build the verdict from `verdict_numbers`.
std::string catalogue_json(const Pack& pack);
/// `follow_up`: what the text was graded against, as in `grade`.
std::string grade_json(const Pack& pack, const Grade& grade, int follow_up);
std::string outlook_json(const Pack& pack, const Outlook& outlook);
std::string flips_json(const Pack& pack, const Answers& answers, const Flips& flips);
/// `{"inputs": {…}, "answers": {…}}` to the cost picture, or `{"problems": […]}`.
std::string estimate_json(const Pack& pack, std::string_view request);
std::string check_json(const Result<Pack>& pack);

}  // namespace decision_card
