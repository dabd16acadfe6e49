// SPDX-License-Identifier: MIT
#pragma once

#include "base/array.hpp"
#include "decision/situation.hpp"
#include "decision_card/limits.hpp"
#include "diagram/layer_question.hpp"
#include "diagram/linear_forms.hpp"
#include "diagram/outcomes.hpp"

namespace decision_card::diagram {

using base::Array;
using decision::Program;
using decision::Situation;

inline void set_bit(std::uint64_t* bits, std::size_t at) { bits[at / 64] |= std::uint64_t{1} << (at % 64); }

/// What is left of a decision when some answers are known: the open questions, one a layer, and a state that says what
/// is left of each condition. A condition is still a sum of products; of each product that may still hold, the state
/// has the literals that are not yet known to. So two states are the same when the same is left, however it came about.
class Residue {
 public:
  /// Rows of one length, ascending: the number of a condition, and the literals of one of its products as bits. A row
  /// without literals says that the condition holds.
  using State = Array<std::uint64_t>;

  struct Layer : LayerQuestion {
    bool always;                  ///< it is asked for certain
    std::size_t literals, fails;  ///< in masks_: the literals that look at it; by value those that it makes false
    std::uint64_t moves;          ///< the forms that its own points move
  };

  Residue(const Program& program, const Decision& decision, const LinearForms& forms, const Answers& answers,
          const Outcomes& outcomes, const Array<Index>* order = nullptr);

  [[nodiscard]] std::size_t layers() const { return layers_.size(); }
  [[nodiscard]] const Layer& layer(std::size_t index) const { return layers_[index]; }

  /// The points that are certain before the first layer.
  [[nodiscard]] const std::int32_t* start_points() const { return start_points_.data(); }
  /// Finds all that a layer can add to a form, ascending, and perhaps more.
  void gains(std::size_t layer, const LinearForm& form, Array<std::int32_t>& all) const;

  [[nodiscard]] const State& start() const { return start_; }
  /// Enters a choice where the question is asked, and adds the points of all rules that this decides.
  void enter(std::size_t layer, std::uint8_t choice, State& state, std::int32_t* points);

  struct Simplified {
    int outcome = -1;         ///< the only one left, or -1
    std::uint64_t forms = 0;  ///< those that still matter
  };
  /// Forgets all that no longer matters, given the regions that each form can reach.
  Simplified simplify(State& state, const Regions* regions);

 private:
  static constexpr std::uint16_t none = 0xFFFF;
  // How conditions are numbered: whether the question of a layer is asked, rules, gates, outcomes. What a condition can
  // matter for comes behind it.
  static constexpr std::size_t first_rule = limits::questions, first_gate = first_rule + limits::rules,
                               first_outcome = first_gate + limits::gates;

  struct OpenCondition {
    std::size_t number;
    const Condition* condition;
  };

  // Before the first layer: what is open, and how it is numbered.
  void open_layers(const Answers& answers, const Array<Index>& order);
  void open_conditions(const Outcomes& outcomes);
  void collect_literals(const Condition& condition);
  void add_literal(const Literal& literal);
  [[nodiscard]] std::size_t number_of(const Literal& literal) const;
  void add_rows(const OpenCondition& open);
  void place_literals();
  void find_start_points();
  void add_points(std::int32_t* sum, const std::int32_t* points) const;
  [[nodiscard]] const std::int32_t* points_of(std::size_t question, std::size_t value) const;
  [[nodiscard]] std::size_t values(std::size_t question) const {
    return decision_.questions[question].choices.size() + 1;
  }
  [[nodiscard]] std::size_t values(const Layer& layer) const { return values(layer.question) - layer.always; }
  [[nodiscard]] bool decides(std::size_t layer, const Condition& condition) const;

  /// Yes and no are known, unknown is open: a literal about a known question or gate.
  [[nodiscard]] Truth known(const Literal& literal) const;
  [[nodiscard]] bool survives(const Term& term) const;

  // From state to state: rows that are decided or that change nothing are left out.
  void judge_tests(const Regions* regions);
  void judge_gate(std::size_t gate, Truth truth);
  [[nodiscard]] bool at_number(const State& state, std::size_t at, std::size_t number) const {
    return at < state.size() && state[at] == number;
  }
  Truth simplify_rows(const State& state, std::size_t& at);
  int simplify_outcomes(const State& state, std::size_t& at);
  void drop_implied(std::size_t first);
  void move_row(std::size_t from, std::size_t to);
  void sink(std::size_t first, std::size_t at);
  [[nodiscard]] bool implies(std::size_t narrow, std::size_t wide) const;
  std::uint64_t keep_needed(State& state);
  [[nodiscard]] bool is_needed(std::size_t number, std::uint64_t forms) const;
  [[nodiscard]] std::uint64_t forms_of(const std::uint64_t* literals) const;

  const Program& program_;
  const Decision& decision_;
  const LinearForms& forms_;
  Situation situation_;
  Array<Layer> layers_;
  Array<std::uint16_t> position_;  ///< by question: its layer, or none when it is known
  Array<std::int32_t> start_points_;
  Array<std::uint64_t> masks_;
  Array<std::uint64_t> tests_, literal_forms_;  ///< the literals that are tests; by literal its form, as a bit
  Array<std::uint64_t> rule_forms_;             ///< by rule: the forms that its points move
  Array<Literal> literals_;                     ///< different ones
  /// A literal that is a score test: it holds in some regions of a form, or in all others.
  struct TestLiteral {
    std::size_t bit;
    RegionTest regions;
  };
  Array<TestLiteral> test_literals_;
  Array<Index> gate_literals_;         ///< positions in literals_
  std::size_t words_ = 0, width_ = 1;  ///< of a row's literals; of a row
  std::size_t outcomes_ = 0;
  State start_;
  // While a state is worked on: literals known to hold or not, those that are still needed, and the rows that are left.
  Array<std::uint64_t> yes_, no_, needed_;
  State rows_;
};

}  // namespace decision_card::diagram
