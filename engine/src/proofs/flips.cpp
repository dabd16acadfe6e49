// SPDX-License-Identifier: MIT
#include "decision_card/flips.hpp"

#include <algorithm>
#include <bit>

#include "base/stable_order.hpp"
#include "decision/recommend.hpp"
#include "decision/settle.hpp"
#include "decision/single_changes.hpp"
#include "decision_card/budgets.hpp"
#include "decision_card/limits.hpp"
#include "proofs/anchor.hpp"

namespace decision_card::proofs {

using base::QuestionSet;
using base::stable_order;
using decision::find_recommendation;
using decision::given_questions;
using decision::most_settle_steps;
using decision::Recommended;
using decision::settle;
using decision::Settlement;
using decision::Settling;
using decision::single_changes;
using decision::SingleChanges;
using decision::Situation;

namespace {

class FlipSearch {
 public:
  FlipSearch(const Pack& pack, const Answers& answers)
      : pack_(pack),
        decision_(pack.decision()),
        answers_(answers),
        changed_(answers),
        situation_(pack.program(), decision_) {}

  Flips run() {
    find_given();
    flips_.recommendation = verdict_on(answers_);
    list_targets();
    least_.resize(decision_.recommendations.size());
    find_sensitivity();
    for (size_ = 1; size_ <= flips_.given.size() && !ended() && any_open_target(); ++size_) search();
    finish();
    set_anchor();
    return std::move(flips_);
  }

 private:
  /// Sets of changes that are compared in the time of one step.
  static constexpr std::size_t compared_in_a_step = 8;

  [[nodiscard]] bool ended() const { return steps_ == 0; }

  void spend(std::size_t steps) { steps_ -= std::min(steps_, steps); }

  void find_given() {
    situation_.assess(answers_);
    flips_.given = given_questions(situation_, answers_);
    for (const Index question : flips_.given) {
      given_set_.add(question);
      others_.push_back(others_of(question));
    }
  }

  /// The answers that a given one can be changed to; where several may be chosen, those that add and drop least first.
  [[nodiscard]] std::vector<std::uint8_t> others_of(Index index) const {
    const Question& question = decision_.questions[index];
    const std::uint8_t given = answers_.choices[index];
    std::vector<std::uint8_t> others;
    for (std::size_t choice = 0; choice < question.choices.size(); ++choice) {
      if (choice != given) others.push_back(static_cast<std::uint8_t>(choice));
    }
    if (!question.several()) return others;
    std::vector<std::uint8_t> nearest;
    const auto nearer = [&](std::uint32_t a, std::uint32_t b) {
      return std::popcount(moved(question, given, others[a])) < std::popcount(moved(question, given, others[b]));
    };
    for (const std::uint32_t k : stable_order(others.size(), nearer)) nearest.push_back(others[k]);
    return nearest;
  }

  /// The choices that are added or dropped.
  static ChosenSet moved(const Question& question, std::uint8_t from, std::uint8_t to) {
    return question.sets[from] ^ question.sets[to];
  }

  /// The recommendation of the verdict on these answers. Single changes count twice: find_sensitivity looks at them,
  /// too.
  Index verdict_on(const Answers& answers) {
    const Recommended found =
        find_recommendation(pack_, situation_, answers, Settling::always, most_settle_steps(pack_.program()));
    spend(size_ == 1 ? 2 * found.cost : found.cost);
    flips_.exact = flips_.exact && found.exact;
    return found.recommendation;
  }

  void list_targets() {
    for (std::size_t k = 0; k < decision_.recommendations.size(); ++k) {
      if (k != flips_.recommendation) flips_.targets.push_back({static_cast<Index>(k)});
    }
  }

  void find_sensitivity() {
    SingleChanges changes = single_changes(pack_, answers_, flips_.given, flips_.recommendation);
    flips_.exact = flips_.exact && changes.exact;
    flips_.same = changes.same;
    flips_.of = changes.of;
    flips_.single = std::move(changes.leads_to);
  }

  /// Not yet reached with fewer changes.
  [[nodiscard]] bool is_open(const FlipTarget& target) const { return !target.changes || *target.changes == size_; }
  [[nodiscard]] bool any_open_target() const {
    for (const FlipTarget& target : flips_.targets) {
      if (!target.changes) return true;
    }
    return false;
  }

  /// Goes through all sets of size_ changes like an odometer: positions in flips_.given, and the choices that are
  /// changed to.
  void search() {
    changes_.clear();
    descend(0);
    if (!ended()) searched_ = static_cast<std::uint32_t>(size_);
  }

  /// Recursion ends at the number of questions (limits::questions).
  void descend(std::size_t from) {
    if (ended()) return;
    if (changes_.size() == size_) {
      enter(verdict_on(changed_));
      return;
    }
    for (std::size_t at = from; at + (size_ - changes_.size()) <= flips_.given.size(); ++at) {
      const Index question = flips_.given[at];
      for (const std::uint8_t choice : others_[at]) {
        changed_.choices[question] = choice;
        changes_.push_back({question, choice});
        descend(at + 1);
        changes_.pop_back();
      }
      changed_.choices[question] = answers_.choices[question];
    }
  }

  void enter(Index recommendation) {
    for (FlipTarget& target : flips_.targets) {
      if (target.recommendation != recommendation || !is_open(target) || moves_more(target)) continue;
      target.changes = static_cast<std::uint32_t>(size_);
      ++target.count;
      bool changeable = true;
      for (const Change& change : changes_) changeable = changeable && decision_.questions[change.question].changeable;
      std::vector<Change>& list = changeable ? target.changeable : target.others;
      if (list.size() == size_ * budgets::flip_list) return;
      for (const Change& change : changes_) list.push_back(change);
    }
  }

  /// Where several may be chosen, changes are listed that add and drop no more than they need: another set that leads
  /// there adds and drops some of the same choices and nothing else, and all else is as here. It was found before,
  /// since those that move least come first.
  bool moves_more(const FlipTarget& target) {
    const bool any = std::any_of(changes_.begin(), changes_.end(),
                                 [&](const Change& one) { return decision_.questions[one.question].several(); });
    if (!any) return false;
    std::vector<Change>& least = least_[target.recommendation];
    spend(least.size() / (size_ * compared_in_a_step));
    for (std::size_t at = 0; at < least.size(); at += size_) {
      if (includes(&least[at])) return true;
    }
    least.insert(least.end(), changes_.begin(), changes_.end());
    return false;
  }

  /// Whether these changes do all that the others do.
  [[nodiscard]] bool includes(const Change* others) const {
    return std::all_of(changes_.begin(), changes_.end(), [&](const Change& one) {
      const Change& other = *others++;
      const Question& question = decision_.questions[one.question];
      if (one.question != other.question || !question.several())
        return one.question == other.question && one.choice == other.choice;
      const std::uint8_t given = answers_.choices[one.question];
      return (moved(question, given, other.choice) & ~moved(question, given, one.choice)) == 0;
    });
  }

  void finish() {
    for (FlipTarget& target : flips_.targets) {
      target.searched = searched_;
      target.exact = target.changes ? *target.changes <= searched_ : searched_ == flips_.given.size();
      if (!target.exact) {  // sets of the size at which the steps ended are not all known
        target.changes.reset();
        target.count = 0;
        target.changeable.clear();
        target.others.clear();
      }
      flips_.exact = flips_.exact && target.exact;
    }
  }

  void set_anchor() {
    const Settlement settlement = settle(pack_.program(), decision_, answers_);
    flips_.exact = flips_.exact && settlement.exact;
    if (!settlement.settled) return;
    Anchor found = find_anchor(pack_, answers_, given_set_, flips_.recommendation);
    flips_.exact = flips_.exact && found.exact;
    flips_.anchor = std::move(found.questions);
  }

  const Pack& pack_;
  const Decision& decision_;
  const Answers& answers_;
  Answers changed_;
  Situation situation_;
  Flips flips_{};
  QuestionSet given_set_{};
  std::vector<std::vector<std::uint8_t>> others_{};  ///< by given question
  std::vector<Change> changes_{};
  std::vector<std::vector<Change>> least_{};  ///< by recommendation: where several may be chosen, all sets found
  std::size_t size_ = 0, steps_ = budgets::flip_steps;
  std::uint32_t searched_ = 0;
};

}  // namespace

}  // namespace decision_card::proofs

namespace decision_card {

Flips flips(const Pack& pack, const Answers& answers) { return proofs::FlipSearch(pack, answers).run(); }

}  // namespace decision_card
