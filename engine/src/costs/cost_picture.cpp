// SPDX-License-Identifier: MIT
#include "decision_card/cost_picture.hpp"

#include "costs/estimator.hpp"
#include "decision/answers_reader.hpp"
#include "decision/situation.hpp"

namespace decision_card::costs {

using base::quote;
using decision::read_answers;
using decision::Situation;
using document::Fields;
using document::ids_of;
using document::index_of;
using document::JsonKind;
using document::JsonValue;
using document::Reporter;

namespace {

/// Where the inputs start, and the value of each: the pack's own, over it what the answers set, over it what the
/// request gives.
class Request {
 public:
  Request(const Pack& pack, Reporter& reporter)
      : pack_(pack), estimates_(pack.decision().estimates), reporter_(reporter) {}

  void take(JsonValue request) {
    Fields fields(request, reporter_, {"inputs", "answers"});
    if (estimates_.series.empty()) reporter_.report("no_estimates", request, {"This pack estimates no costs."});
    for (const EstimateInput& input : estimates_.inputs) starts.push_back({input.start});
    if (const auto answers = fields.find("answers", Fields::optional))
      take_answers(*answers, read_answers(*answers, pack_.decision(), reporter_));
    for (const Start& start : starts) values.push_back(start.number.value);
    if (const auto inputs = fields.find("inputs", JsonKind::object, Fields::optional)) take_inputs(*inputs);
  }

  std::vector<Start> starts{};   ///< one an input
  std::vector<double> values{};  ///< one an input

 private:
  /// An answer to a question that is not asked sets nothing.
  void take_answers(JsonValue written, const Answers& answers) {
    Situation situation(pack_.program(), pack_.decision());
    situation.assess(answers);
    for (const AnswerDefault& entry : estimates_.by_answer) {
      Start& start = starts[entry.input];
      if (start.from_answer || !chosen(answers, entry)) continue;
      if (!situation.never_asked(entry.question)) start = {start_of(written, entry), true};
    }
  }

  /// Conditions know a number's interval alone, so it is taken as it is written.
  [[nodiscard]] WrittenNumber start_of(JsonValue answers, const AnswerDefault& entry) const {
    const Question& question = pack_.decision().questions[entry.question];
    for (const JsonValue answer : answers) {
      if (question.kind == QuestionKind::number && answer.key() == question.id) return {answer.number(), answer.text()};
    }
    return entry.start;
  }

  [[nodiscard]] bool chosen(const Answers& answers, const AnswerDefault& entry) const {
    const Question& question = pack_.decision().questions[entry.question];
    const std::uint8_t answer = answers.choices[entry.question];
    if (answer == Answers::unanswered) return false;
    if (question.kind == QuestionKind::number) return true;
    if (!question.several()) return answer == entry.choice;
    return (question.sets[answer] >> entry.choice & 1) != 0;
  }

  void take_inputs(JsonValue given) {
    for (const JsonValue entry : given) {
      const auto index = index_of(estimates_.inputs, entry.key());
      if (!index)
        reporter_.report_key("unknown_input", entry, {quote(entry.key()), " is not an input of this pack."},
                             {reporter_.did_you_mean(entry.key(), ids_of(estimates_.inputs))});
      else if (check_input(entry, estimates_.inputs[*index], reporter_)) values[*index] = entry.number();
    }
  }

  const Pack& pack_;
  const Estimates& estimates_;
  Reporter& reporter_;
};

}  // namespace

}  // namespace decision_card::costs

namespace decision_card {

Result<CostPicture> cost_picture(const Pack& pack, std::string_view text) {
  Result<document::JsonDocument> document = document::JsonDocument::parse(text);
  if (!document) return document.take_problems();
  const document::JsonValue root(document.value(), 0);
  document::Reporter reporter;
  costs::Request request(pack, reporter);
  request.take(root);
  if (!reporter.clean()) return reporter.take();
  CostPicture picture = costs::compute(pack.decision().estimates, std::move(request.values), root, reporter);
  if (!reporter.clean()) return reporter.take();
  picture.starts = std::move(request.starts);
  picture.answers = document.value().texts();
  return picture;
}

}  // namespace decision_card
