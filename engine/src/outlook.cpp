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

/// The largest whole number up to which doubles are exact.
constexpr double exact_numbers = 9007199254740992.0;

class OutlookBuilder {
 public:
  OutlookBuilder(const Pack& pack, const Answers& answers)
      : program_(pack.program()), decision_(pack.decision()), answers_(answers), situation_(program_, decision_) {
    situation_.assess(answers);
  }

  Outlook run(std::size_t most_steps) {
    Diagram diagram;
    build_diagram(program_, decision_, answers_, recommendations_of(decision_), most_steps, diagram);
    return run(diagram);
  }

  Outlook run(const Diagram& diagram) {
    start(diagram);
    while (advance()) {
    }
    return result();
  }

  /// `diagram`: of these answers or of fewer.
  void start(const Diagram& diagram) {
    diagram_ = &diagram;
    list_questions();
    find_ranges();
    outlook_.prospects.resize(diagram.outcomes);
    outlook_.exact = diagram.complete;
    if (!diagram.complete) return;
    for (const Diagram::Layer& layer : diagram.layers) open_choices(layer);
    start_counting();
  }

  /// Counts one layer, each twice: first all of them down, then all of them up. False when there is none left.
  bool advance() {
    const std::size_t layers = choices_.size();
    if (counted_ == 2 * layers) return false;
    if (counted_ < layers) count_down(counted_);
    else count_up(2 * layers - 1 - counted_);
    ++counted_;
    return true;
  }

  Outlook result() {
    if (!outlook_.exact) return std::move(outlook_);
    find_possible();
    add_up();
    find_shares();
    find_gains();
    choose_next();
    return std::move(outlook_);
  }

 private:
  /// Of a layer: the choices that the answers leave, and in weights_ what they weigh.
  struct Choices {
    std::size_t first, last, weights, joint;
    double total;
  };

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

  /// A given answer (to a question that may not be asked) has no weight of its own, nor has what isn't asked.
  void open_choices(const Diagram::Layer& layer) {
    const Question& question = decision_.questions[layer.question];
    const std::uint8_t answer = answers_.choices[layer.question];
    const bool open = answer == Answers::unanswered && !situation_.never_asked(layer.question);
    Choices choices{0, layer.choices, weights_.size(), joint_.size(), 0};
    if (!open && layer.choices > 1) {
      choices.first = answer == Answers::unanswered ? 0 : answer;
      choices.last = choices.first + 1;
    }
    for (std::size_t c = choices.first; c < choices.last; ++c) {
      weights_.push(open ? question.choices[c].weight : 1);
      choices.total += weights_.back();
    }
    joint_.resize(joint_.size() + (choices.last - choices.first) * diagram_->outcomes);
    choices_.push(choices);
  }

  void start_counting() {
    ways_.resize(diagram_->nodes);
    reached_.resize(diagram_->nodes);
    ways_[diagram_->root] = 1;
    reached_[diagram_->root] = true;
    const std::size_t outcomes = diagram_->outcomes;
    behind_.resize(outcomes * outcomes);
    for (std::size_t outcome = 0; outcome < outcomes; ++outcome) behind_[outcome * (outcomes + 1)] = 1;
  }

  /// By node, the weight of all ways that lead to it, and whether one does.
  [[gnu::noinline]] void count_down(std::size_t k) {
    const Diagram::Layer& layer = diagram_->layers[k];
    const Choices& choices = choices_[k];
    const std::uint32_t* children = diagram_->children_of(layer, layer.first);
    for (std::uint32_t node = layer.first; node < layer.last; ++node, children += layer.choices) {
      if (!reached_[node]) continue;
      const double ways = ways_[node];
      const double* weight = &weights_[choices.weights];
      for (std::size_t c = choices.first; c < choices.last; ++c) {
        ways_[children[c]] += ways * *weight++;
        reached_[children[c]] = true;
      }
    }
  }

  void find_possible() {
    std::size_t possible = 0;
    for (std::size_t o = 0; o < diagram_->outcomes; ++o) possible += outlook_.prospects[o].possible = reached_[o];
    outlook_.settled = possible == 1;
  }

  /// By node and outcome, the weight of all that is behind the node; layer by layer from the last, and with it what
  /// each choice of a layer leads to. Only two layers are kept: the outcomes and the one that is counted, and the
  /// outcomes and the one behind it.
  void count_up(std::size_t k) {
    const Diagram::Layer& layer = diagram_->layers[k];
    const Choices& choices = choices_[k];
    const std::size_t outcomes = diagram_->outcomes;
    here_.clear();
    here_.append(behind_.data(), outcomes * outcomes);
    here_.resize((outcomes + layer.last - layer.first) * outcomes);
    for (std::size_t c = choices.first; c < choices.last; ++c) {
      const std::size_t at = c - choices.first;
      count_choice(layer, c, weights_[choices.weights + at], &joint_[choices.joint + at * outcomes]);
    }
    bool differ = false;
    for (std::uint32_t node = layer.first; node < layer.last && !differ; ++node)
      differ = reached_[node] && weights_differ(layer, choices, node);
    if (differ) matter_ |= std::uint64_t{1} << layer.question;
    // An outcome that is reached before this layer has all of the layer behind it.
    for (std::size_t at = 0; at < outcomes * outcomes; ++at) here_[at] *= choices.total;
    here_.swap(behind_);
  }

  [[gnu::noinline]] void count_choice(const Diagram::Layer& layer, std::size_t choice, double by, double* joint) {
    const std::size_t outcomes = diagram_->outcomes;
    const std::uint32_t* child = diagram_->children_of(layer, layer.first) + choice;
    double* sums = &here_[outcomes * outcomes];
    for (std::uint32_t node = layer.first; node < layer.last; ++node, child += layer.choices, sums += outcomes) {
      if (!reached_[node]) continue;
      const double* const behind = weights_behind(layer, *child);
      const double ways = ways_[node];
      for (std::size_t o = 0; o < outcomes; ++o) {
        const double weight = by * behind[o];
        sums[o] += weight;
        joint[o] += ways * weight;
      }
    }
  }

  /// Of a node or outcome that a layer leads to.
  [[nodiscard]] const double* weights_behind(const Diagram::Layer& layer, std::uint32_t child) const {
    const std::uint32_t at = child < diagram_->outcomes ? child : child - layer.last + diagram_->outcomes;
    return behind_.data() + at * diagram_->outcomes;
  }

  /// Some children have different weights, so they can't be the same. (Inexact weights prove nothing.)
  [[nodiscard]] bool weights_differ(const Diagram::Layer& layer, const Choices& choices, std::uint32_t node) const {
    const std::uint32_t* const children = diagram_->children_of(layer, node);
    const double* const first = weights_behind(layer, children[choices.first]);
    for (std::size_t c = choices.first + 1; c < choices.last; ++c) {
      const double* const other = weights_behind(layer, children[c]);
      for (std::size_t o = 0; o < diagram_->outcomes; ++o) {
        if (first[o] != other[o] && first[o] < exact_numbers && other[o] < exact_numbers) return true;
      }
    }
    return false;
  }

  void add_up() {
    const std::size_t outcomes = diagram_->outcomes;
    const bool decided = diagram_->root < outcomes;
    totals_.append(&behind_[(decided ? diagram_->root : outcomes) * outcomes], outcomes);
    for (const double total : totals_) all_ += total;
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
    std::uint64_t open_questions = 0;
    for (OpenQuestion& open : outlook_.questions) {
      for (std::size_t k = 0; k < choices_.size(); ++k) {
        if (diagram_->layers[k].question != open.question) continue;
        open.gain = gain(choices_[k]);
        open_questions |= std::uint64_t{1} << open.question;
      }
    }
    if ((open_questions & ~matter_) != 0) find_what_matters();
    for (OpenQuestion& open : outlook_.questions) open.matters = (matter_ >> open.question & 1) != 0;
  }

  /// H(outcome) - H(outcome | choice).
  std::uint32_t gain(const Choices& here) {
    const std::size_t outcomes = diagram_->outcomes, choices = here.last - here.first;
    double* const joint = &joint_[here.joint];
    double sum = entropy_term(all_);
    for (std::size_t o = 0; o < outcomes; ++o) {
      double early = totals_[o];  // reached before this layer, whatever is chosen here
      for (std::size_t c = 0; c < choices; ++c) early -= joint[c * outcomes + o];
      for (std::size_t c = 0; c < choices; ++c)
        joint[c * outcomes + o] += std::max(0.0, early) * weights_[here.weights + c] / here.total;
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

  /// Where no node shows it by its weights, nodes are compared by all that is below them.
  void find_what_matters() {
    same_.resize(diagram_->nodes);
    for (std::uint32_t outcome = 0; outcome < diagram_->outcomes; ++outcome) same_[outcome] = outcome;
    for (std::size_t k = diagram_->layers.size(); k-- > 0;) {
      if (merge(diagram_->layers[k], choices_[k])) matter_ |= std::uint64_t{1} << diagram_->layers[k].question;
    }
  }

  /// Finds the nodes of a layer below which all is the same. True when some node's children differ.
  bool merge(const Diagram::Layer& layer, const Choices& choices) {
    Array<std::uint64_t> row;
    row.resize((choices.last - choices.first + 1) / 2);
    Array<std::uint32_t> first;
    bool matters = false;
    rows_.reset();
    for (std::uint32_t node = layer.first; node < layer.last; ++node) {
      if (!reached_[node]) continue;
      const std::uint32_t* const children = diagram_->children_of(layer, node) + choices.first;
      bool differ = false;
      for (std::uint64_t& word : row) word = 0;
      for (std::size_t c = 0; c < choices.last - choices.first; ++c) {
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
  const Diagram* diagram_ = nullptr;
  Outlook outlook_{};
  std::size_t counted_ = 0;
  Array<Choices> choices_;  ///< by layer
  Array<double> ways_, weights_, totals_;
  Array<bool> reached_;          ///< by node
  Array<double> here_, behind_;  ///< by outcome and by node of a layer: the weight of each outcome
  Array<double> joint_;          ///< by layer, choice and outcome
  double all_ = 0;
  std::uint64_t matter_ = 0;   ///< questions that are known to matter
  Array<std::uint32_t> same_;  ///< by node: the first node below which all is the same
  Interner rows_;
};

/// No weight that is added up for these answers, or more, is rounded.
bool weights_are_exact(const Decision& decision) {
  double all = 1, most = 1;
  for (const Question& question : decision.questions) {
    double total = 0;
    for (const Choice& choice : question.choices) total += choice.weight;
    all *= total;
    most = std::max(most, total);
  }
  return all * most < exact_numbers;
}

}  // namespace

class Preparation {
 public:
  Preparation(const Pack& pack, std::size_t most_steps)
      : pack_(pack), none_{std::vector<std::uint8_t>(pack.decision().questions.size(), Answers::unanswered)} {
    if (weights_are_exact(pack.decision()))
      builder_ = start_diagram(pack.program(), pack.decision(), none_, recommendations_of(pack.decision()), most_steps,
                               diagram_);
  }

  bool advance(std::size_t steps) {
    if (builder_ && !decision_card::advance(*builder_, steps)) {
      builder_.reset();
      if (!diagram_.complete) {
        Array<std::uint32_t>().swap(diagram_.children);
        return false;
      }
      counting_ = std::make_unique<OutlookBuilder>(pack_, none_);
      counting_->start(diagram_);
    } else if (counting_ && !counting_->advance()) {
      first_ = counting_->result();
      counting_.reset();
    }
    return builder_ || counting_;
  }

  Outlook outlook(const Answers& answers) {
    const bool none = answers.choices == none_.choices;
    while (none && advance(limits::preparation_steps)) {
    }
    if (builder_ || !diagram_.complete) return decision_card::outlook(pack_, answers);
    return none ? first_ : OutlookBuilder(pack_, answers).run(diagram_);
  }

 private:
  Pack pack_;
  Answers none_;
  Diagram diagram_{};
  std::shared_ptr<DiagramBuilder> builder_{};   ///< while the diagram is made
  std::unique_ptr<OutlookBuilder> counting_{};  ///< while the first outlook is made
  Outlook first_{};                             ///< of no answers
};

std::shared_ptr<Preparation> start_preparation(const Pack& pack, std::size_t most_steps) {
  return std::make_shared<Preparation>(pack, most_steps);
}

bool advance(Preparation& preparation, std::size_t steps) { return preparation.advance(steps); }

Outlook outlook(Preparation& preparation, const Answers& answers) { return preparation.outlook(answers); }

Outlook outlook(const Pack& pack, const Answers& answers, std::size_t most_steps) {
  return OutlookBuilder(pack, answers).run(most_steps);
}

}  // namespace decision_card
