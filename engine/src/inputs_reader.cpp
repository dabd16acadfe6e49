// SPDX-License-Identifier: MIT
#include "inputs_reader.hpp"

#include <cmath>

#include "decision_card/estimate.hpp"
#include "decision_reader.hpp"
#include "situation.hpp"

namespace decision_card {

namespace {

/// Where each input starts: at the first of its defaults that an answer gives, else at the pack's own. An answer to a
/// question that is not asked gives none.
void take_answers(const Pack& pack, const Answers& answers, InputValues& values) {
  Situation situation(pack.program(), pack.decision());
  situation.assess(answers);
  const auto& inputs = pack.decision().estimates.inputs;
  for (std::size_t k = 0; k < inputs.size(); ++k) {
    for (const AnswerDefault& entry : inputs[k].by_answer) {
      if (answers.choices[entry.question] != entry.choice || situation.never_asked(entry.question)) continue;
      values[k] = {entry.value.value, std::string(entry.value.text), InputValue::From::answer};
      break;
    }
  }
}

void take_inputs(JsonValue given, const Estimates& estimates, InputValues& values, Reporter& reporter) {
  for (const JsonValue entry : given) {
    const auto index = index_of(estimates.inputs, entry.key());
    if (!index)
      reporter.report_key("unknown_input", entry, {quote(entry.key()), " is not an input of this pack."},
                          {did_you_mean(entry.key(), ids_of(estimates.inputs))});
    else if (check_input(entry, estimates.inputs[*index], reporter))
      values[*index] = {entry.number(), entry.text(), InputValue::From::reader};
  }
}

}  // namespace

bool check_input(JsonValue value, const EstimateInput& input, Reporter& reporter) {
  const std::string range = joined({" from ", input.least.text, " to ", input.most.text, "."});
  if (!value.is(JsonKind::number)) {
    reporter.report("wrong_type", value,
                    {quote(input.text), " must be a number, and it is ", kind_name(value.kind()), "."},
                    {"Write a number", range});
  } else if (!(value.number() >= input.least.value && value.number() <= input.most.value)) {
    reporter.report("number_out_of_range", value, {quote(input.text), " can't be ", value.text(), "."},
                    {"Write a number", range});
  } else if (input.whole && value.number() != std::floor(value.number())) {
    reporter.report("not_whole", value, {quote(input.text), " can't be ", value.text(), ": it counts whole things."},
                    {"Write a whole number", range});
  } else {
    return true;
  }
  return false;
}

InputValues default_inputs(const Estimates& estimates) {
  InputValues values;
  for (const EstimateInput& input : estimates.inputs)
    values.push_back({input.value.value, std::string(input.value.text), InputValue::From::pack});
  return values;
}

Result<InputValues> parse_inputs(const Pack& pack, std::string_view text) {
  const Result<JsonDocument> document = JsonDocument::parse(text);
  if (!document) return document.problems();
  Reporter reporter;
  Fields fields(JsonValue(document.value(), 0), reporter, {"inputs", "answers"});
  if (pack.decision().estimates.series.empty())
    reporter.report("no_estimates", fields.object(), {"This pack estimates no costs."}, {"Ask for its verdict only."});
  InputValues values = default_inputs(pack.decision().estimates);
  if (const auto answers = fields.find("answers", Fields::optional))
    take_answers(pack, read_answers(*answers, pack.decision(), reporter), values);
  if (const auto inputs = fields.find("inputs", JsonKind::object, Fields::optional))
    take_inputs(*inputs, pack.decision().estimates, values, reporter);
  if (!reporter.clean()) return reporter.take();
  return values;
}

}  // namespace decision_card
