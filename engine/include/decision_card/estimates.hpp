// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "decision_card/closed_set.hpp"
#include "decision_card/index.hpp"

/// The cost picture as a pack declares it; `cost_picture.hpp` computes it. Flat lists of plain values: each kind of
/// list costs bytes in the WebAssembly module, and nested ones most (docs/decisions/0009).
namespace decision_card {

/// A number with its text as the pack writes it, so that it is handed on without a rounding of ours.
struct WrittenNumber {
  double value = 0;
  std::string_view text{};
};

struct EstimateInput {
  std::string_view id, text, unit, as_of;
  WrittenNumber least{}, most{}, step{}, start{};
  bool whole = false;
  Indices sources{};
};

/// Where an input starts for a reader who has given this answer: at `start`, or where the question asks for a number,
/// at that. The first entry that matches is taken.
struct AnswerDefault {
  Index input = 0, question = 0, choice = 0;
  WrittenNumber start{};
};

/// One step of a formula in postfix order: evaluating it needs a stack and no tree.
struct FormulaStep {
  enum class Kind : std::uint8_t { number, variable, add, subtract, multiply, divide, least, greatest };
  Kind kind = Kind::number;
  Index variable = 0;          ///< of a variable: an input, or behind all inputs a formula
  std::uint32_t operands = 0;  ///< of an operator: how many values it takes from the stack
  double number = 0;           ///< of a number
};

/// A formula of the pack (named by its id) or the amount of a cost (named by its text).
struct Formula {
  std::string_view name;
  std::uint32_t first = 0, last = 0;  ///< of the steps
};

enum class Due : std::uint8_t { up_front, monthly, repeated };
inline constexpr ValueWord<Due> due_words[] = {
    {Due::up_front, "up_front"}, {Due::monthly, "monthly"}, {Due::repeated, "repeated"}};
static_assert(in_order(due_words));

struct Cost {
  Index series = 0;
  Due due = Due::up_front;
  std::uint16_t every = 0;  ///< months between repetitions; 0: `every_input` says
  Index every_input = 0;
  Index formula = 0;  ///< gives its amount
};

/// One way of doing it, drawn as one line.
struct CostSeries {
  std::string_view id, name;
};

struct Estimates {
  std::string_view currency, text;
  std::uint32_t months = 0;
  std::vector<EstimateInput> inputs{};
  std::vector<AnswerDefault> by_answer{};
  std::vector<FormulaStep> steps{};
  std::vector<Formula> formulas{};   ///< each uses inputs and earlier named ones
  std::uint32_t named = 0;           ///< the first so many formulas are the pack's own; the others are amounts of costs
  std::vector<CostSeries> series{};  ///< empty: the pack has no cost picture
  std::vector<Cost> costs{};
};

}  // namespace decision_card
