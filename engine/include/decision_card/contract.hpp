// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
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

std::string problems_json(const Problems& problems);
std::string description_json(const Pack& pack);
/// The texts that verdicts are made of, by index: for hosts that build the verdict from `verdict_numbers`.
std::string catalogue_json(const Pack& pack);
/// `follow_up`: what the text was graded against, as in `grade`.
std::string grade_json(const Pack& pack, const Grade& grade, std::optional<Index> follow_up);
std::string outlook_json(const Pack& pack, const Outlook& outlook);
std::string flips_json(const Pack& pack, const Answers& answers, const Flips& flips);
/// `{"inputs": {…}, "answers": {…}}` to the cost picture, or `{"problems": […]}`.
std::string estimate_json(const Pack& pack, std::string_view request);
std::string check_json(const Result<Pack>& pack);

}  // namespace decision_card
