// SPDX-License-Identifier: MIT
#include "decision/answers_reader.hpp"

namespace decision_card::decision {

using base::list_in_quotes;
using base::quote;
using document::ids_of;
using document::index_of;
using document::JsonKind;
using document::JsonValue;
using document::kind_name;
using document::Reporter;

namespace {

void read_answer(JsonValue answer, const Decision& decision, Answers& answers, Reporter& reporter) {
  const auto question = index_of(decision.questions, answer.key());
  if (!question) {
    reporter.report_key("unknown_question", answer, {quote(answer.key()), " is not a question of this pack."},
                        {reporter.did_you_mean(answer.key(), ids_of(decision.questions))});
    return;
  }
  if (answer.is(JsonKind::null)) return;
  const auto& choices = decision.questions[*question].choices;
  if (!answer.is(JsonKind::text)) {
    reporter.report("wrong_type", answer,
                    {"An answer is the id of a choice or null, and this is ", kind_name(answer.kind()), "."},
                    {"Use ", list_in_quotes(ids_of(choices)), "."});
    return;
  }
  if (const auto choice = index_of(choices, answer.text()))
    answers.choices[*question] = static_cast<std::uint8_t>(*choice);
  else
    reporter.report_unknown("unknown_choice", answer, answer.text(), {"a choice of ", quote(answer.key())},
                            ids_of(choices));
}

}  // namespace

Answers read_answers(JsonValue value, const Decision& decision, Reporter& reporter) {
  Answers answers = Answers::none(decision.questions.size());
  if (!value.is(JsonKind::object)) {
    reporter.report(
        "wrong_type", value,
        {"Answers must be an object of question ids and choice ids, and this is ", kind_name(value.kind()), "."});
    return answers;
  }
  for (const JsonValue answer : value) read_answer(answer, decision, answers, reporter);
  return answers;
}

}  // namespace decision_card::decision
