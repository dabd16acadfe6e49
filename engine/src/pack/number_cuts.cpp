// SPDX-License-Identifier: MIT
#include "pack/number_cuts.hpp"

#include <algorithm>

#include "condition/comparison.hpp"
#include "decision_card/limits.hpp"
#include "document/fields.hpp"

namespace decision_card::pack {

using base::quote;
using condition::comparison_of;
using document::index_of;
using document::JsonKind;
using document::JsonValue;
using document::Reporter;

namespace {

/// Finds what conditions compare numbers with. It looks at the shape of a comparison alone, wherever it stands: what is
/// wrong with one is said when it is read.
class Cutter {
 public:
  Cutter(JsonValue decision, Decision& content, Reporter& reporter)
      : decision_(decision), content_(content), reporter_(reporter) {}

  void run() {
    for (const Question& question : content_.questions) any_ = any_ || is_number(question);
    if (!any_) return;
    cuts_.resize(content_.questions.size());
    // A list of what is still to be visited takes the place of recursion.
    std::vector<std::uint32_t> todo{decision_.index()};
    while (!todo.empty()) {
      const JsonValue at(decision_.document(), todo.back());
      todo.pop_back();
      if (!at.is(JsonKind::object) && !at.is(JsonKind::list)) continue;
      if (at.is(JsonKind::object) && at.size() == 1) look_at(*at.begin());
      for (const JsonValue child : at) todo.push_back(child.index());
    }
    for (std::size_t q = 0; q < cuts_.size(); ++q) {
      if (is_number(content_.questions[q])) cut(content_.questions[q], cuts_[q]);
    }
  }

 private:
  using Cuts = std::vector<std::int64_t>;  ///< steps above the lowest at which a new interval begins

  /// A number whose bounds are good.
  static bool is_number(const Question& question) {
    return question.kind == QuestionKind::number && question.range.lowest < question.range.highest &&
           question.range.step > 0;
  }

  [[nodiscard]] std::optional<Index> question_of(JsonValue operand) const {
    if (!operand.is(JsonKind::object) || operand.size() != 1 || (*operand.begin()).key() != "var") return std::nullopt;
    JsonValue name = *operand.begin();
    if (name.is(JsonKind::list) && name.size() == 1) name = *name.begin();
    return name.is(JsonKind::text) ? index_of(content_.questions, name.text()) : std::nullopt;
  }

  void look_at(JsonValue arguments) {
    if (!arguments.is(JsonKind::list) || arguments.size() < 2) return;
    if (arguments.key() == "in") return look_in(arguments.at(0), arguments.at(1));
    const auto op = comparison_of(arguments.key());
    if (!op) return;
    for (std::uint32_t k = 0; k + 1 < arguments.size(); ++k) {
      compare(arguments.at(k), *op, arguments.at(k + 1));
      compare(arguments.at(k + 1), mirrored(*op), arguments.at(k));
    }
  }

  void look_in(JsonValue needle, JsonValue list) {
    const auto question = question_of(needle);
    if (!question || !list.is(JsonKind::list)) return;
    for (const JsonValue item : list) {
      if (item.is(JsonKind::number)) add(*question, Comparison::equal, item.number());
    }
  }

  void compare(JsonValue left, Comparison op, JsonValue right) {
    const auto question = question_of(left);
    if (!question) return;
    if (right.is(JsonKind::number)) return add(*question, op, right.number());
    const auto other = question_of(right);
    if (!other || is_number(content_.questions[*other]) || !content_.questions[*other].numeric()) return;
    for (const Choice& choice : content_.questions[*other].choices) add(*question, op, choice.value);
  }

  void add(std::size_t index, Comparison op, double threshold) {
    const Question& question = content_.questions[index];
    if (!is_number(question)) return;
    if (op != Comparison::less_equal && op != Comparison::greater)
      add_cut(index, first(question.range, threshold, Comparison::greater_equal));
    if (op != Comparison::less && op != Comparison::greater_equal)
      add_cut(index, first(question.range, threshold, Comparison::greater));
  }

  /// The steps up to the first number that is at least, or above, a threshold.
  static std::int64_t first(const NumberRange& range, double threshold, Comparison op) {
    std::int64_t low = 0, high = range.steps() + 1;
    while (low < high) {
      const std::int64_t middle = low + (high - low) / 2;
      if (holds(range.at(middle), op, threshold)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  void add_cut(std::size_t index, std::int64_t cut) {
    Cuts& cuts = cuts_[index];
    const auto at = std::lower_bound(cuts.begin(), cuts.end(), cut);
    if (at == cuts.end() || *at != cut) cuts.insert(at, cut);
  }

  void cut(Question& question, Cuts& cuts) {
    const std::int64_t end = question.range.steps() + 1;
    std::erase_if(cuts, [&](std::int64_t at) { return at <= 0 || at >= end; });
    cuts.insert(cuts.begin(), 0);
    cuts.push_back(end);
    question.choices.assign(std::min(cuts.size() - 1, limits::choices), {});
    for (std::size_t k = 0; k < question.choices.size(); ++k) {
      question.choices[k].value = question.range.at(cuts[k]);
      question.choices[k].highest = question.range.at(cuts[k + 1] - 1);
    }
    if (cuts.size() - 1 > limits::choices)
      reporter_.report("too_many_intervals", place_of(question),
                       {"Conditions cut the numbers of ", quote(question.id), " into ", std::to_string(cuts.size() - 1),
                        " intervals, more than ", std::to_string(limits::choices), "."},
                       {"Compare it with fewer different numbers."});
  }

  /// Where the question stands.
  [[nodiscard]] JsonValue place_of(const Question& question) const {
    for (const JsonValue member : decision_) {
      if (member.key() == "questions")
        return member.at(static_cast<std::uint32_t>(&question - content_.questions.data()));
    }
    return decision_;
  }

  JsonValue decision_;
  Decision& content_;
  Reporter& reporter_;
  bool any_ = false;
  std::vector<Cuts> cuts_{};
};

}  // namespace

void cut_numbers(JsonValue decision, Decision& content, Reporter& reporter) {
  Cutter(decision, content, reporter).run();
}

}  // namespace decision_card::pack
