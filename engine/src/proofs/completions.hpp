// SPDX-License-Identifier: MIT
#pragma once

#include "base/bits.hpp"
#include "diagram/diagram.hpp"

namespace decision_card::proofs {

using base::Array;
using base::QuestionSet;
using decision::Situation;
using diagram::Diagram;

/// All completions of some answers, weighed on a decision diagram; a completion's weight is the product of its choices'
/// (Choice::weight). Weights are whole numbers in doubles: exact up to 2^53, and the same everywhere beyond, because
/// only additions, multiplications and divisions are used, and completions.cpp is compiled without contracting them.
class Completions {
 public:
  /// `diagram`: complete, of these answers or of fewer. `situation`: assessed.
  void start(const Decision& decision, const Situation& situation, const Answers& answers, const Diagram& diagram);
  /// Counts one layer, each twice: first all of them down, then all of them up. False when there is none left.
  bool advance();
  /// Adds up the totals, when all is counted.
  void finish();

  [[nodiscard]] bool possible(std::size_t outcome) const { return reached_[outcome]; }
  [[nodiscard]] double all() const { return all_; }
  [[nodiscard]] double total(std::size_t outcome) const { return totals_[outcome]; }
  [[nodiscard]] std::size_t layers() const { return choices_.size(); }
  [[nodiscard]] Index question(std::size_t layer) const { return diagram_->layers[layer].question; }
  /// How many choices a layer's question is left.
  [[nodiscard]] std::size_t choices(std::size_t layer) const { return choices_[layer].last - choices_[layer].first; }
  /// Returns by choice and outcome the weight of the completions with that choice that end there.
  [[nodiscard]] const double* joint(std::size_t layer) const { return &joint_[choices_[layer].joint]; }
  /// Returns those of some questions whose answer can change the outcome.
  QuestionSet what_matters(QuestionSet questions);

 private:
  /// The choices of a layer that the answers leave, and where in weights_ and joint_ their numbers stand.
  struct Choices {
    std::size_t first, last, weights, joint;
    double total;  ///< of their weights
  };

  void open_choices(const Question& question, const Situation& situation, std::uint8_t answer,
                    const Diagram::Layer& layer);
  void count_down(std::size_t layer);
  void count_up(std::size_t layer);
  void count_choice(const Diagram::Layer& layer, std::size_t choice, double by, double* joint);
  void add_early(const Choices& choices);
  [[nodiscard]] const double* weights_behind(const Diagram::Layer& layer, std::uint32_t child) const;
  [[nodiscard]] bool weights_differ(const Diagram::Layer& layer, const Choices& choices, std::uint32_t node) const;
  void compare_nodes();

  const Diagram* diagram_ = nullptr;
  std::size_t counted_ = 0;
  Array<Choices> choices_;  ///< by layer
  Array<double> weights_, joint_;
  Array<double> ways_;           ///< by node: the weight of all ways that lead to it
  Array<bool> reached_;          ///< by node: whether one does
  Array<double> here_, behind_;  ///< by outcome and by node of a layer: the weight of each outcome
  Array<double> totals_;
  double all_ = 0;
  QuestionSet matter_{};  ///< questions that are known to matter
};

/// No weight that is added up for any answers of this decision is rounded.
bool weights_are_exact(const Decision& decision);

}  // namespace decision_card::proofs
