// SPDX-License-Identifier: MIT
#include "proofs/completions.hpp"

#include <algorithm>

#include "diagram/equal_nodes.hpp"

namespace decision_card::proofs {

using base::QuestionSet;
using decision::Situation;
using diagram::Diagram;
using diagram::EqualNodes;

namespace {

/// The largest whole number up to which doubles are exact.
constexpr double exact_numbers = 9007199254740992.0;

}  // namespace

void Completions::start(const Decision& decision, const Situation& situation, const Answers& answers,
                        const Diagram& diagram) {
  diagram_ = &diagram;
  for (const Diagram::Layer& layer : diagram.layers)
    open_choices(decision.questions[layer.question], situation, answers.choices[layer.question], layer);
  ways_.resize(diagram_->nodes);
  reached_.resize(diagram_->nodes);
  ways_[diagram_->root] = 1;
  reached_[diagram_->root] = true;
  const std::size_t outcomes = diagram_->outcomes;
  behind_.resize(outcomes * outcomes);
  for (std::size_t outcome = 0; outcome < outcomes; ++outcome) behind_[outcome * (outcomes + 1)] = 1;
}

bool Completions::advance() {
  const std::size_t layers = choices_.size();
  if (counted_ == 2 * layers) return false;
  if (counted_ < layers) count_down(counted_);
  else count_up(2 * layers - 1 - counted_);
  ++counted_;
  return true;
}

/// A given answer (to a question that may not be asked) has no weight of its own, nor has what isn't asked.
void Completions::open_choices(const Question& question, const Situation& situation, std::uint8_t answer,
                               const Diagram::Layer& layer) {
  const bool open = answer == Answers::unanswered && !situation.never_asked(layer.question);
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

[[gnu::noinline]] void Completions::count_down(std::size_t k) {
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

/// Adds up, by node and outcome, the weight of all that is behind the node; layer by layer from the last, and with it
/// what each choice of a layer leads to. Only two layers are kept: the outcomes and the one that is counted, and the
/// outcomes and the one behind it.
void Completions::count_up(std::size_t k) {
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
  if (differ) matter_.add(layer.question);
  // An outcome that is reached before this layer has all of the layer behind it.
  for (std::size_t at = 0; at < outcomes * outcomes; ++at) here_[at] *= choices.total;
  here_.swap(behind_);
}

[[gnu::noinline]] void Completions::count_choice(const Diagram::Layer& layer, std::size_t choice, double by,
                                                 double* joint) {
  if (layer.first == layer.last) return;  // all is decided before it, and there may be no children at all
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

/// Returns the weights behind a node or outcome that a layer leads to.
const double* Completions::weights_behind(const Diagram::Layer& layer, std::uint32_t child) const {
  const std::uint32_t at = child < diagram_->outcomes ? child : child - layer.last + diagram_->outcomes;
  return behind_.data() + at * diagram_->outcomes;
}

/// Some children have different weights, so they can't be the same. (Inexact weights prove nothing.)
bool Completions::weights_differ(const Diagram::Layer& layer, const Choices& choices, std::uint32_t node) const {
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

void Completions::finish() {
  const std::size_t outcomes = diagram_->outcomes;
  const bool decided = diagram_->root < outcomes;
  totals_.append(&behind_[(decided ? diagram_->root : outcomes) * outcomes], outcomes);
  for (const double total : totals_) all_ += total;
  for (const Choices& choices : choices_) add_early(choices);
}

/// What ends before it meets a layer does so whatever is chosen there.
void Completions::add_early(const Choices& choices) {
  const std::size_t outcomes = diagram_->outcomes, count = choices.last - choices.first;
  double* const joint = &joint_[choices.joint];
  for (std::size_t o = 0; o < outcomes; ++o) {
    double early = totals_[o];
    for (std::size_t c = 0; c < count; ++c) early -= joint[c * outcomes + o];
    for (std::size_t c = 0; c < count; ++c)
      joint[c * outcomes + o] += std::max(0.0, early) * weights_[choices.weights + c] / choices.total;
  }
}

QuestionSet Completions::what_matters(QuestionSet questions) {
  if (!matter_.includes(questions)) compare_nodes();
  return questions & matter_;
}

/// Where no node shows it by its weights, nodes are compared by all that is below them.
void Completions::compare_nodes() {
  EqualNodes same(*diagram_);
  for (std::size_t k = diagram_->layers.size(); k-- > 0;) {
    const Diagram::Layer& layer = diagram_->layers[k];
    if (same.merge(layer, choices_[k].first, choices_[k].last, &reached_)) matter_.add(layer.question);
  }
}

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

}  // namespace decision_card::proofs
