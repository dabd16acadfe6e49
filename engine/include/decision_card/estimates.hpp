// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

/// The cost picture of a pack as it is declared; `estimate.hpp` computes it.
namespace decision_card {

using Index = std::uint16_t;
using Indices = std::vector<Index>;

/// A number with its text as the pack writes it, so that it is handed on without a rounding of ours.
struct WrittenNumber {
  double value = 0;
  std::string_view text{};
};

/// Arithmetic in postfix order: evaluating it needs a stack and no tree.
struct FormulaStep {
  enum class Kind : std::uint8_t { number, variable, add, subtract, multiply, divide, least, greatest };
  Kind kind = Kind::number;
  std::uint32_t count = 0;  ///< of operands; for a variable its index: the inputs, then the formulas
  double number = 0;
};
using Formula = std::vector<FormulaStep>;

/// The default that an answer gives to an input.
struct AnswerDefault {
  Index question = 0, choice = 0;
  WrittenNumber value{};
};

struct EstimateInput {
  std::string_view id, text, unit, as_of;
  WrittenNumber least{}, most{}, step{}, value{};
  bool whole = false;
  std::vector<AnswerDefault> by_answer{};  ///< the first that the answers match is taken
  Indices sources{};
};

struct NamedFormula {
  std::string_view id;
  Formula value{};
};

enum class Due : std::uint8_t { up_front, monthly, repeated };

struct CostItem {
  std::string_view text;
  Due due = Due::up_front;
  std::uint32_t every = 0;  ///< months between repetitions; 0: the input says
  Index every_input = 0;
  Formula amount{};
};

/// What one way of doing it costs over time.
struct CostSeries {
  std::string_view id, name;
  Indices alternatives{};
  std::vector<CostItem> items{};
};

struct Estimates {
  std::string_view currency, text;
  std::uint32_t months = 0;
  std::vector<EstimateInput> inputs{};
  std::vector<NamedFormula> formulas{};
  std::vector<CostSeries> series{};  ///< empty: the pack has no cost picture
};

}  // namespace decision_card
