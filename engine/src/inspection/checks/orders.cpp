// SPDX-License-Identifier: MIT
// How the alternatives stand to each other: which questions move their order, and where two of them tie at the top.
#include "inspection/space.hpp"

namespace decision_card {

namespace {

constexpr std::uint64_t outcome_true = 2;

/// A probe that compares scores.
class ScoreProbe {
 public:
  explicit ScoreProbe(const Decision& decision) : probe_(questions_probe(decision, true).decision) {}

  /// `score.left op score.right + constant`
  Literal test(std::size_t left, Comparison op, std::size_t right, std::int32_t constant = 0) {
    probe_.score_tests.push_back({static_cast<std::uint16_t>(left), op, static_cast<std::uint16_t>(right), constant});
    return {Subject::score_test, static_cast<std::uint16_t>(probe_.score_tests.size() - 1), outcome_true};
  }

  [[nodiscard]] Probe compiled() { return Probe(std::move(probe_)); }

 private:
  Decision probe_;
};

class OrderCheck {
 public:
  explicit OrderCheck(Inspector& inspector) : inspector_(inspector), decision_(inspector.decision) {}

  void run() {
    for (Index right = 1; right < decision_.alternatives.size(); ++right) {
      for (Index left = 0; left < right; ++left) {
        compare(left, right);
        tie(left, right);
      }
    }
    if (!pairs_.empty())
      inspector_.not_proved("ties", "/decision/alternatives", {},
                            {"open for ", pairs_, "; all other pairs are counted."});
    else inspector_.proved("ties", {std::to_string(inspector_.result.ties.size()), " pairs of alternatives"});
  }

 private:
  void compare(Index left, Index right) {
    ScoreProbe tests(decision_);
    const Condition above{{{tests.test(left, Comparison::greater, right)}}};
    const Condition below{{{tests.test(left, Comparison::less, right)}}};
    Diagram diagram;
    if (inspector_.build(tests.compiled(), {&above, &below}, diagram)) inspector_.orders.add(diagram);
    else inspector_.orders_known = false;
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
    Tie& tie = inspector_.result.ties.emplace_back();
    tie.left = left;
    tie.right = right;
    Diagram diagram;
    tie.proved = inspector_.build(tests.compiled(), {&equal, &near}, diagram);
    if (!tie.proved) {
      pairs_ += (pairs_.empty() ? "" : ", ") + names(left, right, " and ");
      return;
    }
    const std::vector<Count> counts = count_outcomes(diagram, inspector_.sizes);
    tie.equal = counts[0].decimal();
    tie.equal_share = counts[0].share(inspector_.all);
    tie.near = counts[1].decimal();
    tie.near_share = counts[1].share(inspector_.all);
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
        inspector_.report(code, path_of("alternatives", tie.left), decision_.alternatives[tie.left].id,
                          {names(tie.left, tie.right, " and "),
                           outcome == 0 ? " share the highest score in " : " are one point apart at the top in ",
                           inspector_.share_text(count), outcome == 0 ? given_at(diagram) : "", "."});
    finding.witnesses.push_back(*inspector_.example(diagram, outcome));
  }

  /// The order of the recommendations decides a tie; this says how it came out.
  std::string given_at(const Diagram& ties) {
    Diagram together;
    if (!inspector_.recommendations.complete || !inspector_.multiply(inspector_.recommendations, ties, together))
      return {};
    const std::vector<Count> counts = count_outcomes(together, inspector_.sizes);
    std::string list;
    for (std::size_t k = 0; k < decision_.recommendations.size(); ++k) {
      const Count& count = counts[k * ties.outcomes];
      if (!count.zero())
        list += joined({list.empty() ? "; there " : ", ", quote(decision_.recommendations[k].id), " is given in ",
                        count.decimal()});
    }
    return list;
  }

  Inspector& inspector_;
  const Decision& decision_;
  std::string pairs_{};
};

}  // namespace

void inspect_orders(Inspector& inspector) { OrderCheck(inspector).run(); }

}  // namespace decision_card
