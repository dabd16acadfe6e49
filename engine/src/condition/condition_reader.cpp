// SPDX-License-Identifier: MIT
#include "condition/condition_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/bits.hpp"
#include "condition/algebra.hpp"
#include "condition/answer_tests.hpp"
#include "condition/comparison.hpp"
#include "condition/operand_reader.hpp"
#include "decision_card/budgets.hpp"
#include "decision_card/limits.hpp"

namespace decision_card::condition {

using base::ChoiceSet;
using base::list_in_quotes;
using base::Parts;
using base::quote;
using document::ids_of;
using document::JsonKind;
using document::JsonValue;
using document::Reporter;

namespace {

constexpr std::array<std::string_view, 3> gate_states{"pass", "fail", "unknown"};
constexpr std::array<std::string_view, 12> operators{
    "and", "or", "!", "==", "!=", "===", "!==", "<", "<=", ">", ">=", "in"};

class ConditionReader {
 public:
  ConditionReader(Decision& decision, Scope scope, Reporter& reporter)
      : decision_(decision), operands_(decision, scope, reporter), answers_(decision, reporter), reporter_(reporter) {}

  /// The whole condition, as it is kept. When the work for all of them is spent, one problem says so.
  Condition read(JsonValue value) {
    if (looks() == 0) return {};
    Condition condition = read(value, false);
    std::size_t kept = 0;
    for (const Term& term : condition.terms) kept += term.size() * budgets::kept_literal;
    looks() -= std::min(looks(), kept);
    if (looks() == 0) refuse_work(value);
    return condition;
  }

 private:
  /// `negated`: read the opposite; so "!" needs no operation of its own (De Morgan). Recursion ends at limits::depth,
  /// which the document has been checked against.
  Condition read(JsonValue value, bool negated) {
    if (value.is(JsonKind::boolean)) return Condition::constant(value.flag() != negated);
    if (!value.is(JsonKind::object) || value.size() != 1) return refuse_shape(value);
    const JsonValue arguments = *value.begin();
    const std::string_view op = arguments.key();
    if (op == "var")
      return fail("not_a_condition", value, {"A variable alone is no condition."},
                  {"Compare it: {\"==\": [{\"var\": \"question\"}, \"choice\"]}."});
    if (op == "and" || op == "or") return read_list(arguments, negated, (op == "and") != negated);
    if (op == "!") return read_not(arguments, negated);
    if (op == "in") return read_in(arguments, negated);
    if (const auto comparison = comparison_of(op)) return read_comparison(arguments, *comparison, negated);
    return fail_key("unknown_operator", arguments, {quote(op), " is not an operator of conditions."},
                    {reporter_.did_you_mean(op, {operators.begin(), operators.end()})});
  }

  Condition fail(const char* code, JsonValue at, Parts message, Parts suggestion = {}) {
    reporter_.report(code, at, message, suggestion);
    return {};
  }

  Condition fail_key(const char* code, JsonValue at, Parts message, Parts suggestion = {}) {
    reporter_.report_key(code, at, message, suggestion);
    return {};
  }

  Condition refuse_shape(JsonValue value) {
    if (value.is(JsonKind::object)) {
      return fail(
          "not_a_condition", value,
          {"A condition has exactly one operator, and this object has ", std::to_string(value.size()), " members."},
          {"Join several with {\"and\": [ … ]}."});
    }
    return fail("not_a_condition", value, {"A condition can't be ", kind_name(value.kind()), "."},
                {"Write true, false or an object with one operator."});
  }

  [[nodiscard]] std::size_t& looks() { return reporter_.looks(); }

  Condition checked(std::optional<Condition> condition, JsonValue at) {
    if (condition) return *std::move(condition);
    if (looks() == 0) return {};
    refuse_terms(at, reporter_);
    return {};
  }

  void refuse_work(JsonValue at) {
    reporter_.report("condition_too_large", at,
                     {"The pack's conditions, up to this one, multiply out to more than a card can look at."},
                     {"Write fewer or shorter conditions, or group values of one question with \"in\"."});
  }

  Condition read_list(JsonValue arguments, bool negated, bool conjunction) {
    if (!arguments.is(JsonKind::list) || arguments.size() == 0) {
      return fail("operand_count", arguments, {quote(arguments.key()), " needs a list of at least one condition."});
    }
    Condition result = Condition::constant(conjunction);
    for (const JsonValue argument : arguments) {
      const Condition next = read(argument, negated);
      result = checked(conjunction ? both(result, next, looks()) : either(result, next, looks()), argument);
    }
    return result;
  }

  Condition read_not(JsonValue arguments, bool negated) {
    if (!arguments.is(JsonKind::list)) return read(arguments, !negated);
    if (arguments.size() != 1) return fail("operand_count", arguments, {"\"!\" takes one condition."});
    return read(*arguments.begin(), !negated);
  }

  Condition read_comparison(JsonValue arguments, Comparison op, bool negated) {
    const bool between = op == Comparison::less || op == Comparison::less_equal;
    const bool right_count =
        arguments.is(JsonKind::list) && (arguments.size() == 2 || (between && arguments.size() == 3));
    if (!right_count) {
      return fail(
          "operand_count", arguments,
          {quote(arguments.key()), between ? " takes two operands, or three for between." : " takes two operands."});
    }
    std::vector<Operand> sides;
    for (const JsonValue argument : arguments) {
      const auto operand = operands_.read(argument);
      if (!operand) return {};
      sides.push_back(*operand);
    }
    Condition first = compare(sides[0], op, sides[1], negated, arguments);
    if (sides.size() == 2) return first;
    const Condition second = compare(sides[1], op, sides[2], negated, arguments);
    return checked(negated ? either(first, second, looks()) : both(first, second, looks()), arguments);
  }

  Condition compare(Operand left, Comparison op, Operand right, bool negated, JsonValue at) {
    using Kind = Operand::Kind;
    const bool left_constant = left.kind >= Kind::number;
    if (left_constant && right.kind < Kind::number) return compare(right, mirrored(op), left, negated, at);
    if (left_constant) return compare_constants(left, op, right, negated, at);
    if (left.kind == Kind::question && right.kind == Kind::question)
      return answers_.compare(left.index, op, right.index, negated, at);
    if (left.kind == Kind::question && right.kind >= Kind::number)
      return answers_.compare(left.index, op, right.at, negated, at);
    if (left.kind == Kind::gate && right.kind == Kind::text) return compare_gate(left, op, right, negated);
    if (left.kind == Kind::score && (right.kind == Kind::score || right.kind == Kind::number))
      return compare_score(left, op, right, negated);
    return fail("type_mismatch", at, {"These two can't be compared."},
                {"Compare a question with its choices, a score with a number or a score, a gate with \"pass\", "
                 "\"fail\" or \"unknown\"."});
  }

  Condition compare_constants(const Operand& left, Comparison op, const Operand& right, bool negated, JsonValue at) {
    if (left.kind != right.kind)
      return fail("type_mismatch", at, {"A text and a number can't be compared."},
                  {"Write both as texts or both as numbers."});
    if (left.kind == Operand::Kind::number)
      return Condition::constant(holds(left.at.number(), op, right.at.number()) != negated);
    if (is_order(op))
      return fail("order_without_numbers", at, {"Texts have no order."}, {"Use == or !=, or compare numbers."});
    return Condition::constant(holds(left.at.text(), op, right.at.text()) != negated);
  }

  Condition compare_gate(const Operand& left, Comparison op, const Operand& right, bool negated) {
    if (is_order(op))
      return fail("order_without_numbers", right.at, {"The states of a gate have no order."}, {"Use == or !=."});
    const base::Bits64 states = gate_states_of(right.at);
    if (states.empty()) return {};
    return gate_literal(left.index, states, negated != (op == Comparison::not_equal));
  }

  /// Returns the one state that is named; none after a problem.
  base::Bits64 gate_states_of(JsonValue state) {
    for (std::size_t k = 0; k < gate_states.size(); ++k) {
      if (state.is(JsonKind::text) && state.text() == gate_states[k]) return base::Bits64::of(k);
    }
    fail("unknown_gate_state", state, {"A gate is \"pass\", \"fail\" or \"unknown\"."}, {"Use one of these three."});
    return {};
  }

  static Condition gate_literal(std::size_t index, base::Bits64 states, bool negated) {
    const base::Bits64 allowed = negated ? base::Bits64::below(gate_states.size()) - states : states;
    return Condition::literal({Subject::gate, static_cast<std::uint16_t>(index), allowed.word()});
  }

  Condition compare_score(const Operand& left, Comparison op, const Operand& right, bool negated) {
    if (op == Comparison::not_equal) return compare_score(left, Comparison::equal, right, !negated);
    ScoreTest test{static_cast<std::uint16_t>(left.index), op};
    if (right.kind == Operand::Kind::score) {
      test.right = static_cast<std::uint16_t>(right.index);
    } else {
      const double number = right.at.number();
      if (std::abs(number) > limits::score || number != std::floor(number)) {
        return fail("score_out_of_range", right.at, {"A score is a whole number between −32,000 and 32,000."},
                    {"Compare it with such a number."});
      }
      test.constant = static_cast<std::int32_t>(number);
    }
    const auto index = remember(test);
    if (!index) return fail("too_many", left.at, {"The pack holds more than 256 different score comparisons."});
    return Condition::literal({Subject::score_test, *index, negated ? Outcome::no : Outcome::yes});
  }

  /// Returns the index of the test in the decision, where equal tests stand once.
  std::optional<std::uint16_t> remember(const ScoreTest& test) {
    auto& tests = decision_.score_tests;
    const auto found = std::find(tests.begin(), tests.end(), test);
    if (found != tests.end()) return static_cast<std::uint16_t>(found - tests.begin());
    if (tests.size() >= limits::score_tests) return std::nullopt;
    tests.push_back(test);
    return static_cast<std::uint16_t>(tests.size() - 1);
  }

  Condition read_in(JsonValue arguments, bool negated) {
    if (!arguments.is(JsonKind::list) || arguments.size() != 2)
      return fail("operand_count", arguments, {"\"in\" takes a variable and a list."});
    const JsonValue haystack = arguments.at(1);
    if (haystack.is(JsonKind::object)) return read_in_variable(arguments.at(0), haystack, negated);
    if (!haystack.is(JsonKind::list)) {
      return fail(haystack.is(JsonKind::text) ? "text_haystack" : "type_mismatch", haystack,
                  {"The second operand of \"in\" must be a list of texts or numbers."},
                  {"List the choices: {\"in\": [{\"var\": \"question\"}, [\"a\", \"b\"]]}."});
    }
    if (haystack.size() == 0)
      return fail("operand_count", haystack, {"The list of \"in\" is empty, so it never holds."});
    const auto needle = operands_.read(arguments.at(0));
    if (!needle) return {};
    if (needle->kind == Operand::Kind::question) return answers_.in(needle->index, haystack, negated);
    if (needle->kind == Operand::Kind::gate) return gate_in(*needle, haystack, negated);
    if (needle->kind == Operand::Kind::score)
      return fail("type_mismatch", needle->at, {"A score can't be looked up in a list."},
                  {"Compare it with <, <=, >, >=, == or !=."});
    return constant_in(*needle, haystack, negated);
  }

  /// `{"in": ["choice", {"var": "question"}]}`, where several may be chosen.
  Condition read_in_variable(JsonValue needle, JsonValue haystack, bool negated) {
    const auto question = operands_.read(haystack);
    if (!question) return {};
    if (question->kind == Operand::Kind::question) return answers_.has(question->index, needle, haystack, negated);
    return fail("text_haystack", haystack, {"Nothing can be looked up in this: it is no list."},
                {"List the values: {\"in\": [{\"var\": \"gate.ready\"}, [\"pass\", \"unknown\"]]}."});
  }

  Condition gate_in(const Operand& needle, JsonValue haystack, bool negated) {
    base::Bits64 states;
    for (const JsonValue item : haystack) {
      const base::Bits64 one = gate_states_of(item);
      if (one.empty()) return {};
      states |= one;
    }
    return gate_literal(needle.index, states, negated);
  }

  Condition constant_in(const Operand& needle, JsonValue haystack, bool negated) {
    bool found = false;
    for (const JsonValue item : haystack) {
      if (item.kind() != needle.at.kind())
        return fail("type_mismatch", item, {"The list must hold values of the same kind as the one looked up."});
      found =
          found || (item.is(JsonKind::number) ? item.number() == needle.at.number() : item.text() == needle.at.text());
    }
    return Condition::constant(found != negated);
  }

  Decision& decision_;
  OperandReader operands_;
  AnswerTests answers_;
  Reporter& reporter_;
};

}  // namespace

Condition read_condition(JsonValue value, Decision& decision, Scope scope, Reporter& reporter) {
  return ConditionReader(decision, scope, reporter).read(value);
}

}  // namespace decision_card::condition
