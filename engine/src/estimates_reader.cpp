// SPDX-License-Identifier: MIT
#include "estimates_reader.hpp"

#include <cmath>

#include "decision_card/estimate.hpp"
#include "decision_card/limits.hpp"
#include "formula.hpp"
#include "inputs_reader.hpp"

namespace decision_card {

namespace {

bool is_currency(std::string_view text) {
  return text.size() == 3 && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

bool is_interval(double months) { return months >= 1 && months <= limits::months && months == std::floor(months); }

class EstimatesReader {
 public:
  EstimatesReader(JsonValue value, const std::vector<std::string_view>& source_ids, Decision& decision,
                  Reporter& reporter)
      : fields_(value, reporter, {"currency", "text", "months", "inputs", "formulas", "series"}),
        source_ids_(source_ids),
        decision_(decision),
        estimates_(decision.estimates),
        reporter_(reporter) {}

  void read() {
    if (!fields_.valid()) return;
    estimates_.currency = fields_.text("currency", Fields::required);
    if (!estimates_.currency.empty() && !is_currency(estimates_.currency))
      reporter_.report("bad_currency", *fields_.find("currency", Fields::required),
                       {quote(estimates_.currency), " is not the code of a currency."},
                       {"Write three capital letters, for example \"USD\"."});
    estimates_.text = fields_.text("text", Fields::optional);
    if (const auto months = fields_.find("months", JsonKind::number, Fields::required)) read_months(*months);
    each("inputs", 1, limits::estimate_inputs, Fields::required, estimates_.inputs, &EstimatesReader::read_input);
    each("formulas", 0, limits::formulas, Fields::optional, estimates_.formulas, &EstimatesReader::read_named_formula);
    each("series", 1, limits::cost_series, Fields::required, estimates_.series, &EstimatesReader::read_series);
    if (reporter_.clean()) try_defaults();
  }

 private:
  /// As in the decision's own lists: an item with problems is kept, so that what refers to it is not reported too.
  template <class T>
  void each(std::string_view name, std::size_t least, std::size_t most, Fields::Need need, std::vector<T>& items,
            void (EstimatesReader::*read_item)(JsonValue, T&)) {
    const auto list = fields_.list(name, least, most, need);
    if (!list) return;
    for (const JsonValue value : *list) {
      if (items.size() >= most) return;
      T item{};
      (this->*read_item)(value, item);
      if (!item.id.empty() && index_of(items, item.id)) report_duplicate(value, item.id);
      items.push_back(std::move(item));
    }
  }

  void report_duplicate(JsonValue at, std::string_view id) {
    reporter_.report("duplicate_id", at, {"The id ", quote(id), " is used twice."}, {"Give each its own id."});
  }

  void read_months(JsonValue months) {
    if (is_interval(months.number())) estimates_.months = static_cast<std::uint32_t>(months.number());
    else refuse_interval(months);
  }

  void refuse_interval(JsonValue at) {
    reporter_.report("bad_interval", at, {"This must be a whole number of months from 1 to 120."},
                     {"Write such a number; \"every\" may also name an input that is whole and within them: {\"var\": "
                      "\"input\"}."});
  }

  static WrittenNumber number(Fields& fields, std::string_view name) {
    const auto found = fields.find(name, JsonKind::number, Fields::required);
    return found ? WrittenNumber{found->number(), found->text()} : WrittenNumber{};
  }

  void read_input(JsonValue value, EstimateInput& input) {
    Fields fields(value, reporter_,
                  {"id", "text", "unit", "min", "max", "step", "whole", "default", "by_answer", "as_of", "sources"});
    if (!fields.valid()) return;
    input.id = fields.id();
    input.text = fields.text("text", Fields::required);
    input.unit = fields.text("unit", Fields::required);
    input.least = number(fields, "min");
    input.most = number(fields, "max");
    input.step = number(fields, "step");
    input.whole = fields.flag("whole");
    check_range(fields, input);
    if (const auto given = fields.find("default", Fields::required)) input.value = read_default(*given, input);
    if (const auto map = fields.find("by_answer", JsonKind::object, Fields::optional)) read_by_answer(*map, input);
    input.as_of = fields.date("as_of", Fields::required);
    const auto cited = fields.find("sources", Fields::required);
    if (cited && cited->is(JsonKind::list) && cited->size() == 0)
      reporter_.report("too_few", *cited, {"No source is named for this figure."},
                       {"Name where it comes from; an assumption of your own is a source too."});
    input.sources =
        references(fields, "sources", source_ids_, "unknown_source", "a source of this pack", limits::list_items);
  }

  void check_range(const Fields& fields, const EstimateInput& input) {
    constexpr double largest = 9007199254740991.0;  // exact in a double and in JavaScript
    const bool complete = !input.least.text.empty() && !input.most.text.empty() && !input.step.text.empty();
    const bool good = input.least.value >= -largest && input.least.value <= input.most.value &&
                      input.most.value <= largest && input.step.value > 0;
    if (good || !complete) return;
    reporter_.report("bad_range", fields.object(), {"No number can be chosen here."},
                     {"Let \"min\" be at most \"max\", both within ±9007199254740991, and \"step\" above 0."});
  }

  WrittenNumber read_default(JsonValue value, const EstimateInput& input) {
    if (!input.least.text.empty() && !input.most.text.empty()) check_input(value, input, reporter_);
    return {value.number(), value.text()};
  }

  /// `{question: {choice: number}}`: what the reader has answered sets where an input starts.
  void read_by_answer(JsonValue map, EstimateInput& input) {
    for (const JsonValue entry : map) {
      const auto question = index_of(decision_.questions, entry.key());
      if (!question)
        reporter_.report_key("unknown_question", entry, {quote(entry.key()), " is not a question of this pack."},
                             {did_you_mean(entry.key(), ids_of(decision_.questions))});
      else if (!entry.is(JsonKind::object))
        reporter_.report("wrong_type", entry, {"This must be an object of choices and numbers."});
      else read_by_choice(entry, *question, input);
    }
  }

  void read_by_choice(JsonValue map, Index question, EstimateInput& input) {
    for (const JsonValue entry : map) {
      const auto& choices = decision_.questions[question].choices;
      const auto choice = index_of(choices, entry.key());
      if (!choice)
        reporter_.report_key("unknown_choice", entry, {quote(entry.key()), " is not a choice of this question."},
                             {did_you_mean(entry.key(), ids_of(choices))});
      else input.by_answer.push_back({question, *choice, read_default(entry, input)});
    }
  }

  void read_named_formula(JsonValue value, NamedFormula& formula) {
    Fields fields(value, reporter_, {"id", "value"});
    if (!fields.valid()) return;
    formula.id = fields.id();
    if (!formula.id.empty() && index_of(estimates_.inputs, formula.id)) report_duplicate(value, formula.id);
    if (const auto found = fields.find("value", Fields::required))
      formula.value = read_formula(*found, estimates_, reporter_);
  }

  void read_series(JsonValue value, CostSeries& series) {
    Fields fields(value, reporter_, {"id", "name", "alternatives", "up_front", "monthly", "repeated"});
    if (!fields.valid()) return;
    series.id = fields.id();
    series.name = fields.text("name", Fields::required);
    series.alternatives = references(fields, "alternatives", ids_of(decision_.alternatives), "unknown_alternative",
                                     "an alternative of this pack", limits::alternatives);
    read_items(fields, "up_front", Due::up_front, series);
    read_items(fields, "monthly", Due::monthly, series);
    read_items(fields, "repeated", Due::repeated, series);
  }

  void read_items(Fields& parent, std::string_view name, Due due, CostSeries& series) {
    const auto list = parent.list(name, 0, limits::cost_items, Fields::optional);
    if (!list) return;
    for (const JsonValue value : *list) {
      Fields fields = item_fields(value, due);
      if (!fields.valid()) continue;
      CostItem& item = series.items.emplace_back();
      item.due = due;
      item.text = fields.text("text", Fields::required);
      if (const auto amount = fields.find("amount", Fields::required))
        item.amount = read_formula(*amount, estimates_, reporter_);
      if (due != Due::repeated) continue;
      if (const auto every = fields.find("every", Fields::required)) read_every(*every, item);
    }
  }

  Fields item_fields(JsonValue value, Due due) {
    if (due == Due::repeated) return {value, reporter_, {"text", "every", "amount"}};
    return {value, reporter_, {"text", "amount"}};
  }

  /// A number, or an input that can be nothing but a good one: then no figure of the reader's can break it.
  void read_every(JsonValue value, CostItem& item) {
    if (value.is(JsonKind::number) && is_interval(value.number())) {
      item.every = static_cast<std::uint32_t>(value.number());
      return;
    }
    const bool variable = value.is(JsonKind::object) && value.size() == 1 && (*value.begin()).key() == "var";
    const auto index = variable ? read_variable(*value.begin(), estimates_, reporter_) : std::nullopt;
    if (variable && !index) return;
    if (!index || *index >= estimates_.inputs.size() || !gives_interval(estimates_.inputs[*index]))
      return refuse_interval(value);
    item.every_input = *index;
  }

  static bool gives_interval(const EstimateInput& input) {
    return input.whole && is_interval(input.least.value) && is_interval(input.most.value);
  }

  /// A pack whose own figures give no cost picture would greet its reader with an error.
  void try_defaults() {
    const Result<Estimate> tried = estimate(estimates_, default_inputs(estimates_));
    if (tried) return;
    const Problem& problem = tried.problems().front();
    reporter_.report(problem.code, fields_.object(), {problem.message}, {problem.suggestion});
  }

  Fields fields_;
  const std::vector<std::string_view>& source_ids_;
  Decision& decision_;
  Estimates& estimates_;
  Reporter& reporter_;
};

}  // namespace

void read_estimates(JsonValue value, const std::vector<std::string_view>& source_ids, Decision& decision,
                    Reporter& reporter) {
  EstimatesReader(value, source_ids, decision, reporter).read();
}

}  // namespace decision_card
