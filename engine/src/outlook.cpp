// SPDX-License-Identifier: MIT
#include "decision_card/outlook.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "decision_card/limits.hpp"
#include "diagram.hpp"
#include "interner.hpp"
#include "order.hpp"

// Weights are whole numbers in doubles: exact up to 2^53, and the same everywhere beyond, because only additions,
// multiplications and divisions are used, and this file is compiled without contracting them.
namespace decision_card {

namespace {

constexpr double million = 1'000'000;

/// The logarithm to base 2, digit by digit: a library's own differs in the last bits from platform to platform.
double log_2(double value) {
  int exponent = 0;
  double mantissa = 2 * std::frexp(value, &exponent);
  double sum = exponent - 1;
  for (double digit = 0.5; digit > 1e-12; digit /= 2) {
    mantissa *= mantissa;
    if (mantissa < 2) continue;
    mantissa /= 2;
    sum += digit;
  }
  return sum;
}

double entropy_term(double weight) { return weight > 0 ? weight * log_2(weight) : 0; }

class OutlookBuilder {
 public:
  OutlookBuilder(const Pack& pack, const Answers& answers, std::size_t most_steps)
      : program_(pack.program()), decision_(pack.decision()), answers_(answers), situation_(program_, decision_) {
    build_diagram(program_, decision_, answers, recommendations_of(decision_), most_steps, diagram_);
  }

  Outlook run() {
    situation_.assess(answers_);
    list_questions();
    find_ranges();
    outlook_.prospects.resize(diagram_.outcomes);
    outlook_.exact = diagram_.complete;
    if (!diagram_.complete) return std::move(outlook_);
    find_possible();
    count_down();
    count_up();
    find_shares();
    find_gains();
    choose_next();
    return std::move(outlook_);
  }

 private:
  void list_questions() {
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      if (answers_.choices[q] == Answers::unanswered && !situation_.never_asked(q))
        outlook_.questions.push_back({static_cast<Index>(q), situation_.asked_for_certain(q)});
    }
  }

  void find_ranges() {
    std::vector<std::uint64_t> values;
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) values.push_back(situation_.values(q));
    for (std::size_t a = 0; a < decision_.alternatives.size(); ++a)
      outlook_.scores.push_back(score_range(program_, decision_, a, values));
  }

  void find_possible() {
    const Array<bool> reached = reached_outcomes(diagram_);
    std::size_t possible = 0;
    for (std::size_t o = 0; o < reached.size(); ++o) possible += outlook_.prospects[o].possible = reached[o];
    outlook_.settled = possible == 1;
  }

  /// A given answer (to a question that may not be asked) has no weight of its own.
  [[nodiscard]] double weight(const Diagram::Layer& layer, std::size_t choice) const {
    if (answers_.choices[layer.question] != Answers::unanswered) return 1;
    return decision_.questions[layer.question].choices[layer.choice(choice)].weight;
  }

  /// By node, the weight of all ways that lead to it.
  void count_down() {
    ways_.resize(diagram_.nodes);
    ways_[diagram_.root] = 1;
    for (const Diagram::Layer& layer : diagram_.layers) {
      const std::size_t choices = layer.choices;
      find_choice_weights(layer);
      const std::uint32_t* child = diagram_.children_of(layer, layer.first);
      for (std::uint32_t node = layer.first; node < layer.last; ++node) {
        const double ways = ways_[node];
        for (std::size_t c = 0; c < choices; ++c) ways_[*child++] += ways * choice_weights_[c];
      }
    }
  }

  void find_choice_weights(const Diagram::Layer& layer) {
    choice_weights_.clear();
    for (std::size_t c = 0; c < layer.choices; ++c) choice_weights_.push(weight(layer, c));
  }

  /// By node and outcome, the weight of all that is behind the node; layer by layer from the last, and with it what
  /// each choice of a layer leads to. Only two layers are kept: the outcomes and the one that is counted, and the
  /// outcomes and the one behind it.
  void count_up() {
    const std::size_t outcomes = diagram_.outcomes;
    behind_.resize(outcomes * outcomes);
    for (std::size_t outcome = 0; outcome < outcomes; ++outcome) behind_[outcome * (outcomes + 1)] = 1;
    for (const Diagram::Layer& layer : diagram_.layers) {
      joints_.push(joint_.size());
      joint_.resize(joint_.size() + layer.choices * outcomes);
    }
    for (std::size_t k = diagram_.layers.size(); k-- > 0;) count_layer(k);
    const bool decided = diagram_.root < outcomes;
    totals_.append(&behind_[(decided ? diagram_.root : outcomes) * outcomes], outcomes);
    for (const double total : totals_) all_ += total;
  }

  [[nodiscard]] double total_weight(const Diagram::Layer& layer) const {
    double total = 0;
    for (std::size_t c = 0; c < layer.choices; ++c) total += weight(layer, c);
    return total;
  }

  void count_layer(std::size_t k) {
    const Diagram::Layer& layer = diagram_.layers[k];
    const std::size_t outcomes = diagram_.outcomes;
    here_.clear();
    here_.append(behind_.data(), outcomes * outcomes);
    here_.resize((outcomes + layer.last - layer.first) * outcomes);
    find_choice_weights(layer);
    for (std::size_t c = 0; c < layer.choices; ++c) count_choice(layer, c, &joint_[joints_[k] + c * outcomes]);
    bool differ = false;
    for (std::uint32_t node = layer.first; node < layer.last && !differ; ++node) differ = weights_differ(layer, node);
    if (differ) matter_ |= std::uint64_t{1} << layer.question;
    // An outcome that is reached before this layer has all of the layer behind it.
    for (std::size_t at = 0; at < outcomes * outcomes; ++at) here_[at] *= total_weight(layer);
    here_.swap(behind_);
  }

  [[gnu::noinline]] void count_choice(const Diagram::Layer& layer, std::size_t choice, double* joint) {
    const std::size_t outcomes = diagram_.outcomes;
    const double by = choice_weights_[choice];
    const std::uint32_t* child = diagram_.children_of(layer, layer.first) + choice;
    double* sums = &here_[outcomes * outcomes];
    for (std::uint32_t node = layer.first; node < layer.last; ++node, child += layer.choices) {
      const double* const behind = weights_behind(layer, *child);
      const double ways = ways_[node];
      for (std::size_t o = 0; o < outcomes; ++o, ++sums) {
        const double weight = by * behind[o];
        *sums += weight;
        joint[o] += ways * weight;
      }
    }
  }

  /// Of a node or outcome that a layer leads to.
  [[nodiscard]] const double* weights_behind(const Diagram::Layer& layer, std::uint32_t child) const {
    const std::uint32_t at = child < diagram_.outcomes ? child : child - layer.last + diagram_.outcomes;
    return behind_.data() + at * diagram_.outcomes;
  }

  /// Some children have different weights, so they can't be the same. (Beyond 2^53 weights are rounded and prove
  /// nothing.)
  [[nodiscard]] bool weights_differ(const Diagram::Layer& layer, std::uint32_t node) const {
    constexpr double exact = 9007199254740992.0;
    const std::uint32_t* const children = diagram_.children_of(layer, node);
    const double* const first = weights_behind(layer, children[0]);
    for (std::size_t c = 1; c < layer.choices; ++c) {
      const double* const other = weights_behind(layer, children[c]);
      for (std::size_t o = 0; o < diagram_.outcomes; ++o) {
        if (first[o] != other[o] && first[o] < exact && other[o] < exact) return true;
      }
    }
    return false;
  }

  /// In parts per million, by the largest remainders, so that they add up to a million.
  void find_shares() {
    Array<double> left;
    std::uint32_t given = 0;
    for (std::size_t o = 0; o < totals_.size(); ++o) {
      std::uint32_t& share = outlook_.prospects[o].share;
      left.push(long_division(totals_[o], share));
      if (share == 0 && totals_[o] > 0) {
        share = 1;  // what can happen is not nothing
        left.back() = -1;
      }
      given += share;
    }
    const auto more = [&](std::uint32_t a, std::uint32_t b) { return left[a] > left[b]; };
    const std::vector<std::uint32_t> order = stable_order(left.size(), more);
    for (std::size_t k = 0; given < million; ++k, ++given) ++outlook_.prospects[order[k % order.size()]].share;
    for (; given > million; --given) {
      Prospect* largest = outlook_.prospects.data();
      for (Prospect& each : outlook_.prospects) largest = each.share > largest->share ? &each : largest;
      --largest->share;
    }
  }

  /// Six digits of weight / all_; returns the remainder.
  double long_division(double weight, std::uint32_t& digits) const {
    double rest = weight;
    digits = static_cast<std::uint32_t>(rest == all_);
    rest = digits == 1 ? 0 : rest;
    for (int k = 0; k < 6; ++k) {
      rest *= 10;
      const double digit = std::floor(rest / all_);
      digits = digits * 10 + static_cast<std::uint32_t>(digit);
      rest -= digit * all_;
    }
    return rest;
  }

  void find_gains() {
    for (std::size_t k = 0; k < diagram_.layers.size(); ++k) {
      const Diagram::Layer& layer = diagram_.layers[k];
      for (OpenQuestion& open : outlook_.questions) {
        if (open.question == layer.question) open.gain = gain(layer, &joint_[joints_[k]]);
      }
    }
    if (matter_ != ~std::uint64_t{0} >> (64 - decision_.questions.size())) find_what_matters();
    for (OpenQuestion& open : outlook_.questions) open.matters = (matter_ >> open.question & 1) != 0;
  }

  /// Where no node shows it by its weights, nodes are compared by all that is below them.
  void find_what_matters() {
    same_.resize(diagram_.nodes);
    for (std::uint32_t outcome = 0; outcome < diagram_.outcomes; ++outcome) same_[outcome] = outcome;
    for (std::size_t k = diagram_.layers.size(); k-- > 0;) {
      if (merge(diagram_.layers[k])) matter_ |= std::uint64_t{1} << diagram_.layers[k].question;
    }
  }

  /// H(outcome) - H(outcome | choice).
  std::uint32_t gain(const Diagram::Layer& layer, double* joint) const {
    const std::size_t outcomes = diagram_.outcomes, choices = layer.choices;
    const double total = total_weight(layer);
    double sum = entropy_term(all_);
    for (std::size_t o = 0; o < outcomes; ++o) {
      double early = totals_[o];  // reached before this layer, whatever is chosen here
      for (std::size_t c = 0; c < choices; ++c) early -= joint[c * outcomes + o];
      for (std::size_t c = 0; c < choices; ++c)
        joint[c * outcomes + o] += std::max(0.0, early) * weight(layer, c) / total;
      sum -= entropy_term(totals_[o]);
    }
    for (std::size_t c = 0; c < choices; ++c) {
      double chosen = 0;
      for (std::size_t o = 0; o < outcomes; ++o) {
        chosen += joint[c * outcomes + o];
        sum += entropy_term(joint[c * outcomes + o]);
      }
      sum -= entropy_term(chosen);
    }
    return static_cast<std::uint32_t>(std::floor(std::max(0.0, sum / all_) * million + 0.5));
  }

  /// Finds the nodes of a layer below which all is the same. True when some node's children differ.
  bool merge(const Diagram::Layer& layer) {
    const std::size_t choices = layer.choices;
    Array<std::uint64_t> row;
    row.resize((choices + 1) / 2);
    Array<std::uint32_t> first;
    bool matters = false;
    rows_.reset();
    for (std::uint32_t node = layer.first; node < layer.last; ++node) {
      const std::uint32_t* const children = diagram_.children_of(layer, node);
      bool differ = false;
      for (std::uint64_t& word : row) word = 0;
      for (std::size_t c = 0; c < choices; ++c) {
        const std::uint32_t same = same_[children[c]];
        differ = differ || same != same_[children[0]];
        row[c / 2] |= std::uint64_t{same} << (32 * (c % 2));
      }
      same_[node] = same_[children[0]];
      if (!differ) continue;
      matters = true;
      const std::uint32_t number = rows_.intern(row.data(), row.size());
      if (number == first.size()) first.push(node);
      same_[node] = first[number];
    }
    return matters;
  }

  /// The first of those that tell most; where none tells anything by itself, the first that matters.
  void choose_next() {
    const OpenQuestion* best = nullptr;
    for (const OpenQuestion& open : outlook_.questions) {
      if (open.asked && open.matters && (best == nullptr || open.gain > best->gain)) best = &open;
    }
    if (best != nullptr) outlook_.next = best->question;
  }

  const Program& program_;
  const Decision& decision_;
  const Answers& answers_;
  Situation situation_;
  Diagram diagram_{};
  Outlook outlook_{};
  Array<double> ways_, choice_weights_, totals_;
  Array<double> here_, behind_;  ///< by outcome and by node of a layer: the weight of each outcome
  Array<double> joint_;          ///< by layer, choice and outcome
  Array<std::size_t> joints_;    ///< by layer: where in joint_
  double all_ = 0;
  std::uint64_t matter_ = 0;   ///< questions that are known to matter
  Array<std::uint32_t> same_;  ///< by node: the first node below which all is the same
  Interner rows_;
};

}  // namespace

Outlook outlook(const Pack& pack, const Answers& answers, std::size_t most_steps) {
  return OutlookBuilder(pack, answers, most_steps).run();
}

}  // namespace decision_card
