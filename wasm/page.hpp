// SPDX-License-Identifier: MIT
// What the modules of a page share: the text that comes in, and the open packs. Packs live in slots; a slot's number is
// the handle that the facade holds.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "decision_card/contract.hpp"

struct Slot {
  decision_card::Pack pack;
  decision_card::Answers answers;
  std::array<std::int32_t, 8> scores{};
  std::vector<std::unique_ptr<std::uint8_t[]>> batches{};     ///< answer sets of evaluators
  std::shared_ptr<const decision_card::Grader> grader{};      ///< made when the first text is graded
  std::shared_ptr<decision_card::Preparation> preparation{};  ///< of outlooks; started by the first that needs it
};

/// What this module reads of a pack, and what it tells of it beside the decision; each says it once, in decide.cpp or
/// grade.cpp.
struct ModuleParts {
  const decision_card::Sections& sections;
  decision_card::WriteRubric rubric;
};
extern const ModuleParts module_parts;

/// The text that the next call reads; the caller fills it through `dc_input`.
extern std::string input;

/// Nothing for a handle that is not open.
Slot* slot_of(int handle);

/// A problem of the whole pack, as `{"problems": […]}`.
std::string problem(std::string_view code, std::string message, std::string suggestion);

/// Takes the answers in `input`, JSON text, into the slot: nothing when they are good, else `{"problems": […]}`;
/// nothing for a handle that is not open, too.
std::string read_answers(int handle);
