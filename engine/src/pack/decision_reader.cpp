// SPDX-License-Identifier: MIT
#include "pack/decision_reader.hpp"

#include <cmath>
#include <cstdlib>

#include "condition/condition_reader.hpp"
#include "costs/estimates_reader.hpp"
#include "decision/answers_reader.hpp"
#include "decision_card/limits.hpp"
#include "pack/number_cuts.hpp"
#include "pack/question_reader.hpp"
#include "pack/text_reader.hpp"

namespace decision_card::pack {

using base::quote;
using condition::read_condition;
using costs::read_estimates;
using decision::read_answers;
using document::Fields;
using document::ids_of;
using document::index_of;
using document::JsonDocument;
using document::JsonKind;
using document::JsonValue;
using document::references;
using document::Reporter;

namespace {

class DecisionReader {
 public:
  DecisionReader(JsonValue value, PackContent& content, Reporter& reporter)
      : fields_(value, reporter,
                {"question", "intro", "heuristic", "gates_text", "questions", "alternatives", "rules", "gates",
                 "recommendations", "notes", "cases", "estimates",
                 // Read by inspection alone (declarations_reader.cpp): a card does not need them.
                 "laws", "accepted"}),
        source_ids_(ids_of(content.sources)),
        decision_(content.decision),
        texts_(source_ids_, decision_, reporter),
        reporter_(reporter) {}

  void read() {
    if (!fields_.valid()) return;
    decision_.question = fields_.text("question", Fields::required);
    decision_.intro = fields_.text("intro", Fields::optional);
    if (const auto value = fields_.find("heuristic", JsonKind::object, Fields::optional))
      decision_.heuristic = texts_.claim(*value);
    each("questions", 1, limits::questions, Fields::required, decision_.questions, &DecisionReader::read_question);
    each("alternatives", 1, limits::alternatives, Fields::required, decision_.alternatives,
         &DecisionReader::read_alternative);
    cut_numbers(fields_.object(), decision_, reporter_);
    read_question_conditions();
    each("rules", 0, limits::rules, Fields::required, decision_.rules, &DecisionReader::read_rule);
    check_score_bounds();
    each("gates", 0, limits::gates, Fields::optional, decision_.gates, &DecisionReader::read_gate);
    decision_.gates_text = texts_.variants(fields_, "gates_text", Known::gates);
    each("recommendations", 1, limits::recommendations, Fields::required, decision_.recommendations,
         &DecisionReader::read_recommendation);
    check_default();
    each("notes", 0, limits::notes, Fields::optional, decision_.notes, &DecisionReader::read_note);
    each("cases", 0, limits::cases, Fields::optional, decision_.cases, &DecisionReader::read_case);
    if (const auto estimates = fields_.find("estimates", Fields::optional))
      read_estimates(*estimates, source_ids_, decision_, reporter_);
  }

 private:
  /// Reads a list of objects with ids; items that are no objects are reported and left out.
  template <class T>
  void each(const char* name, std::size_t least, std::size_t most, Fields::Need need, std::vector<T>& items,
            void (DecisionReader::*read_item)(JsonValue, T&)) {
    const auto list = fields_.list(name, least, most, need);
    if (!list) return;
    for (const JsonValue value : *list) {
      if (items.size() >= most) return;
      T item{};
      (this->*read_item)(value, item);
      if (!item.id.empty() && index_of(items, item.id)) reporter_.report_duplicate(value, item.id);
      items.push_back(std::move(item));
    }
  }

  void read_question(JsonValue value, Question& question) { pack::read_question(value, question, texts_, reporter_); }

  void read_alternative(JsonValue value, Alternative& entry) {
    Fields fields(value, reporter_, {"id", "name", "summary"});
    if (!fields.valid()) return;
    entry.id = fields.id();
    entry.name = fields.text("name", Fields::required);
    entry.summary = fields.text("summary", Fields::optional);
  }

  [[nodiscard]] JsonValue item(const char* list, std::size_t index) {
    return fields_.find(list, Fields::required)->at(static_cast<std::uint32_t>(index));
  }

  /// After all questions are known, so that a reference to a later one is told apart from a misspelt one.
  void read_question_conditions() {
    std::vector<Indices> uses(decision_.questions.size());
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      if (decision_.questions[q].conditional) uses[q] = questions_in(question_when(q));
    }
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      if (!decision_.questions[q].conditional) continue;
      if (reaches(uses, q)) {
        reporter_.report(
            "question_cycle", question_when(q),
            {"Whether ", quote(decision_.questions[q].id), " is asked depends, in the end, on its own answer."},
            {"Let \"when\" use earlier questions only."});
      } else {
        decision_.questions[q].when = read_condition(question_when(q), decision_, {q}, reporter_);
      }
    }
  }

  JsonValue question_when(std::size_t question) {
    for (const JsonValue member : item("questions", question)) {
      if (member.key() == "when") return member;
    }
    return item("questions", question);
  }

  /// Finds the questions that variables below this value name. A list of what is still to be visited takes the place of
  /// recursion.
  Indices questions_in(JsonValue value) {
    Indices found;
    const JsonDocument& document = value.document();
    std::vector<std::uint32_t> todo{value.index()};
    while (!todo.empty()) {
      const JsonValue at(document, todo.back());
      todo.pop_back();
      if (at.is(JsonKind::text)) {
        if (const auto question = index_of(decision_.questions, at.text())) found.push_back(*question);
      } else if (at.is(JsonKind::list) || at.is(JsonKind::object)) {
        for (const JsonValue child : at) todo.push_back(child.index());
      }
    }
    return found;
  }

  static bool reaches(const std::vector<Indices>& uses, std::size_t question) {
    std::vector<bool> visited(uses.size());
    Indices todo = uses[question];
    while (!todo.empty()) {
      const Index next = todo.back();
      todo.pop_back();
      if (next == question) return true;
      if (visited[next]) continue;
      visited[next] = true;
      todo.insert(todo.end(), uses[next].begin(), uses[next].end());
    }
    return false;
  }

  void read_rule(JsonValue value, Rule& rule) {
    Fields fields(value, reporter_, {"id", "when", "points", "because", "detail", "sources"});
    if (!fields.valid()) return;
    rule.id = fields.id();
    rule.because = fields.text("because", Fields::required);
    rule.detail = fields.text("detail", Fields::optional);
    rule.when = texts_.condition(fields, Fields::required, Known::questions);
    rule.sources = texts_.sources(fields);
    rule.points.resize(decision_.alternatives.size());
    if (const auto points = fields.find("points", JsonKind::object, Fields::required)) read_points(*points, rule);
  }

  void read_points(JsonValue points, Rule& rule) {
    if (points.size() == 0)
      reporter_.report("too_few", points, {"\"points\" names no alternative."},
                       {"Give points to at least one alternative."});
    for (const JsonValue entry : points) {
      const auto alternative = index_of(decision_.alternatives, entry.key());
      if (!alternative) {
        reporter_.report_key("unknown_alternative", entry, {quote(entry.key()), " is not an alternative of this pack."},
                             {reporter_.did_you_mean(entry.key(), ids_of(decision_.alternatives))});
      } else if (!is_points(entry)) {
        reporter_.report("bad_points", entry, {"Points are a whole number from −100 to 100, but not 0."},
                         {"Leave the alternative out if the rule does not touch it."});
      } else {
        rule.points[*alternative] = static_cast<std::int32_t>(entry.number());
      }
    }
  }

  static bool is_points(JsonValue value) {
    return value.is(JsonKind::number) && value.number() != 0 && std::abs(value.number()) <= limits::points &&
           value.number() == std::floor(value.number());
  }

  /// Every score must fit its lane for every choice of rules, so that the compiled sums can't overflow.
  void check_score_bounds() {
    for (std::size_t a = 0; a < decision_.alternatives.size(); ++a) {
      std::int64_t total = 0;
      for (const Rule& rule : decision_.rules) {
        if (a < rule.points.size()) total += std::abs(rule.points[a]);
      }
      if (total > limits::score) {
        reporter_.report("score_out_of_range", item("alternatives", a),
                         {"The points of all rules for ", quote(decision_.alternatives[a].id), " add up to ",
                          std::to_string(total), ", above 32,000."},
                         {"Use smaller points or fewer rules."});
      }
    }
  }

  void read_gate(JsonValue value, Gate& gate) {
    Fields fields(value, reporter_, {"id", "text", "when", "pass", "fail", "unknown", "sources"});
    if (!fields.valid()) return;
    gate.id = fields.id();
    gate.text = fields.text("text", Fields::required);
    gate.pass = texts_.variants(fields, "pass", Known::scores);
    gate.fail = texts_.variants(fields, "fail", Known::scores);
    gate.unknown = texts_.variants(fields, "unknown", Known::scores);
    gate.when = texts_.condition(fields, Fields::required, Known::scores);
    gate.sources = texts_.sources(fields);
  }

  void read_recommendation(JsonValue value, Recommendation& entry) {
    Fields fields(value, reporter_,
                  {"id", "title", "summary", "despite", "when", "alternatives", "why_not", "steps", "risks", "measure",
                   "costs", "sources"});
    if (!fields.valid()) return;
    entry.id = fields.id();
    entry.title = fields.text("title", Fields::required);
    entry.conditional = fields.find("when", Fields::optional).has_value();
    entry.when = texts_.condition(fields, Fields::optional, Known::gates);
    entry.summary = texts_.summary(fields);
    entry.despite = texts_.variants(fields, "despite", Known::gates);
    entry.why_not = texts_.variants(fields, "why_not", Known::gates);
    entry.alternatives = references(fields, "alternatives", ids_of(decision_.alternatives), "unknown_alternative",
                                    "an alternative of this pack", limits::alternatives);
    entry.steps = texts_.claims(fields, "steps");
    entry.risks = texts_.claims(fields, "risks");
    entry.measure = texts_.claims(fields, "measure");
    entry.costs = texts_.claims(fields, "costs");
    entry.sources = texts_.sources(fields);
  }

  /// The list ends with the one recommendation that needs nothing; one that needs nothing earlier would hide all behind
  /// it.
  void check_default() {
    for (std::size_t k = 0; k < decision_.recommendations.size(); ++k) {
      const bool last = k + 1 == decision_.recommendations.size();
      const Recommendation& entry = decision_.recommendations[k];
      if (last && entry.conditional) {
        reporter_.report("no_default", item("recommendations", k),
                         {"The last recommendation has a condition, so some answers would get none."},
                         {"Remove its \"when\", or add a last one without."});
      } else if (!last && !entry.conditional) {
        reporter_.report("hides_later", item("recommendations", k),
                         {"This recommendation has no \"when\", so none behind it can ever be given."},
                         {"Give it a \"when\", or move it to the end."});
      }
    }
  }

  void read_note(JsonValue value, Note& note) {
    Fields fields(value, reporter_, {"id", "title", "text", "when", "recommendations", "sources"});
    if (!fields.valid()) return;
    note.id = fields.id();
    note.title = fields.text("title", Fields::required);
    note.text = fields.text("text", Fields::required);
    note.when = texts_.condition(fields, Fields::optional, Known::gates);
    note.recommendations =
        references(fields, "recommendations", ids_of(decision_.recommendations), "unknown_recommendation",
                   "a recommendation of this pack", limits::recommendations);
    note.sources = texts_.sources(fields);
  }

  void read_case(JsonValue value, Case& entry) {
    Fields fields(value, reporter_, {"id", "answers", "expect", "note"});
    if (!fields.valid()) return;
    entry.id = fields.id();
    entry.note = fields.text("note", Fields::optional);
    if (const auto answers = fields.find("answers", JsonKind::object, Fields::required))
      entry.answers = read_answers(*answers, decision_, reporter_);
    const auto expect = fields.find("expect", JsonKind::text, Fields::required);
    if (!expect) return;
    if (const auto index = index_of(decision_.recommendations, expect->text())) {
      entry.expect = *index;
    } else {
      reporter_.report_unknown("unknown_recommendation", *expect, expect->text(), {"a recommendation of this pack"},
                               ids_of(decision_.recommendations));
    }
  }

  Fields fields_;
  std::vector<std::string_view> source_ids_;
  Decision& decision_;
  TextReader texts_;
  Reporter& reporter_;
};

}  // namespace

void read_decision(JsonValue value, PackContent& content, Reporter& reporter) {
  DecisionReader(value, content, reporter).read();
}

}  // namespace decision_card::pack
