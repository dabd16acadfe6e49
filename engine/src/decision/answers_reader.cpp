// SPDX-License-Identifier: MIT
#include "decision/answers_reader.hpp"

#include <algorithm>
#include <optional>

namespace decision_card::decision {

using base::list_in_quotes;
using base::Parts;
using base::quote;
using document::ids_of;
using document::index_of;
using document::JsonKind;
using document::JsonValue;
using document::kind_name;
using document::Reporter;

namespace {

/// Reads one answer; nothing after a problem.
class AnswerReader {
 public:
  AnswerReader(const Question& question, JsonValue answer, Reporter& reporter)
      : question_(question), answer_(answer), reporter_(reporter) {}

  std::optional<std::size_t> read() {
    if (question_.several()) return several();
    if (question_.kind == QuestionKind::number) return number();
    const auto& choices = question_.choices;
    if (!answer_.is(JsonKind::text))
      return refuse("wrong_type",
                    {"An answer is the id of a choice or null, and this is ", kind_name(answer_.kind()), "."},
                    {"Use ", list_in_quotes(ids_of(choices)), "."});
    if (const auto choice = index_of(choices, answer_.text())) return *choice;
    reporter_.report_unknown("unknown_choice", answer_, answer_.text(), {"a choice of ", quote(question_.id)},
                             ids_of(choices));
    return std::nullopt;
  }

 private:
  std::optional<std::size_t> refuse(const char* code, Parts message, Parts suggestion) {
    reporter_.report(code, answer_, message, suggestion);
    return std::nullopt;
  }

  /// The choice that is named without a list around it; where none is, the first one as an example.
  [[nodiscard]] std::string_view meant() const {
    const bool named = answer_.is(JsonKind::text) && index_of(question_.parts, answer_.text());
    return named ? answer_.text() : question_.parts.front().id;
  }

  std::optional<std::size_t> several() {
    if (!answer_.is(JsonKind::list))
      return refuse("wrong_type",
                    {"An answer to ", quote(question_.id), " is a list of choices or null, and this is ",
                     kind_name(answer_.kind()), "."},
                    {"Write [\"", meant(), "\"]."});
    ChosenSet chosen = 0;
    for (const JsonValue item : answer_) {
      const auto part = item.is(JsonKind::text) ? index_of(question_.parts, item.text()) : std::nullopt;
      if (!part) {
        if (item.is(JsonKind::text))
          reporter_.report_unknown("unknown_choice", item, item.text(), {"a choice of ", quote(question_.id)},
                                   ids_of(question_.parts));
        else
          reporter_.report("wrong_type", item,
                           {"A choice is named by its id, and this is ", kind_name(item.kind()), "."},
                           {"Use ", list_in_quotes(ids_of(question_.parts)), "."});
        return std::nullopt;
      }
      if ((chosen >> *part & 1) != 0) {
        reporter_.report_duplicate(item, item.text());
        return std::nullopt;
      }
      chosen |= ChosenSet{1} << *part;
    }
    if (question_.sets.empty()) return std::nullopt;  // the question itself has been refused
    const auto set = std::find(question_.sets.begin(), question_.sets.end(), chosen);
    if (set != question_.sets.end()) return static_cast<std::size_t>(set - question_.sets.begin());
    return refuse_set();
  }

  std::optional<std::size_t> refuse_set() {
    for (const JsonValue item : answer_) {
      if (answer_.size() > 1 && question_.parts[*index_of(question_.parts, item.text())].exclusive)
        return refuse("bad_count", {quote(item.text()), " can't be chosen together with another choice."},
                      {"Leave it out, or the others."});
    }
    return refuse(
        "bad_count",
        {"To ", quote(question_.id), " at least ", std::to_string(question_.least), " and at most ",
         std::to_string(question_.most), " choices can be chosen, and here are ", std::to_string(answer_.size()), "."},
        {"For \"I don't know\" write null."});
  }

  std::optional<std::size_t> number() {
    const NumberRange& range = question_.range;
    if (!answer_.is(JsonKind::number))
      return refuse(
          "wrong_type",
          {"An answer to ", quote(question_.id), " is a number or null, and this is ", kind_name(answer_.kind()), "."},
          {"Write a number from ", range.lowest_text, " to ", range.highest_text, "."});
    const double number = answer_.number();
    if (!range.has(number))
      return refuse("number_out_of_range",
                    {quote(question_.id), " is a number from ", range.lowest_text, " to ", range.highest_text,
                     " in steps of ", range.step_text, ", and not ", answer_.text(), "."},
                    {"Write such a number, or null."});
    // A pack that is refused for its bounds, or for too many intervals, has none or not all of them.
    const auto& intervals = question_.choices;
    std::size_t interval = 0;
    while (interval < intervals.size() && number > intervals[interval].highest) ++interval;
    return interval < intervals.size() ? std::optional(interval) : std::nullopt;
  }

  const Question& question_;
  JsonValue answer_;
  Reporter& reporter_;
};

void read_answer(JsonValue answer, const Decision& decision, Answers& answers, Reporter& reporter) {
  const auto question = index_of(decision.questions, answer.key());
  if (!question) {
    reporter.report_key("unknown_question", answer, {quote(answer.key()), " is not a question of this pack."},
                        {reporter.did_you_mean(answer.key(), ids_of(decision.questions))});
    return;
  }
  if (answer.is(JsonKind::null)) return;
  if (const auto choice = AnswerReader(decision.questions[*question], answer, reporter).read())
    answers.choices[*question] = static_cast<std::uint8_t>(*choice);
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
