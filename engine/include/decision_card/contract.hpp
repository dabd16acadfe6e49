// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decision_card/cases.hpp"
#include "decision_card/explanation.hpp"
#include "decision_card/flips.hpp"
#include "decision_card/grade.hpp"
#include "decision_card/outlook.hpp"
#include "decision_card/pack.hpp"
#include "decision_card/problem.hpp"
#include "decision_card/verdict.hpp"

/// The engine's JSON contract (web/contract/ has the same as types). Output is compact, UTF-8, in a fixed key order,
/// so the same input gives the same bytes natively, in Node and in every browser.
namespace decision_card {

namespace contract {
class JsonWriter;
void write_rubric(JsonWriter& json, const PackContent& content);
}  // namespace contract

/// The verdict as 32-bit integers, for hosts that hold the catalogue's texts already: a tenth of the JSON to carry, and
/// nothing to parse. A list is its length, then its items; an optional index is -1 where there is none:
///
///     status, exact, recommendation, clarity, same, of, lead, rival
///     texts, as variants: summary, despite, gates_text; as lists of items: steps, risks, measure, costs
///     scores, one an alternative
///     reasons: rule, stance, questions
///     gates, one a gate: state, text, questions, waits_for
///     why_not: recommendation, text, outranked, missing: subject, index, then
///         question: the choice that is asked about where several may be chosen, allowed choices as bits | score test:
///         left, comparison, right, constant | gate: allowed states
///     notes, open, pending, not_asked, ignored
std::vector<std::int32_t> verdict_numbers(const Pack& pack, const Verdict& verdict);

std::string problems_json(const Problems& problems);
/// Writes a pack's `rubric`; a module that reads no rubrics hands over none.
using WriteRubric = void (*)(contract::JsonWriter& json, const PackContent& content);
std::string description_json(const Pack& pack, WriteRubric rubric = contract::write_rubric);
/// The texts that verdicts are made of, by index: for hosts that build the verdict from `verdict_numbers`.
std::string catalogue_json(const Pack& pack);
/// `follow_up`: what the text was graded against, as in `grade`.
std::string grade_json(const Pack& pack, const Grade& grade, std::optional<Index> follow_up);
/// What the reader says of the own text, a line each: `claim ID START END` of a criterion, `criterion ID` and
/// `misconception ID` of what was found and not meant. Nothing for a line that says none of these of what is there.
std::optional<std::vector<ReaderMark>> reader_marks(const Pack& pack, std::optional<Index> follow_up,
                                                    std::string_view text);
std::string outlook_json(const Pack& pack, const Outlook& outlook);
std::string flips_json(const Pack& pack, const Answers& answers, const Flips& flips);
/// `{"inputs": {…}, "answers": {…}}` to the cost picture, or `{"problems": […]}`.
std::string estimate_json(const Pack& pack, std::string_view request);
/// The problems of a pack, or how its own cases do.
std::string check_json(const Result<Pack>& pack);

// What only the author's tools link (decision_card_inspect).

/// What `grade --explain` tells.
std::string explanation_json(const Pack& pack, const Explanation& explanation);
/// What `learn` learns from: a list of the traits' names for each sentence.
std::string traits_json(const std::vector<std::vector<std::string>>& sentences);
/// The whole of `check`: problems where the pack can't be read, else the inspection. `interface_languages` are those of
/// `inspect`, with blanks between them.
std::string inspect_json(std::string_view text, std::string_view interface_languages);
/// The whole of `diff`: the problems of the packs that can't be read, else the difference.
std::string diff_json(std::string_view before, std::string_view after);

}  // namespace decision_card
