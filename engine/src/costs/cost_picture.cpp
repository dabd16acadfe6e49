// SPDX-License-Identifier: MIT
#include "decision_card/cost_picture.hpp"

#include "costs/estimator.hpp"
#include "decision/answers_reader.hpp"
#include "decision/situation.hpp"

namespace decision_card {

namespace {

/// Reads what the reader says over what the answers and the pack say.
class RequestReader {
 public:
  RequestReader(const Pack& pack, Estimate& result, Reporter& reporter)
      : pack_(pack), estimates_(pack.decision().estimates), result_(result), reporter_(reporter) {}

  /// One value an input.
  std::vector<double> read(JsonValue request) {
    Fields fields(request, reporter_, {"inputs", "answers"});
    if (estimates_.series.empty()) reporter_.report("no_estimates", request, {"This pack estimates no costs."});
    for (const EstimateInput& input : estimates_.inputs) result_.starts.push_back({input.start});
    if (const auto answers = fields.find("answers", Fields::optional))
      take_answers(read_answers(*answers, pack_.decision(), reporter_));
    std::vector<double> values;
    for (const Start& start : result_.starts) values.push_back(start.number.value);
    if (const auto inputs = fields.find("inputs", JsonKind::object, Fields::optional)) take_inputs(*inputs, values);
    return values;
  }

 private:
  /// An answer to a question that is not asked sets nothing.
  void take_answers(const Answers& answers) {
    Situation situation(pack_.program(), pack_.decision());
    situation.assess(answers);
    for (const AnswerDefault& entry : estimates_.by_answer) {
      Start& start = result_.starts[entry.input];
      if (start.from_answer || answers.choices[entry.question] != entry.choice) continue;
      if (!situation.never_asked(entry.question)) start = {entry.start, true};
    }
  }

  void take_inputs(JsonValue given, std::vector<double>& values) {
    for (const JsonValue entry : given) {
      const auto index = index_of(estimates_.inputs, entry.key());
      if (!index)
        reporter_.report_key("unknown_input", entry, {quote(entry.key()), " is not an input of this pack."},
                             {did_you_mean(entry.key(), ids_of(estimates_.inputs))});
      else if (check_input(entry, estimates_.inputs[*index], reporter_)) values[*index] = entry.number();
    }
  }

  const Pack& pack_;
  const Estimates& estimates_;
  Estimate& result_;
  Reporter& reporter_;
};

}  // namespace

Problems estimate(const Pack& pack, std::string_view request, Estimate& result) {
  Result<JsonDocument> document = JsonDocument::parse(request);
  if (!document) return document.take_problems();
  const JsonValue root(document.value(), 0);
  Reporter reporter;
  std::vector<double> values = RequestReader(pack, result, reporter).read(root);
  if (reporter.clean()) compute(pack.decision().estimates, std::move(values), result, root, reporter);
  return reporter.take();
}

}  // namespace decision_card
