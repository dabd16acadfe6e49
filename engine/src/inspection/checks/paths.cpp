// SPDX-License-Identifier: MIT
// How many questions a reader answers in the pack's order, and whether stopping early is sound.
#include <algorithm>
#include <cmath>

#include "base/interner.hpp"
#include "decision/settle.hpp"
#include "decision_card/budgets.hpp"
#include "diagram/equal_nodes.hpp"
#include "inspection/checks.hpp"

namespace decision_card::inspection {

using base::Array;
using base::Interner;
using base::quote;
using census::layers_of;
using census::step;
using decision::settle;
using decision::Settlement;
using diagram::Diagram;
using diagram::EqualNodes;
using diagram::recommendations_of;

namespace {

/// Walks all paths at once, question by question. A state is a node of each diagram: of the recommendation (where the
/// walk stops early), and of each condition that says whether a later question is asked.
class PathWalk {
 public:
  /// Several ways lead to a state; their lengths, and how likely they are.
  struct Ways {
    double chance = 0, length = 0;  ///< length: the sum over all ways, by their chance
    std::uint32_t least = UINT32_MAX, most = 0;

    void add(const Ways& other, double by) {
      chance += other.chance * by;
      length += other.length * by;
      least = std::min(least, other.least);
      most = std::max(most, other.most);
    }
  };
  struct Stop {
    Answers answers;
    std::uint32_t recommendation;
  };

  PathWalk(const Decision& decision, const std::vector<Diagram>& diagrams, bool stops_early)
      : decision_(decision), diagrams_(diagrams) {
    for (const Diagram& diagram : diagrams) layers_.push_back(layers_of(diagram, decision_.questions.size()));
    if (stops_early) find_decided();
  }

  /// False when it takes too many steps.
  bool run(Space& space) {
    Ways start{1, 0, 0, 0};
    for (const Diagram& diagram : diagrams_) state_.push(diagram.root);
    enter(start, 1, Answers::none(decision_.questions.size()));
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      const std::size_t edges = states_.size() * decision_.questions[q].choices.size();
      if (!space.spend(edges * diagrams_.size())) return false;
      advance(q);
    }
    for (const Ways& ways : ways_) ended_.add(ways, 1);
    return true;
  }

  [[nodiscard]] PathLengths lengths() const {
    return {true, ended_.least, ended_.most,
            static_cast<std::uint32_t>(std::floor(ended_.length / ended_.chance * 100 + 0.5))};
  }
  [[nodiscard]] const std::vector<Stop>& stops() const { return stops_; }
  [[nodiscard]] std::size_t stopping_points() const { return stopping_points_; }

 private:
  /// Finds at which nodes of the recommendation's diagram it is settled.
  void find_decided() {
    same_.emplace(diagrams_[0]);
    const auto& layers = diagrams_[0].layers;
    for (std::size_t k = layers.size(); k-- > 0;) same_->merge(layers[k]);
  }

  /// Enters state_, or ends there.
  void enter(const Ways& ways, double by, const Answers& example) {
    const std::uint32_t settled = same_ ? (*same_)[static_cast<std::uint32_t>(state_[0])] : 0;
    if (same_ && settled < diagrams_[0].outcomes) {
      ended_.add(ways, by);
      ++stopping_points_;
      if (stops_.size() < budgets::stop_replays) stops_.push_back({example, settled});
      return;
    }
    const std::uint32_t number = states_.intern(state_.data(), state_.size());
    if (number == ways_.size()) {
      ways_.emplace_back();
      examples_.push_back(example);
    }
    ways_[number].add(ways, by);
  }

  /// Whether a question is asked has its diagram behind the first one, in the order of these questions.
  [[nodiscard]] bool asked(std::size_t q, const std::uint64_t* state, std::size_t conditional) const {
    return !decision_.questions[q].conditional || state[1 + conditional] == 0;
  }

  void advance(std::size_t q) {
    Interner from;
    from.swap(states_);
    const std::vector<Ways> ways = std::move(ways_);
    const std::vector<Answers> examples = std::move(examples_);
    ways_.clear();
    examples_.clear();
    double all = 0;
    for (const Choice& choice : decision_.questions[q].choices) all += choice.weight;
    for (std::uint32_t k = 0; k < ways.size(); ++k) {
      const bool counts = asked(q, from.row(k), conditional_);
      Ways longer = ways[k];
      longer.length += counts ? longer.chance : 0;
      longer.least += counts;
      longer.most += counts;
      const std::size_t choices = counts ? decision_.questions[q].choices.size() : 1;
      for (std::uint8_t c = 0; c < choices; ++c) {
        Answers example = examples[k];
        if (counts) example.choices[q] = c;
        step_all(q, from.row(k), c);
        enter(longer, counts ? decision_.questions[q].choices[c].weight / all : 1, example);
      }
    }
    conditional_ += decision_.questions[q].conditional;
  }

  void step_all(std::size_t q, const std::uint64_t* from, std::size_t choice) {
    state_.clear();
    for (std::size_t d = 0; d < diagrams_.size(); ++d) {
      const auto node = static_cast<std::uint32_t>(from[d]);
      // Once a question is behind, nobody asks any more whether it was asked.
      const bool done = d > 0 && d <= conditional_ + decision_.questions[q].conditional;
      state_.push(done ? 0 : step(diagrams_[d], layers_[d][q], node, choice));
    }
  }

  const Decision& decision_;
  const std::vector<Diagram>& diagrams_;
  std::vector<std::vector<const Diagram::Layer*>> layers_{};
  std::optional<EqualNodes> same_{};
  std::size_t conditional_ = 0;  ///< questions with a condition so far
  Interner states_;
  Array<std::uint64_t> state_;
  std::vector<Ways> ways_{};
  std::vector<Answers> examples_{};
  Ways ended_{};
  std::vector<Stop> stops_{};
  std::size_t stopping_points_ = 0;
};

class PathCheck {
 public:
  PathCheck(Space& space, Ledger& ledger, const ReachFacts& reach)
      : space_(space), ledger_(ledger), reach_(reach), decision_(space.decision()) {
    for (Index q = 0; q < decision_.questions.size(); ++q) order_.push(q);
  }

  PathFacts run() {
    if (!build()) {
      ledger_.not_proved("paths", ledger_.list("questions"), {}, {"how many questions a reader answers is open."});
      return {};
    }
    PathFacts facts;
    PathWalk all(decision_, diagrams_, false), early(decision_, diagrams_, true);
    if (all.run(space_)) {
      facts.all_questions = all.lengths();
      ledger_.proved("paths", {"all paths in the pack's order"});
    } else {
      ledger_.not_proved("paths", ledger_.list("questions"), {}, {"how many questions a reader answers is open."});
    }
    if (recommendation_ && early.run(space_)) {
      facts.early_stop = early.lengths();
      replay(early);
    } else {
      ledger_.not_proved("early stop", ledger_.list("questions"), {},
                         {"how soon the recommendation is settled is open."});
    }
    return facts;
  }

 private:
  /// Builds all diagrams in the pack's order; without the recommendation's diagram, paths to the end can still be
  /// counted.
  bool build() {
    diagrams_.reserve(1 + decision_.questions.size());
    recommendation_ =
        reach_.diagram.complete && space_.build(space_.pack().program(), decision_, recommendations_of(decision_),
                                                diagrams_.emplace_back(), order_);
    if (!recommendation_) {
      diagrams_.clear();
      diagrams_.emplace_back();
    }
    const Probe questions = questions_probe(decision_, false);
    for (const Question& question : decision_.questions) {
      if (!question.conditional) continue;
      if (!space_.build(questions.program, questions.decision, {&question.when}, diagrams_.emplace_back(), order_))
        return false;
    }
    return true;
  }

  /// The card's own proof must stop where this one does.
  void replay(const PathWalk& walk) {
    std::size_t late = 0;
    for (const PathWalk::Stop& stop : walk.stops()) {
      const Settlement settlement = settle(space_.pack().program(), decision_, stop.answers);
      late += !settlement.exact;
      if (!settlement.exact || (settlement.settled && settlement.recommendation == stop.recommendation)) continue;
      ledger_
          .report("early_stop_unsound", ledger_.list("questions"), {},
                  {"The card does not stop where every completion gives ",
                   quote(decision_.recommendations[stop.recommendation].id), "."},
                  {"This is a fault of the engine: please report it."})
          .witnesses.push_back(stop.answers);
      return;
    }
    ledger_.proved(
        "early stop",
        {std::to_string(walk.stopping_points()),
         " stopping points: every completion of each gives the same recommendation; the card's own proof repeated ",
         std::to_string(walk.stops().size() - late), " of ", std::to_string(walk.stops().size()), " in its time"});
  }

  Space& space_;
  Ledger& ledger_;
  const ReachFacts& reach_;
  const Decision& decision_;
  Array<Index> order_;
  std::vector<Diagram> diagrams_{};
  bool recommendation_ = false;
};

}  // namespace

PathFacts inspect_paths(Space& space, Ledger& ledger, const ReachFacts& reach) {
  return PathCheck(space, ledger, reach).run();
}

}  // namespace decision_card::inspection
