// SPDX-License-Identifier: MIT
// How the alternatives stand to each other: which questions move their order, and where two of them tie at the top.
#include "inspection/checks.hpp"
#include "inspection/score_probe.hpp"

namespace decision_card::inspection {

using base::joined;
using base::quote;
using census::Count;
using census::count_outcomes;
using census::Differences;
using diagram::Diagram;

namespace {

class OrderCheck {
 public:
  OrderCheck(Space& space, Ledger& ledger, const ReachFacts& reach)
      : space_(space),
        ledger_(ledger),
        reach_(reach),
        decision_(space.decision()),
        facts_{Differences(decision_.questions)} {}

  OrderFacts run() {
    for (Index right = 1; right < decision_.alternatives.size(); ++right) {
      for (Index left = 0; left < right; ++left) {
        compare(left, right);
        tie(left, right);
      }
    }
    if (!pairs_.empty())
      ledger_.not_proved("ties", ledger_.list("alternatives"), {},
                         {"open for ", pairs_, "; all other pairs are counted."});
    else ledger_.proved("ties", {std::to_string(facts_.ties.size()), " pairs of alternatives"});
    return std::move(facts_);
  }

 private:
  void compare(Index left, Index right) {
    ScoreProbe tests(decision_);
    const Condition above{{{tests.test(left, Comparison::greater, right)}}};
    const Condition below{{{tests.test(left, Comparison::less, right)}}};
    Diagram diagram;
    if (space_.build(tests.compiled(), {&above, &below}, diagram)) facts_.orders.add(diagram);
    else facts_.proved = false;
  }

  /// `left` is as high as `right`, or one point above it; no other alternative is above either.
  Condition at_top(ScoreProbe& tests, Index left, Index right, std::int32_t lead) const {
    Term term{tests.test(left, Comparison::equal, right, lead)};
    for (Index other = 0; other < decision_.alternatives.size(); ++other) {
      if (other == left || other == right) continue;
      term.push_back(tests.test(right, Comparison::greater_equal, other));
    }
    return {{term}};
  }

  void tie(Index left, Index right) {
    ScoreProbe tests(decision_);
    const Condition equal = at_top(tests, left, right, 0);
    Condition near = at_top(tests, left, right, 1);
    near.terms.push_back(at_top(tests, right, left, 1).terms.front());
    Tie& tie = facts_.ties.emplace_back();
    tie.left = left;
    tie.right = right;
    Diagram diagram;
    tie.proved = space_.build(tests.compiled(), {&equal, &near}, diagram);
    if (!tie.proved) {
      pairs_ += (pairs_.empty() ? "" : ", ") + names(left, right, " and ");
      return;
    }
    const std::vector<Count> counts = count_outcomes(diagram, space_.sizes());
    tie.equal = counts[0].decimal();
    tie.equal_share = counts[0].share(space_.all());
    tie.near = counts[1].decimal();
    tie.near_share = counts[1].share(space_.all());
    report("tie", tie, counts[0], diagram, 0);
    report("near_tie", tie, counts[1], diagram, 1);
  }

  [[nodiscard]] std::string names(Index left, Index right, std::string_view between) const {
    return joined({quote(decision_.alternatives[left].id), between, quote(decision_.alternatives[right].id)});
  }

  void report(std::string_view code, const Tie& tie, const Count& count, const Diagram& diagram,
              std::uint32_t outcome) {
    if (count.zero()) return;
    Finding& finding =
        ledger_.report(code, ledger_.item("alternatives", tie.left), decision_.alternatives[tie.left].id,
                       {names(tie.left, tie.right, " and "),
                        outcome == 0 ? " share the highest score in " : " are one point apart at the top in ",
                        space_.share_text(count), outcome == 0 ? given_at(diagram) : "", "."});
    finding.witnesses.push_back(*space_.example(diagram, outcome));
  }

  /// The order of the recommendations decides a tie; this says how it came out.
  std::string given_at(const Diagram& ties) {
    Diagram together;
    if (!reach_.diagram.complete || !space_.multiply(reach_.diagram, ties, together)) return {};
    const std::vector<Count> counts = count_outcomes(together, space_.sizes());
    std::string list;
    for (std::size_t k = 0; k < decision_.recommendations.size(); ++k) {
      const Count& count = counts[k * ties.outcomes];
      if (!count.zero())
        list += joined({list.empty() ? "; there " : ", ", quote(decision_.recommendations[k].id), " is given in ",
                        count.decimal()});
    }
    return list;
  }

  Space& space_;
  Ledger& ledger_;
  const ReachFacts& reach_;
  const Decision& decision_;
  OrderFacts facts_;
  std::string pairs_{};
};

}  // namespace

OrderFacts inspect_orders(Space& space, Ledger& ledger, const ReachFacts& reach) {
  return OrderCheck(space, ledger, reach).run();
}

}  // namespace decision_card::inspection
