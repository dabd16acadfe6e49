// SPDX-License-Identifier: MIT
// Questions and choices that make no difference.
#include <algorithm>

#include "inspection/answer_text.hpp"
#include "inspection/checks.hpp"

namespace decision_card::inspection {

using base::Parts;
using base::quote;
using document::JsonValue;

namespace {

class QuestionCheck {
 public:
  QuestionCheck(const Decision& decision, Ledger& ledger, const ReachFacts& reach, const ConditionFacts& conditions,
                const OrderFacts& orders)
      : decision_(decision), ledger_(ledger), reach_(reach), conditions_(conditions), orders_(orders) {}

  void run() {
    if (!reach_.diagram.complete)
      return ledger_.not_proved("differences", ledger_.list("questions"), {},
                                {"which questions and choices change the recommendation is open."});
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) check(q);
    ledger_.proved("differences",
                   {std::to_string(decision_.questions.size()), " questions and all pairs of their choices",
                    all_known() ? "" : ", as to the recommendation only"});
  }

 private:
  /// Whether a figure of the cost picture starts from it.
  [[nodiscard]] bool counted(std::size_t q) const {
    const auto& entries = decision_.estimates.by_answer;
    return std::any_of(entries.begin(), entries.end(), [&](const AnswerDefault& entry) { return entry.question == q; });
  }

  [[nodiscard]] bool all_known() const { return orders_.proved && conditions_.proved; }

  void check(std::size_t q) {
    if (reach_.decides.any(q)) return check_choices(q);
    const bool seen = orders_.orders.any(q) || conditions_.tells.any(q) || counted(q);
    if (seen || !all_known()) {
      report("question_never_decides", ledger_.item("questions", q), q, 0, another(q),
             {"No answer to ", quote(id(q)), " ever changes the recommendation."},
             {"Ask it only if its reasons are worth a question, and say so (\"accepted\")."});
    } else {
      report("question_changes_nothing", ledger_.item("questions", q), q, 0, another(q),
             {"No answer to ", quote(id(q)),
              " changes the recommendation, the order of the alternatives or anything else."},
             {"Remove it, or add the rules that it is meant for."});
    }
  }

  /// Each choice beside the first one before it that is like it.
  void check_choices(std::size_t q) {
    if (decision_.questions[q].several()) return check_parts(q);
    for (std::uint8_t b = 1; b < decision_.questions[q].choices.size(); ++b) {
      for (std::uint8_t a = 0; a < b; ++a) {
        if (reach_.decides.between(q, a, b)) continue;
        report_pair(q, a, b);
        break;
      }
    }
  }

  /// Where several may be chosen, each choice chosen or not.
  void check_parts(std::size_t q) {
    const Question& question = decision_.questions[q];
    for (std::size_t part = 0; part < question.parts.size(); ++part) {
      if (reach_.decides.of_choice(q, part)) continue;
      std::uint8_t without = 0;
      while (without < question.sets.size() && !question.changed_by(without, part)) ++without;
      if (without == question.sets.size()) continue;  // it is never added or dropped by itself
      const bool seen = orders_.orders.of_choice(q, part) || conditions_.tells.of_choice(q, part) || counted(q);
      report(seen || !all_known() ? "choice_never_decides" : "same_choices",
             item_of(ledger_.item("questions", q), "choices", part), q, without, *question.changed_by(without, part),
             {"Whether ", quote(question.parts[part].id), " is chosen or not ",
              seen || !all_known() ? "never changes the recommendation (" : "changes nothing that a reader sees (",
              quote(id(q)), ")."},
             {seen || !all_known() ? "" : "Remove it, or add the rule that it is meant for."});
    }
  }

  void report_pair(std::size_t q, std::uint8_t a, std::uint8_t b) {
    const Question& question = decision_.questions[q];
    const std::string first = answer_text(question, a), second = answer_text(question, b);
    const bool seen = orders_.orders.between(q, a, b) || conditions_.tells.between(q, a, b) || counted(q);
    const JsonValue place = ledger_.item("questions", q);
    const JsonValue where = question.kind == QuestionKind::number ? place : item_of(place, "choices", b);
    if (seen || !all_known()) {
      report("choice_never_decides", where, q, a, b,
             {second, " instead of ", first, " never changes the recommendation (", quote(id(q)), ")."}, {});
    } else {
      report(
          "same_choices", where, q, a, b,
          {first, " and ", second, " of ", quote(id(q)), " can't be told apart: nothing that a reader sees differs."},
          {"Join them, or add the rule that tells them apart."});
    }
  }

  void report(std::string_view code, JsonValue at, std::size_t q, std::uint8_t a, std::uint8_t b, Parts message,
              Parts suggestion) {
    Finding& finding = ledger_.report(code, at, id(q), message, suggestion);
    finding.witnesses = {conditions_.asking(q, a)};
    if (b != a) finding.witnesses.push_back(conditions_.asking(q, b));
  }

  /// A number that nothing compares is one interval, which has no other beside it.
  [[nodiscard]] std::uint8_t another(std::size_t q) const { return decision_.questions[q].choices.size() > 1 ? 1 : 0; }

  [[nodiscard]] std::string_view id(std::size_t q) const { return decision_.questions[q].id; }

  const Decision& decision_;
  Ledger& ledger_;
  const ReachFacts& reach_;
  const ConditionFacts& conditions_;
  const OrderFacts& orders_;
};

}  // namespace

void inspect_questions(const Decision& decision, Ledger& ledger, const ReachFacts& reach,
                       const ConditionFacts& conditions, const OrderFacts& orders) {
  QuestionCheck(decision, ledger, reach, conditions, orders).run();
}

}  // namespace decision_card::inspection
