// SPDX-License-Identifier: MIT
// From state to state: what is done for every step of a diagram, and so built for speed also in WebAssembly; what is
// done once, in residue.cpp, is not (docs/decisions/0007).
#include <bit>
#include <utility>

#include "diagram/residue.hpp"

namespace decision_card::diagram {

namespace {

using Bits = Array<std::uint64_t>;

constexpr std::uint64_t pass_bit = 1, fail_bit = 2;

bool test_bit(const Bits& bits, std::size_t at) { return (bits[at / 64] >> (at % 64) & 1) != 0; }

void clear(Bits& bits) {
  for (std::uint64_t& word : bits) word = 0;
}

bool meet(const std::uint64_t* a, const std::uint64_t* b, std::size_t words) {
  for (std::size_t w = 0; w < words; ++w) {
    if ((a[w] & b[w]) != 0) return true;
  }
  return false;
}

}  // namespace

void Residue::enter(std::size_t layer, std::uint8_t choice, State& state, std::int32_t* points) {
  const Layer& here = layers_[layer];
  std::size_t value = here.always ? choice : values(here) - 1;
  for (std::size_t at = 0; !here.always && at < state.size() && state[at] <= layer; at += width_) {
    std::uint64_t left = state[at] ^ layer;
    for (std::size_t w = 1; w < width_; ++w) left |= state[at + w];
    if (left == 0) value = choice;
  }
  add_points(points, points_of(here.question, value));
  for (std::size_t w = 0; w < words_; ++w) {
    yes_[w] = masks_[here.literals + w];
    no_[w] = masks_[here.fails + value * words_ + w];
  }
  rows_.clear();
  for (std::size_t at = 0; at < state.size();) {
    const auto number = static_cast<std::size_t>(state[at]);
    const std::size_t first = rows_.size();
    const bool holds = simplify_rows(state, at) == Truth::yes;
    const bool is_rule = number >= first_rule && number < first_gate;
    if (is_rule && holds) add_points(points, decision_.rules[number - first_rule].points.data());
    if ((is_rule && holds) || number == layer) rows_.cut(first);
  }
  state.swap(rows_);
}

void Residue::judge_tests(const Regions* regions) {
  clear(yes_);
  clear(no_);
  for (const TestLiteral& test : test_literals_) {
    const Truth truth = test.regions.truth(regions[test.regions.form]);
    if (truth != Truth::unknown) set_bit((truth == Truth::yes ? yes_ : no_).data(), test.bit);
  }
}

void Residue::judge_gate(std::size_t gate, Truth truth) {
  if (truth == Truth::unknown) return;
  const std::uint64_t state = truth == Truth::yes ? pass_bit : fail_bit;
  for (const Index bit : gate_literals_) {
    if (literals_[bit].index == gate) set_bit(((literals_[bit].allowed & state) != 0 ? yes_ : no_).data(), bit);
  }
}

/// Appends the rows of the condition at `at`, without what is known.
Truth Residue::simplify_rows(const State& state, std::size_t& at) {
  const std::uint64_t condition = state[at];
  const std::size_t first = rows_.size();
  Truth any = Truth::no;
  for (; at < state.size() && state[at] == condition; at += width_) {
    if (any == Truth::yes || meet(state.data() + at + 1, no_.data(), words_)) continue;
    std::uint64_t* const row = rows_.extend(width_);
    row[0] = condition;
    std::uint64_t left = 0;
    for (std::size_t w = 1; w < width_; ++w) left |= row[w] = state[at + w] & ~yes_[w - 1];
    any = left == 0 ? Truth::yes : Truth::unknown;
  }
  if (any == Truth::yes) {  // one row that needs nothing instead of all
    move_row(rows_.size() - width_, first);
    rows_.cut(first + width_);
  }
  return any;
}

int Residue::simplify_outcomes(const State& state, std::size_t& at) {
  int first = -1, possible = 0;
  Truth truth = Truth::no;
  while (at < state.size() && truth != Truth::yes) {
    const auto outcome = static_cast<int>(state[at] - first_outcome);
    truth = simplify_rows(state, at);
    if (truth != Truth::no && possible++ == 0) first = outcome;
  }
  if (truth != Truth::yes && possible++ == 0) first = static_cast<int>(outcomes_);
  return possible == 1 ? first : -1;
}

/// Whatever satisfies `narrow` satisfies `wide`.
bool Residue::implies(std::size_t narrow, std::size_t wide) const {
  for (std::size_t w = 1; w < width_; ++w) {
    if ((rows_[wide + w] & ~rows_[narrow + w]) != 0) return false;
  }
  return true;
}

void Residue::move_row(std::size_t from, std::size_t to) {
  for (std::size_t w = 0; w < width_; ++w) rows_[to + w] = rows_[from + w];
}

/// Drops rows that change nothing: another row of the condition, or of an outcome before it, holds whenever they do.
void Residue::drop_implied(std::size_t first) {
  std::size_t to = first;
  for (std::size_t at = first; at < rows_.size(); at += width_) {
    bool implied = false;
    for (std::size_t other = first; other < to && !implied; other += width_) implied = implies(at, other);
    for (std::size_t other = at + width_; other < rows_.size() && rows_[other] == rows_[at] && !implied;
         other += width_)
      implied = implies(at, other) && !implies(other, at);
    if (implied) continue;
    move_row(at, to);
    sink(first, to);
    to += width_;
  }
  rows_.cut(to);
}

/// Brings the row at `at` to its place among those before it, so that equal sums are equal states.
void Residue::sink(std::size_t first, std::size_t at) {
  for (; at > first; at -= width_) {
    std::size_t w = 0;
    while (w < width_ && rows_[at + w] == rows_[at - width_ + w]) ++w;
    if (w == width_ || rows_[at + w] > rows_[at - width_ + w]) return;
    for (w = 0; w < width_; ++w) std::swap(rows_[at + w], rows_[at - width_ + w]);
  }
}

/// The forms that a row compares.
std::uint64_t Residue::forms_of(const std::uint64_t* literals) const {
  std::uint64_t forms = 0;
  for (std::size_t w = 0; w < words_; ++w) {
    for (std::uint64_t left = literals[w] & tests_[w]; left != 0; left &= left - 1)
      forms |= literal_forms_[w * 64 + static_cast<std::size_t>(std::countr_zero(left))];
  }
  return forms;
}

bool Residue::is_needed(std::size_t number, std::uint64_t forms) const {
  if (number >= first_outcome) return true;
  if (number < first_rule)
    return (layers_[number].moves & forms) != 0 || meet(needed_.data(), &masks_[layers_[number].literals], words_);
  if (number < first_gate) return (rule_forms_[number - first_rule] & forms) != 0;
  for (const Index bit : gate_literals_) {
    if (literals_[bit].index == number - first_gate && test_bit(needed_, bit)) return true;
  }
  return false;
}

/// From the outcomes back to the questions: what nothing behind it looks at is left out. Returns the forms that are
/// still compared.
std::uint64_t Residue::keep_needed(State& state) {
  clear(needed_);
  std::uint64_t forms = 0;
  std::size_t to = rows_.size();
  for (std::size_t at = rows_.size(); at > 0;) {
    at -= width_;
    if (!is_needed(static_cast<std::size_t>(rows_[at]), forms)) continue;
    for (std::size_t w = 0; w < words_; ++w) needed_[w] |= rows_[at + 1 + w];
    forms |= forms_of(&rows_[at + 1]);
    to -= width_;
    move_row(at, to);
  }
  state.clear();
  state.append(rows_.data() + to, rows_.size() - to);
  return forms;
}

Residue::Simplified Residue::simplify(State& state, const Regions* regions) {
  judge_tests(regions);
  rows_.clear();
  std::size_t at = 0;
  while (at < state.size() && state[at] < first_gate) {
    const std::size_t first = rows_.size();
    simplify_rows(state, at);
    drop_implied(first);
  }
  for (std::size_t g = 0; g < decision_.gates.size(); ++g) {
    const std::size_t first = rows_.size();
    const Truth truth = at_number(state, at, first_gate + g) ? simplify_rows(state, at) : Truth::no;
    judge_gate(g, truth);
    if (truth == Truth::unknown) drop_implied(first);
    else rows_.cut(first);
  }
  const std::size_t first = rows_.size();
  Simplified simplified{simplify_outcomes(state, at)};
  if (simplified.outcome >= 0) return simplified;
  drop_implied(first);
  simplified.forms = keep_needed(state);
  return simplified;
}

}  // namespace decision_card::diagram
