// SPDX-License-Identifier: MIT
#include "condition/answer_tests.hpp"

#include "condition/algebra.hpp"
#include "condition/comparison.hpp"
#include "decision_card/limits.hpp"

namespace decision_card::condition {

using base::ChoiceSet;
using base::joined;
using base::list_in_quotes;
using base::Parts;
using base::quote;
using document::ids_of;
using document::index_of;
using document::JsonKind;
using document::JsonValue;
using document::Reporter;

namespace {

Condition literal_on(std::size_t question, ChoiceSet allowed) {
  return Condition::literal({Subject::question, static_cast<std::uint16_t>(question), allowed.word()});
}

std::string values_of(const Question& question) {
  const NumberRange& range = question.range;
  if (question.kind == QuestionKind::number)
    return joined(
        {"Its numbers go from ", range.lowest_text, " to ", range.highest_text, " in steps of ", range.step_text, "."});
  std::vector<std::string_view> values;
  for (const Choice& choice : question.choices) values.push_back(question.numeric() ? choice.value_text : choice.id);
  return "Its values are " + list_in_quotes(values) + ".";
}

/// Whether a comparison holds for a choice, or for every number of an interval.
bool holds_for(const Question& question, const Choice& choice, Comparison op, double number) {
  return holds(choice.value, op, number) &&
         (question.kind != QuestionKind::number || holds(choice.highest, op, number));
}

bool pair_holds(const Question& a, std::size_t i, Comparison op, const Question& b, std::size_t j) {
  if (!a.numeric()) return holds(a.choices[i].id, op, b.choices[j].id);
  // Of a number that is compared with values, every value is a threshold: all numbers of an interval compare alike.
  return holds_for(a, a.choices[i], op, b.choices[j].value) &&
         holds_for(b, b.choices[j], mirrored(op), a.choices[i].value);
}

}  // namespace

void refuse_terms(JsonValue at, Reporter& reporter) {
  reporter.report("condition_too_large", at, {"This condition multiplies out to more than 512 alternatives."},
                  {"Split the rule into several, or group values of one question with \"in\"."});
}

Condition AnswerTests::fail(const char* code, JsonValue at, Parts message, Parts suggestion) {
  reporter_.report(code, at, message, suggestion);
  return {};
}

Condition AnswerTests::checked(std::optional<Condition> condition, JsonValue at) {
  if (condition) return *std::move(condition);
  if (reporter_.looks() > 0) refuse_terms(at, reporter_);
  return {};
}

/// Makes a set of the question's answers a literal. An empty one is refused: the comparison never holds.
Condition AnswerTests::literal_of(std::size_t index, ChoiceSet allowed, bool negated, JsonValue at) {
  const Question& question = decision_.questions[index];
  const std::size_t choices = question.choices.size();
  if (!allowed.meets(ChoiceSet::below(choices)))
    return fail("never_holds", at,
                {question.kind == QuestionKind::number ? "No number of " : "No choice of ", quote(question.id),
                 " can satisfy this comparison."},
                {values_of(question)});
  return literal_on(index, negated ? ChoiceSet::below(choices + 1) - allowed : allowed);
}

/// Returns the answers equal to a constant; none after a problem. The id of a choice stands for its value.
ChoiceSet AnswerTests::matching(const Question& question, JsonValue constant) {
  const bool text = constant.is(JsonKind::text);
  const auto by_id = text ? index_of(question.choices, constant.text()) : std::nullopt;
  if (by_id && question.kind != QuestionKind::number) return ChoiceSet::of(*by_id);
  if (question.numeric() ? !constant.is(JsonKind::number) : !text) {
    mismatch(question, constant);
    return {};
  }
  if (text) {
    reporter_.report_unknown("unknown_choice", constant, constant.text(), {"a choice of ", quote(question.id)},
                             ids_of(question.choices));
    return {};
  }
  ChoiceSet found;
  for (std::size_t k = 0; k < question.choices.size(); ++k) {
    if (holds_for(question, question.choices[k], Comparison::equal, constant.number())) found.add(k);
  }
  return found.empty() ? unknown_number(question, constant) : found;
}

ChoiceSet AnswerTests::unknown_number(const Question& question, JsonValue constant) {
  if (question.kind == QuestionKind::number)
    fail("unknown_choice", constant, {constant.text(), " is no number that ", quote(question.id), " can be."},
         {values_of(question)});
  else
    fail("unknown_choice", constant, {"No choice of ", quote(question.id), " has the value ", constant.text(), "."},
         {values_of(question)});
  return {};
}

Condition AnswerTests::mismatch(const Question& question, JsonValue constant) {
  const auto by_id = constant.is(JsonKind::text) ? index_of(question.choices, constant.text()) : std::nullopt;
  if (by_id && question.numeric() && question.kind != QuestionKind::number)
    return fail("type_mismatch", constant, {"The question ", quote(question.id), " has numbers as values."},
                {"Write ", question.choices[*by_id].value_text, ", the value of ", quote(constant.text()), "."});
  if (question.numeric())
    return fail("type_mismatch", constant, {"The question ", quote(question.id), " has numbers as values."},
                {values_of(question)});
  return fail("type_mismatch", constant,
              {"The question ", quote(question.id), " has choices without values; it can't be compared with ",
               kind_name(constant.kind()), "."},
              {"Compare it with one of its choices: ", list_in_quotes(ids_of(question.choices)), "."});
}

Condition AnswerTests::refuse_several(const Question& question, JsonValue at) {
  return fail("several_compared", at,
              {"Several choices of ", quote(question.id), " may be chosen, so it is no single value to compare."},
              {"Ask whether one of them is chosen: {\"in\": [",
               quote(question.parts.empty() ? "choice" : question.parts.front().id), ", {\"var\": ", quote(question.id),
               "}]}."});
}

Condition AnswerTests::refuse_order(const Question& question, JsonValue at) {
  return fail("order_without_numbers", at,
              {"The choices of ", quote(question.id), " have no numeric value, so they have no order."},
              {"Give every choice a \"value\", or list the choices with \"in\"."});
}

Condition AnswerTests::compare(std::size_t index, Comparison op, JsonValue constant, bool negated, JsonValue at) {
  const Question& question = decision_.questions[index];
  if (question.several()) return refuse_several(question, at);
  if (is_order(op)) return order(index, op, constant, negated);
  const ChoiceSet choices = matching(question, constant);
  if (choices.empty()) return {};
  return literal_of(index, choices, negated != (op == Comparison::not_equal), constant);
}

Condition AnswerTests::order(std::size_t index, Comparison op, JsonValue constant, bool negated) {
  const Question& question = decision_.questions[index];
  if (!question.numeric()) return refuse_order(question, constant);
  if (!constant.is(JsonKind::number)) return mismatch(question, constant);
  const double number = constant.number();
  if (question.kind == QuestionKind::number && (number < question.range.lowest || number > question.range.highest))
    return fail("tells_nothing", constant,
                {"Every number of ", quote(question.id), " lies on one side of ", constant.text(),
                 ", so this comparison tells nothing apart."},
                {values_of(question)});
  ChoiceSet choices;
  for (std::size_t k = 0; k < question.choices.size(); ++k) {
    const Choice& choice = question.choices[k];
    if (holds_for(question, choice, op, number)) choices.add(k);
    else if (holds_for(question, choice, opposite(op), number)) continue;
    else return refuse_cut(question, constant);
  }
  return literal_of(index, choices, negated, constant);
}

/// Only a condition that is changed after the pack was read, as mutants are, needs an interval that there is not.
Condition AnswerTests::refuse_cut(const Question& question, JsonValue at) {
  return fail("too_many_intervals", at, {"No interval of ", quote(question.id), " ends at ", at.text(), "."});
}

bool AnswerTests::comparable(const Question& a, Comparison op, const Question& b, JsonValue at) {
  for (const Question* each : {&a, &b}) {
    if (!each->several()) continue;
    refuse_several(*each, at);
    return false;
  }
  if (a.kind == QuestionKind::number && b.kind == QuestionKind::number) {
    fail("numbers_compared", at,
         {quote(a.id), " and ", quote(b.id), " are both numbers, and they can't be compared with each other."},
         {"Compare each with numbers, or ask for one of them in steps: choices with a \"value\"."});
    return false;
  }
  if (a.numeric() != b.numeric()) {
    fail("type_mismatch", at,
         {quote(a.id), " and ", quote(b.id), " can't be compared: only one of them has numbers as values."});
    return false;
  }
  if (!is_order(op) || a.numeric()) return true;
  fail("order_without_numbers", at, {"The choices of these questions have no numeric value, so they have no order."},
       {"Give every choice a \"value\"."});
  return false;
}

Condition AnswerTests::compare(std::size_t left, Comparison op, std::size_t right, bool negated, JsonValue at) {
  const Question &a = decision_.questions[left], &b = decision_.questions[right];
  if (!comparable(a, op, b, at)) return {};
  Condition result;
  bool any = false;
  for (std::size_t i = 0; i <= a.choices.size(); ++i) {
    ChoiceSet allowed;
    for (std::size_t j = 0; j <= b.choices.size(); ++j) {
      const bool asked = i < a.choices.size() && j < b.choices.size();
      const bool yes = asked ? pair_holds(a, i, op, b, j) : op == Comparison::not_equal;
      any = any || (asked && yes);
      if (yes != negated) allowed.add(j);
    }
    if (allowed.empty()) continue;
    const auto term = both(literal_on(left, ChoiceSet::of(i)), literal_on(right, allowed), reporter_.looks());
    result = checked(term ? either(result, *term, reporter_.looks()) : std::nullopt, at);
  }
  if (!any)
    return fail("never_holds", at,
                {"No choices of ", quote(a.id), " and ", quote(b.id), " can satisfy this comparison."});
  return result;
}

Condition AnswerTests::in(std::size_t index, JsonValue list, bool negated) {
  const Question& question = decision_.questions[index];
  if (question.several())
    return fail(
        "several_compared", list,
        {"Several choices of ", quote(question.id), " may be chosen: \"in\" stands the other way round here."},
        {"Write {\"in\": [\"choice\", {\"var\": ", quote(question.id), "}]} for each, and join them with \"or\"."});
  ChoiceSet choices;
  for (const JsonValue item : list) {
    const ChoiceSet one = matching(question, item);
    if (one.empty()) return {};
    choices |= one;
  }
  return literal_of(index, choices, negated, list);
}

Condition AnswerTests::has(std::size_t index, JsonValue choice, JsonValue at, bool negated) {
  const Question& question = decision_.questions[index];
  if (!question.several())
    return fail("text_haystack", at,
                {"The answer to ", quote(question.id), " is one value, and nothing can be looked up in it."},
                {"Turn it round: {\"in\": [{\"var\": ", quote(question.id), "}, [ … ]]}."});
  if (!choice.is(JsonKind::text))
    return fail("type_mismatch", choice,
                {"What is looked up in ", quote(question.id), " is the id of one choice, and this is ",
                 kind_name(choice.kind()), "."},
                {"Use ", list_in_quotes(ids_of(question.parts)), "; join several with \"and\" or \"or\"."});
  const auto part = index_of(question.parts, choice.text());
  if (!part) {
    reporter_.report_unknown("unknown_choice", choice, choice.text(), {"a choice of ", quote(question.id)},
                             ids_of(question.parts));
    return {};
  }
  return Condition::literal({Subject::question, static_cast<std::uint16_t>(index),
                             negated ? Chosen::no | Chosen::not_asked : Chosen::yes, static_cast<std::uint8_t>(*part)});
}

}  // namespace decision_card::condition
