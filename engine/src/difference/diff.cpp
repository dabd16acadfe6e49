// SPDX-License-Identifier: MIT
#include "decision_card/diff.hpp"

#include "decision_card/budgets.hpp"
#include "decision_card/limits.hpp"
#include "difference/joint_space.hpp"
#include "document/fields.hpp"

namespace decision_card::difference {

using base::Array;
using census::build_product;
using census::combinations;
using census::Count;
using census::count_outcomes;
using census::example_of;
using census::Sizes;
using census::sizes_of;
using decision::compile;
using decision::Program;
using diagram::build_diagram;
using diagram::Diagram;
using diagram::recommendations_of;
using document::index_of;

namespace {

class Differ {
 public:
  Differ(const Pack& before, const Pack& after)
      : before_(before.decision()),
        after_(after.decision()),
        same_pack_(before.content().id == after.content().id),
        space_(before_, after_) {}

  PackDifference run() {
    compare_ids(before_.recommendations, after_.recommendations, result_.recommendations_removed,
                result_.recommendations_added);
    compare_ids(before_.questions, after_.questions, result_.questions_removed, result_.questions_added);
    compare_choices(before_, after_, result_.choices_removed);
    compare_choices(after_, before_, result_.choices_added);
    result_.combinations = combinations(space_.sizes()).decimal();
    count_links();
    result_.proved = space_.sizes().size() <= limits::questions && count_transitions();
    return std::move(result_);
  }

 private:
  template <class T>
  static void compare_ids(const std::vector<T>& before, const std::vector<T>& after, Indices& removed, Indices& added) {
    for (std::size_t k = 0; k < before.size(); ++k) {
      if (!index_of(after, before[k].id)) removed.push_back(static_cast<Index>(k));
    }
    for (std::size_t k = 0; k < after.size(); ++k) {
      if (!index_of(before, after[k].id)) added.push_back(static_cast<Index>(k));
    }
  }

  /// Choices of `one` that the other has not, of questions that both have.
  static void compare_choices(const Decision& one, const Decision& other, std::vector<ChoiceOf>& missing) {
    for (std::size_t q = 0; q < one.questions.size(); ++q) {
      const auto twin = index_of(other.questions, one.questions[q].id);
      if (!twin) continue;
      if (one.questions[q].kind == QuestionKind::number) continue;
      const auto& choices = one.questions[q].offered();
      for (std::size_t c = 0; c < choices.size(); ++c) {
        if (!index_of(other.questions[*twin].offered(), choices[c].id))
          missing.push_back({static_cast<Index>(q), static_cast<Index>(c)});
      }
    }
  }

  /// A link keeps its answers when every question and choice in it is still there.
  void count_links() {
    const Sizes sizes = sizes_of(before_.questions);
    const Count all = combinations(sizes);
    Sizes kept(sizes.size());
    for (std::size_t q = 0; q < kept.size(); ++q) {
      const auto twin = index_of(after_.questions, before_.questions[q].id);
      if (twin) kept[q] = kept_answers(before_.questions[q], after_.questions[*twin]);
    }
    if (!same_pack_) kept[0] = 0;
    result_.links = all.decimal();
    result_.links_losing = all.less(combinations(kept)).decimal();
  }

  bool count_transitions() {
    const Decision before = space_.decision(0), after = space_.decision(1);
    const auto order = space_.order(before, after);
    std::size_t steps = budgets::diagram_steps;
    Diagram old_diagram, new_diagram, both;
    if (!order || !build(before, *order, old_diagram) || !build(after, *order, new_diagram)) return false;
    if (!build_product(old_diagram, new_diagram, *order, steps, both)) return false;
    const std::vector<Count> counts = count_outcomes(both, space_.sizes());
    const Count all = combinations(space_.sizes());
    Count changed;
    for (std::uint32_t pair = 0; pair < counts.size(); ++pair) {
      const auto from = static_cast<Index>(pair / new_diagram.outcomes),
                 to = static_cast<Index>(pair % new_diagram.outcomes);
      if (counts[pair].zero() || before_.recommendations[from].id == after_.recommendations[to].id) continue;
      changed += counts[pair];
      const Answers joint = *example_of(both, space_.sizes().size(), pair);
      result_.transitions.push_back({from, to, counts[pair].decimal(), counts[pair].share(all),
                                     space_.answers(0, joint), space_.answers(1, joint)});
    }
    result_.changed = changed.decimal();
    result_.changed_share = changed.share(all);
    return true;
  }

  static bool build(const Decision& decision, const Array<Index>& order, Diagram& diagram) {
    const Program program = compile(decision);
    const Answers none = Answers::none(decision.questions.size());
    build_diagram(program, decision, none, recommendations_of(decision), budgets::diagram_steps, diagram, &order);
    return diagram.complete;
  }

  const Decision &before_, &after_;
  bool same_pack_;
  JointSpace space_;
  PackDifference result_{};
};

}  // namespace

}  // namespace decision_card::difference

namespace decision_card {

PackDifference diff(const Pack& before, const Pack& after) { return difference::Differ(before, after).run(); }

}  // namespace decision_card
