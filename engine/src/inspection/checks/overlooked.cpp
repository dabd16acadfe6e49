// SPDX-License-Identifier: MIT
// What a pack may say without being refused, and what its author surely did not mean.
#include <algorithm>

#include "decision/situation.hpp"
#include "inspection/checks.hpp"
#include "inspection/markup.hpp"
#include "inspection/rich_text.hpp"

namespace decision_card::inspection {

using base::list_in_quotes;
using base::quote;
using decision::Situation;
using document::JsonDocument;
using document::JsonKind;
using document::JsonValue;

namespace {

class Overlooked {
 public:
  Overlooked(const Pack& pack, Ledger& ledger, const std::vector<Law>& laws)
      : pack_(pack), decision_(pack.decision()), ledger_(ledger), laws_(laws) {}

  void run() {
    for (std::size_t a = 0; a < decision_.alternatives.size(); ++a) look_at_alternative(a);
    for (std::size_t k = 0; k < laws_.size(); ++k) look_at_law(k);
    for (std::size_t k = 0; k < decision_.cases.size(); ++k) look_at_case(k);
    look_at_texts();
  }

 private:
  void look_at_alternative(std::size_t a) {
    const bool weighed = std::any_of(decision_.rules.begin(), decision_.rules.end(),
                                     [&](const Rule& rule) { return rule.points[a] != 0; });
    const bool named =
        std::any_of(decision_.recommendations.begin(), decision_.recommendations.end(), [&](const auto& r) {
          return std::find(r.alternatives.begin(), r.alternatives.end(), a) != r.alternatives.end();
        });
    if (weighed || named) return;
    const std::string_view id = decision_.alternatives[a].id;
    ledger_.report("unweighed_alternative", ledger_.item("alternatives", a), id,
                   {"No rule gives ", quote(id), " points, and no recommendation names it."},
                   {"Give it rules, or take it out."});
  }

  /// A number is raised from each interval to the next, and where several may be chosen each can be added.
  void look_at_law(std::size_t k) {
    const Law& law = laws_[k];
    const Question& question = decision_.questions[law.raise];
    if (question.several() || question.kind == QuestionKind::number) return;
    std::vector<std::string_view> left_out;
    for (std::size_t c = 0; c < question.choices.size(); ++c) {
      const bool raised = std::any_of(law.steps.begin(), law.steps.end(),
                                      [&](const Law::Step& step) { return step.low == c || step.high == c; });
      if (!raised) left_out.push_back(question.choices[c].id);
    }
    if (left_out.empty()) return;
    ledger_.report("partial_order", ledger_.item("laws", k), law.id,
                   {"The order of this law leaves out ", list_in_quotes(left_out), " of ", quote(question.id),
                    ": nothing is proved of that."},
                   {"Put it where it belongs, or accept this."});
  }

  void look_at_case(std::size_t k) {
    const Case& each = decision_.cases[k];
    Situation situation(pack_.program(), decision_);
    situation.assess(each.answers);
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      if (each.answers.choices[q] == Answers::unanswered || !situation.never_asked(q)) continue;
      ledger_.report("unasked_answer", member_of(item_of(ledger_.decision(), "cases", k), "answers"), each.id,
                     {"The case ", quote(each.id), " answers ", quote(decision_.questions[q].id),
                      ", which is not asked after its other answers."},
                     {"Take that answer out, or change the one that it hangs on."});
    }
  }

  /// All texts of the decision but those of conditions. A list of what is still to be visited takes the place of
  /// recursion.
  void look_at_texts() {
    const JsonDocument& document = ledger_.root().document();
    std::vector<std::uint32_t> todo{ledger_.decision().index()};
    while (!todo.empty()) {
      const JsonValue at(document, todo.back());
      todo.pop_back();
      if (!at.is(JsonKind::object) && !at.is(JsonKind::list)) continue;
      for (const JsonValue child : at) {
        if (child.is(JsonKind::text)) look_at_text(child, is_rich(at, child.key()));
        else if (child.key() != "when") todo.push_back(child.index());
      }
    }
  }

  void look_at_text(JsonValue text, bool rich) {
    const Markup found = markup_in(text.text(), rich, decision_);
    if (found.what.empty()) return;
    ledger_.report("markup_shown", text, {},
                   {"A reader sees ", quote(found.sign), " as it stands here: ", found.what, "."}, {found.instead});
  }

  const Pack& pack_;
  const Decision& decision_;
  Ledger& ledger_;
  const std::vector<Law>& laws_;
};

}  // namespace

void inspect_overlooked(const Pack& pack, Ledger& ledger, const std::vector<Law>& laws) {
  Overlooked(pack, ledger, laws).run();
}

}  // namespace decision_card::inspection
