// SPDX-License-Identifier: MIT
#include "proofs/anchor.hpp"

#include <algorithm>

#include "decision_card/budgets.hpp"
#include "decision_card/limits.hpp"
#include "diagram/diagram.hpp"

namespace decision_card::proofs {

using base::Array;
using base::QuestionSet;
using diagram::build_diagram;
using diagram::Diagram;
using diagram::recommendations_of;

namespace {

/// Smallest hitting sets of counterexamples (the duality of anchors and changes): a set of answers fixes the
/// recommendation when no way of changing the others leads elsewhere. Where one does, an anchor must keep one of the
/// answers that it changes.
class AnchorSearch {
 public:
  AnchorSearch(const Pack& pack, const Answers& answers, QuestionSet given, Index recommendation)
      : answers_(answers), given_(given), recommendation_(recommendation) {
    Answers open = answers;
    for (const std::size_t question : given) open.choices[question] = Answers::unanswered;
    build_diagram(pack.program(), pack.decision(), open, recommendations_of(pack.decision()), budgets::outlook_steps,
                  diagram_);
  }

  Anchor run() {
    if (!diagram_.complete) return {false, {}};
    for (;;) {
      if (diagram_.children.size() + 1 > steps_) return {false, {}};
      steps_ -= diagram_.children.size() + 1;
      const std::optional<QuestionSet> kept = hit_all();
      if (!kept) return {false, {}};
      if (!leads_elsewhere(*kept)) return {true, listed(*kept)};
      const QuestionSet changed = changes_below(*kept);
      if (changed.empty()) return {true, {}};  // the open questions alone lead elsewhere
      counterexamples_.push(changed);
    }
  }

 private:
  static constexpr std::uint8_t never = 0xFF;

  static Indices listed(QuestionSet set) {
    Indices questions;
    for (const std::size_t question : set) questions.push_back(static_cast<Index>(question));
    return questions;
  }

  /// What choosing this in the layer adds to the number of changes.
  [[nodiscard]] std::uint8_t cost(const Diagram::Layer& layer, std::size_t choice, QuestionSet kept) const {
    if (!given_.has(layer.question) || layer.choice(choice) == answers_.choices[layer.question]) return 0;
    return kept.has(layer.question) ? never : 1;
  }

  [[nodiscard]] static std::uint8_t sum(std::uint8_t a, std::uint8_t b) {
    return a == never || b == never ? never : static_cast<std::uint8_t>(a + b);
  }

  /// Finds, by node, the fewest changes of answers that are not kept to any other recommendation.
  bool leads_elsewhere(QuestionSet kept) {
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

  [[nodiscard]] QuestionSet changes_below(QuestionSet kept) const {
    QuestionSet changed;
    std::uint32_t node = diagram_.root;
    for (const Diagram::Layer& layer : diagram_.layers) {
      if (node < diagram_.outcomes) break;
      const std::uint32_t* const children = diagram_.children_of(layer, node);
      std::size_t c = 0;
      while (sum(cost(layer, c, kept), fewest_[children[c]]) != fewest_[node]) ++c;
      if (cost(layer, c, kept) != 0) changed.add(layer.question);
      node = children[c];
    }
    return changed;
  }

  /// A smallest set of questions that meets every counterexample, or nothing after too many steps.
  std::optional<QuestionSet> hit_all() {
    for (; least_ <= 64; ++least_) {
      const std::optional<QuestionSet> hit = hit_with({}, least_);
      if (hit || steps_ == 0) return steps_ == 0 ? std::nullopt : hit;
    }
    return std::nullopt;
  }

  /// Recursion ends at the number of questions (limits::questions).
  std::optional<QuestionSet> hit_with(QuestionSet chosen, std::size_t more) {
    if (steps_ == 0) return std::nullopt;
    --steps_;
    const auto missed = std::find_if(counterexamples_.begin(), counterexamples_.end(),
                                     [&](QuestionSet one) { return !one.meets(chosen); });
    if (missed == counterexamples_.end()) return chosen;
    if (more == 0) return std::nullopt;
    for (const std::size_t question : *missed) {
      if (const auto hit = hit_with(chosen | QuestionSet::of(question), more - 1)) return hit;
    }
    return std::nullopt;
  }

  const Answers& answers_;
  QuestionSet given_;
  Index recommendation_;
  Diagram diagram_{};
  std::size_t steps_ = budgets::anchor_steps, least_ = 0;
  Array<QuestionSet> counterexamples_;
  Array<std::uint8_t> fewest_;
};

}  // namespace

Anchor find_anchor(const Pack& pack, const Answers& answers, QuestionSet given, Index recommendation) {
  return AnchorSearch(pack, answers, given, recommendation).run();
}

}  // namespace decision_card::proofs
