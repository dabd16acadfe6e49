// SPDX-License-Identifier: MIT
#include "proofs/anchor.hpp"

#include <algorithm>
#include <bit>

#include "decision_card/limits.hpp"
#include "diagram/diagram.hpp"

namespace decision_card {

namespace {

/// A set of questions, a bit each.
using Set = std::uint64_t;

constexpr Set set_of(std::size_t question) { return Set{1} << question; }

/// Smallest hitting sets of counterexamples (the duality of reasons and changes): a set of answers fixes the
/// recommendation when no way of changing the others leads elsewhere. Where one does, a reason must keep one of the
/// answers that it changes.
class ReasonSearch {
 public:
  ReasonSearch(const Pack& pack, const Answers& answers, Set given, Index recommendation)
      : answers_(answers), given_(given), recommendation_(recommendation) {
    Answers open = answers;
    for (Set left = given; left != 0; left &= left - 1) open.choices[first(left)] = Answers::unanswered;
    build_diagram(pack.program(), pack.decision(), open, recommendations_of(pack.decision()), limits::outlook_steps,
                  diagram_);
  }

  SufficientReason run() {
    if (!diagram_.complete) return {false, {}};
    for (;;) {
      if (diagram_.children.size() + 1 > steps_) return {false, {}};
      steps_ -= diagram_.children.size() + 1;
      const std::optional<Set> kept = hit_all();
      if (!kept) return {false, {}};
      if (!leads_elsewhere(*kept)) return {true, questions_of(*kept)};
      const Set changed = changes_below(*kept);
      if (changed == 0) return {true, {}};  // the open questions alone lead elsewhere
      counterexamples_.push(changed);
    }
  }

 private:
  static constexpr std::uint8_t never = 0xFF;

  static std::size_t first(Set set) { return static_cast<std::size_t>(std::countr_zero(set)); }
  static Indices questions_of(Set set) {
    Indices questions;
    for (; set != 0; set &= set - 1) questions.push_back(static_cast<Index>(first(set)));
    return questions;
  }

  /// What choosing this in the layer adds to the number of changes.
  [[nodiscard]] std::uint8_t cost(const Diagram::Layer& layer, std::size_t choice, Set kept) const {
    if ((given_ & set_of(layer.question)) == 0 || layer.choice(choice) == answers_.choices[layer.question]) return 0;
    return (kept & set_of(layer.question)) != 0 ? never : 1;
  }

  [[nodiscard]] static std::uint8_t sum(std::uint8_t a, std::uint8_t b) {
    return a == never || b == never ? never : static_cast<std::uint8_t>(a + b);
  }

  /// By node, the fewest changes of answers that are not kept to any other recommendation.
  bool leads_elsewhere(Set kept) {
    fewest_.resize(diagram_.nodes);
    for (std::uint8_t& fewest : fewest_) fewest = never;
    for (std::uint32_t outcome = 0; outcome < diagram_.outcomes; ++outcome) {
      if (outcome != recommendation_) fewest_[outcome] = 0;
    }
    for (std::size_t k = diagram_.layers.size(); k-- > 0;) {
      const Diagram::Layer& layer = diagram_.layers[k];
      for (std::size_t c = 0; c < layer.choices; ++c) {
        const std::uint8_t by = cost(layer, c, kept);
        for (std::uint32_t node = layer.first; node < layer.last && by != never; ++node)
          fewest_[node] = std::min(fewest_[node], sum(by, fewest_[diagram_.children_of(layer, node)[c]]));
      }
    }
    return fewest_[diagram_.root] != never;
  }

  [[nodiscard]] Set changes_below(Set kept) const {
    Set changed = 0;
    std::uint32_t node = diagram_.root;
    for (const Diagram::Layer& layer : diagram_.layers) {
      if (node < diagram_.outcomes) break;
      const std::uint32_t* const children = diagram_.children_of(layer, node);
      std::size_t c = 0;
      while (sum(cost(layer, c, kept), fewest_[children[c]]) != fewest_[node]) ++c;
      if (cost(layer, c, kept) != 0) changed |= set_of(layer.question);
      node = children[c];
    }
    return changed;
  }

  /// A smallest set of questions that meets every counterexample, or nothing after too many steps.
  std::optional<Set> hit_all() {
    for (; least_ <= 64; ++least_) {
      const std::optional<Set> hit = hit_with(0, least_);
      if (hit || steps_ == 0) return steps_ == 0 ? std::nullopt : hit;
    }
    return std::nullopt;
  }

  /// Recursion ends at the number of questions (limits::questions).
  std::optional<Set> hit_with(Set chosen, std::size_t more) {
    if (steps_ == 0) return std::nullopt;
    --steps_;
    const auto missed =
        std::find_if(counterexamples_.begin(), counterexamples_.end(), [&](Set one) { return (one & chosen) == 0; });
    if (missed == counterexamples_.end()) return chosen;
    for (Set left = more == 0 ? 0 : *missed; left != 0; left &= left - 1) {
      if (const auto hit = hit_with(chosen | set_of(first(left)), more - 1)) return hit;
    }
    return std::nullopt;
  }

  const Answers& answers_;
  Set given_;
  Index recommendation_;
  Diagram diagram_{};
  std::size_t steps_ = limits::reason_steps, least_ = 0;
  Array<Set> counterexamples_;
  Array<std::uint8_t> fewest_;
};

}  // namespace

SufficientReason sufficient_reason(const Pack& pack, const Answers& answers, std::uint64_t given,
                                   Index recommendation) {
  return ReasonSearch(pack, answers, given, recommendation).run();
}

}  // namespace decision_card
