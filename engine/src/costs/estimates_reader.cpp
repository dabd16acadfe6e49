// SPDX-License-Identifier: MIT
#include "costs/estimates_reader.hpp"

#include <algorithm>
#include <cmath>

#include "costs/estimator.hpp"
#include "costs/formula_reader.hpp"
#include "decision_card/limits.hpp"

namespace decision_card::costs {

using base::quote;
using document::Fields;
using document::ids_of;
using document::index_of;
using document::JsonKind;
using document::JsonValue;
using document::references;
using document::Reporter;

namespace {

constexpr double largest = 9007199254740991.0;  // exact in a double and in JavaScript

bool is_interval(double months) { return months >= 1 && months <= limits::months && months == std::floor(months); }

WrittenNumber written(JsonValue value) { return {value.number(), value.text()}; }

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
    read_currency();
    estimates_.text = fields_.text("text", Fields::optional);
    if (const auto months = fields_.find("months", Fields::required)) estimates_.months = read_interval(*months);
    each("inputs", 1, limits::estimate_inputs, Fields::required, &EstimatesReader::read_input);
    each("formulas", 0, limits::formulas, Fields::optional, &EstimatesReader::read_named_formula);
    each("series", 1, limits::cost_series, Fields::required, &EstimatesReader::read_series);
    if (reporter_.clean()) try_starts();
  }

 private:
  void read_currency() {
    estimates_.currency = fields_.text("currency", Fields::required);
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const std::string_view code = estimates_.currency;
    if (code.empty() || (code.size() == 3 && std::all_of(code.begin(), code.end(), capital))) return;
    reporter_.report("bad_currency", fields_.object(), {quote(code), " is not the code of a currency."},
                     {"Write three capital letters, for example \"USD\"."});
  }

  /// Items with problems are kept, so that what refers to them is not reported too.
  void each(const char* name, std::size_t least, std::size_t most, Fields::Need need,
            void (EstimatesReader::*read_item)(JsonValue)) {
    const auto list = fields_.list(name, least, most, need);
    if (!list || list->size() > most) return;
    for (const JsonValue item : *list) (this->*read_item)(item);
  }

  /// Inputs and formulas share their names, because formulas use both.
  std::string_view new_id(Fields& fields, const std::vector<std::string_view>& ids) {
    const std::string_view id = fields.id();
    if (!id.empty() && std::find(ids.begin(), ids.end(), id) != ids.end())
      reporter_.report("duplicate_id", fields.object(), {"The id ", quote(id), " is used twice."},
                       {"Give each input and formula its own."});
    return id;
  }

  std::uint16_t read_interval(JsonValue value) {
    if (value.is(JsonKind::number) && is_interval(value.number())) return static_cast<std::uint16_t>(value.number());
    reporter_.report("bad_interval", value, {"This must be a whole number of months from 1 to 120."},
                     {"\"every\" may also name an input that is always such a number: {\"var\": \"input\"}."});
    return 0;
  }

  void read_input(JsonValue value) {
    Fields fields(
        value, reporter_,
        {"id", "text", "unit", "min", "max", "step", "whole", "default", "question", "by_answer", "as_of", "sources"});
    EstimateInput input;
    input.id = new_id(fields, ids_of(estimates_.inputs));
    input.text = fields.text("text", Fields::required);
    input.unit = fields.text("unit", Fields::required);
    input.as_of = fields.date("as_of", Fields::required);
    input.whole = fields.flag("whole");
    if (read_range(fields, input)) read_starts(fields, input);
    const auto sources = fields.find("sources", Fields::required);
    if (sources && sources->is(JsonKind::list) && sources->size() == 0)
      reporter_.report("too_few", *sources, {"A figure needs a source."}, {"An assumption of your own is one, too."});
    input.sources =
        references(fields, "sources", source_ids_, "unknown_source", "a source of this pack", limits::list_items);
    estimates_.inputs.push_back(std::move(input));
  }

  bool read_range(Fields& fields, EstimateInput& input) {
    const auto least = fields.find("min", JsonKind::number, Fields::required);
    const auto most = fields.find("max", JsonKind::number, Fields::required);
    const auto step = fields.find("step", JsonKind::number, Fields::required);
    if (!least || !most || !step) return false;
    input.least = written(*least);
    input.most = written(*most);
    input.step = written(*step);
    if (-largest <= input.least.value && input.least.value <= input.most.value && input.most.value <= largest &&
        input.step.value > 0)
      return true;
    reporter_.report("bad_range", fields.object(), {"No number is in this range, or no step leads through it."},
                     {"Let \"min\" be at most \"max\", both within ±9007199254740991, and \"step\" above 0."});
    return false;
  }

  void read_starts(Fields& fields, EstimateInput& input) {
    if (const auto start = fields.find("default", Fields::required)) input.start = read_start(*start, input);
    read_question(fields, input);
    if (const auto map = fields.find("by_answer", JsonKind::object, Fields::optional)) read_by_answer(*map, input);
  }

  /// The number that answers this question is the figure: every such number must be one that the figure can be.
  void read_question(Fields& fields, const EstimateInput& input) {
    const auto id = fields.find("question", JsonKind::text, Fields::optional);
    if (!id) return;
    std::vector<std::string_view> numbers;
    for (const Question& question : decision_.questions) {
      if (question.kind == QuestionKind::number) numbers.push_back(question.id);
    }
    if (std::find(numbers.begin(), numbers.end(), id->text()) == numbers.end())
      return reporter_.report_unknown("unknown_question", *id, id->text(), {"a question that asks for a number"},
                                      numbers);
    const auto question = index_of(decision_.questions, id->text());
    const NumberRange& range = decision_.questions[*question].range;
    const bool whole =
        !input.whole || (range.lowest == std::floor(range.lowest) && range.step == std::floor(range.step));
    if (range.lowest < input.least.value || range.highest > input.most.value || !whole)
      reporter_.report("number_out_of_range", *id, {"Not every answer to ", quote(id->text()), " can be this figure."},
                       {"Let \"min\", \"max\" and \"whole\" allow them all."});
    estimates_.by_answer.push_back({static_cast<Index>(estimates_.inputs.size()), *question, 0, {}});
  }

  WrittenNumber read_start(JsonValue value, const EstimateInput& input) {
    check_input(value, input, reporter_);
    return written(value);
  }

  /// `{question: {choice: number}}`: what the reader has answered sets where an input starts.
  void read_by_answer(JsonValue map, const EstimateInput& input) {
    for (const JsonValue entry : map) {
      const auto question = named("unknown_question", entry, ids_of(decision_.questions));
      if (!question) continue;
      const Question& asked = decision_.questions[*question];
      if (asked.kind == QuestionKind::number) {
        reporter_.report("wrong_type", entry,
                         {"Only choices set where a figure starts, and ", quote(asked.id), " asks for a number."},
                         {"Write \"question\": ", quote(asked.id), " instead: its answer is the figure then."});
        continue;
      }
      const auto& choices = asked.offered();
      if (!entry.is(JsonKind::object))
        reporter_.report("wrong_type", entry, {"This must be an object of choices and numbers."});
      for (const JsonValue start : entry) {
        const auto choice = entry.is(JsonKind::object) ? named("unknown_choice", start, ids_of(choices)) : std::nullopt;
        if (!choice) continue;
        const auto index = static_cast<Index>(estimates_.inputs.size());
        estimates_.by_answer.push_back({index, *question, *choice, read_start(start, input)});
      }
    }
  }

  std::optional<Index> named(const char* code, JsonValue member, const std::vector<std::string_view>& ids) {
    const auto found = std::find(ids.begin(), ids.end(), member.key());
    if (found != ids.end()) return static_cast<Index>(found - ids.begin());
    reporter_.report_key(code, member, {quote(member.key()), " is not known here."},
                         {reporter_.did_you_mean(member.key(), ids)});
    return std::nullopt;
  }

  void read_named_formula(JsonValue value) {
    Fields fields(value, reporter_, {"id", "value"});
    std::vector<std::string_view> ids = ids_of(estimates_.inputs);
    for (const Formula& formula : estimates_.formulas) ids.push_back(formula.name);
    const std::string_view id = new_id(fields, ids);
    if (const auto found = fields.find("value", Fields::required)) read_formula(*found, id, estimates_, reporter_);
    estimates_.named = static_cast<std::uint32_t>(estimates_.formulas.size());
  }

  void read_series(JsonValue value) {
    Fields fields(value, reporter_, {"id", "name", "up_front", "monthly", "repeated"});
    const std::string_view id = new_id(fields, ids_of(estimates_.series));
    estimates_.series.push_back({id, fields.text("name", Fields::required)});
    read_costs(fields, "up_front", Due::up_front);
    read_costs(fields, "monthly", Due::monthly);
    read_costs(fields, "repeated", Due::repeated);
  }

  void read_costs(Fields& series, const char* name, Due due) {
    const auto list = series.list(name, 0, limits::costs, Fields::optional);
    if (!list) return;
    for (const JsonValue item : *list) {
      Fields fields = cost_fields(item, due);
      Cost cost{static_cast<Index>(estimates_.series.size() - 1), due, static_cast<std::uint16_t>(due == Due::monthly),
                0, static_cast<Index>(estimates_.formulas.size())};
      const std::string_view text = fields.text("text", Fields::required);
      const auto every = due == Due::repeated ? fields.find("every", Fields::required) : std::nullopt;
      if (every) read_every(*every, cost);
      if (const auto amount = fields.find("amount", Fields::required))
        read_formula(*amount, text, estimates_, reporter_);
      estimates_.costs.push_back(cost);
    }
  }

  Fields cost_fields(JsonValue value, Due due) {
    if (due == Due::repeated) return {value, reporter_, {"text", "every", "amount"}};
    return {value, reporter_, {"text", "amount"}};
  }

  /// A number, or an input that can be nothing but a good one: then no figure of the reader's can break it.
  void read_every(JsonValue value, Cost& cost) {
    const bool variable = value.is(JsonKind::object) && value.size() == 1 && (*value.begin()).key() == "var";
    if (!variable) {
      cost.every = read_interval(value);
      return;
    }
    const auto index = read_variable(*value.begin(), estimates_, reporter_);
    if (!index) return;
    cost.every_input = *index;
    if (*index >= estimates_.inputs.size() || !is_interval_input(estimates_.inputs[*index])) read_interval(value);
  }

  static bool is_interval_input(const EstimateInput& input) {
    return input.whole && is_interval(input.least.value) && is_interval(input.most.value);
  }

  /// A pack whose own figures give no cost picture would greet its reader with an error.
  void try_starts() {
    std::vector<double> values;
    for (const EstimateInput& input : estimates_.inputs) values.push_back(input.start.value);
    compute(estimates_, std::move(values), fields_.object(), reporter_);
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

}  // namespace decision_card::costs
