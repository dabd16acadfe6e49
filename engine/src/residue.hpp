// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "decision_card/limits.hpp"
#include "linear_forms.hpp"
#include "situation.hpp"

namespace decision_card {

/// A list of conditions: the first that holds is the outcome; the number of conditions is the outcome when none does.
using Outcomes = std::vector<const Condition*>;

/// The pack's recommendations as outcomes.
Outcomes recommendations_of(const Decision& decision);

/// The questions that the answers leave open, in an order in which they can be eliminated: those that move most points
/// a choice first, because they decide most, but none before a question that its `when` looks at.
Indices elimination_order(const Program& program, const Decision& decision, const Situation& situation,
                          const LinearForms& forms);

/// What is left of a decision when some answers are known: the open questions, one a layer, and a state that says what
/// is left of each condition. A condition is still a sum of products; of each product that may still hold, the state has
/// the literals that are not yet known to. So two states are the same when the same is left, however it came about.
class Residue {
 public:
  /// First the bits of the rules and questions: one a term that may hold, and one for a question known to be asked. Then
  /// for each product that is left of a gate or outcome a row: the condition, and its literals as bits.
  using State = std::vector<std::uint64_t>;

  Residue(const Program& program, const Decision& decision, const LinearForms& forms, const Answers& answers,
          const Outcomes& outcomes);

  [[nodiscard]] std::size_t layers() const { return layers_.size(); }
  [[nodiscard]] Index question(std::size_t layer) const { return layers_[layer].question; }
  /// The choices that the question of a layer can have: all, or the one that was given.
  [[nodiscard]] const std::vector<std::uint8_t>& choices(std::size_t layer) const { return layers_[layer].choices; }

  /// The points that are certain before the first layer.
  [[nodiscard]] const std::vector<std::int32_t>& start_points() const { return start_points_; }
  /// All that a layer can add to a form, and perhaps more.
  [[nodiscard]] std::vector<std::int32_t> gains(std::size_t layer, const LinearForm& form) const;

  [[nodiscard]] const State& start() const { return start_; }
  /// Enters a choice where the question is asked, and adds the points of all rules that this decides.
  void enter(std::size_t layer, std::uint8_t choice, State& state, std::int32_t* points) const;

  struct Simplified {
    int outcome = -1;         ///< the only one left, or -1
    std::uint64_t forms = 0;  ///< those that still matter
  };
  /// Forgets all that no longer matters once `layer` layers are known, given the regions that each form can reach.
  Simplified simplify(std::size_t layer, State& state, const std::vector<Regions>& regions);

 private:
  static constexpr std::uint16_t none = 0xFFFF;

  /// A rule, or a question that is not always asked: conditions over questions alone, as bits of the state.
  struct Plain {
    bool is_rule;
    Index index;
    std::uint32_t first, last;  ///< bits of its terms; a question's first bit says that it is asked
    std::uint64_t forms;        ///< that the rule moves
  };
  struct Layer {
    Index question;
    std::uint16_t when = none;  ///< in plains_
    std::vector<std::uint8_t> choices{};
    std::vector<std::uint64_t> keeps{};  ///< by value: the bits of terms that it leaves
    std::vector<std::uint64_t> uses{};   ///< the bits of terms that look at it
    std::vector<std::uint64_t> fails{};  ///< by value: the literals that it makes false
    std::vector<std::uint64_t> literals{};
    Indices decides{};        ///< of plains_, those with a term that is known after it
    std::uint64_t moves = 0;  ///< the forms that its own points move
  };
  using Words = std::vector<std::uint64_t>;

  void open_layers(const Answers& answers, const Indices& order);
  void open_plains();
  void add_plain(bool is_rule, std::size_t index, const Condition& condition);
  void place_plain_terms();
  void open_sums(const Outcomes& outcomes);
  void add_sum(std::uint64_t number, const Condition& condition);
  std::size_t number_of(const Literal& literal);
  void find_literal_masks();
  void find_start_points();
  [[nodiscard]] std::uint64_t forms_moved_by(const std::int32_t* points) const;
  [[nodiscard]] const std::int32_t* points_of(std::size_t layer, std::size_t value) const;
  [[nodiscard]] std::size_t values(std::size_t layer) const {
    return decision_.questions[layers_[layer].question].choices.size() + 1;
  }

  /// Yes and no are known, unknown is open: a literal about a known question or gate.
  [[nodiscard]] Truth known(const Literal& literal) const;
  [[nodiscard]] bool survives(const Term& term) const;

  void judge_tests(const std::vector<Regions>& regions);
  void judge_gate(std::size_t gate, Truth truth);
  Truth simplify_rows(const State& state, std::size_t& at);
  void simplify_gates(const State& state, std::size_t& at);
  int simplify_outcomes(const State& state, std::size_t& at);
  void drop_implied(std::size_t first);
  void sink(std::size_t first, std::size_t at);
  [[nodiscard]] bool implies(std::size_t narrow, std::size_t wide) const;
  std::uint64_t keep_needed(std::size_t outcome_rows);
  void add_needed(std::size_t row);
  void forget_plains(std::size_t layer, std::uint64_t forms, State& state) const;

  const Program& program_;
  const Decision& decision_;
  const LinearForms& forms_;
  Situation situation_;
  std::vector<Layer> layers_{};
  std::vector<std::uint16_t> position_{};  ///< by question: its layer, or none when it is known
  std::vector<std::int32_t> start_points_{};
  std::vector<Plain> plains_{};
  std::vector<const Term*> plain_terms_{};     ///< by bit
  std::vector<std::uint16_t> known_after_{};   ///< by bit: how many layers must be known until the term is
  std::size_t plain_words_ = 0;
  std::vector<Literal> literals_{};            ///< different ones, of gates and outcomes
  Indices test_literals_{}, gate_literals_{};  ///< positions in literals_
  std::size_t words_ = 0;                      ///< of a row's literals
  std::size_t outcomes_ = 0;
  State start_{};
  // While a state is simplified: literals known to hold or not, those that are still needed, and the rows that are left.
  Words yes_{}, no_{}, needed_{};
  State rows_{};
};

}  // namespace decision_card
