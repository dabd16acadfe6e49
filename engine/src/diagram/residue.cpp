// SPDX-License-Identifier: MIT
#include "diagram/residue.hpp"

#include <algorithm>
#include <bit>

#include "diagram/elimination_order.hpp"

namespace decision_card::diagram {

using base::Array;
using base::insert_sorted;
using decision::Program;

namespace {

using Bits = Array<std::uint64_t>;

constexpr std::uint64_t pass_bit = 1, fail_bit = 2, pass_or_fail = 3;

constexpr std::uint64_t bit_in_word(std::size_t at) { return std::uint64_t{1} << (at % 64); }
bool test_bit(const Bits& bits, std::size_t at) { return (bits[at / 64] & bit_in_word(at)) != 0; }
void set_bit(std::uint64_t* bits, std::size_t at) { bits[at / 64] |= bit_in_word(at); }

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

Residue::Residue(const Program& program, const Decision& decision, const LinearForms& forms, const Answers& answers,
                 const Outcomes& outcomes, const Array<Index>* order)
    : program_(program), decision_(decision), forms_(forms), situation_(program, decision), outcomes_(outcomes.size()) {
  situation_.assess(answers);
  const Array<Index> own = order == nullptr ? elimination_order(program, decision, situation_, forms) : Array<Index>();
  open_layers(answers, order == nullptr ? own : *order);
  for (const Rule& rule : decision_.rules) rule_forms_.push(forms_.moved_by(rule.points.data()));
  open_conditions(outcomes);
  find_start_points();
}

void Residue::open_layers(const Answers& answers, const Array<Index>& order) {
  position_.resize(decision_.questions.size());
  for (std::uint16_t& position : position_) position = none;
  for (const Index question : order) {
    if (situation_.values(question).count() == 1) continue;  // known
    position_[question] = static_cast<std::uint16_t>(layers_.size());
    const std::uint8_t given = answers.choices[question];
    const auto choices = static_cast<std::uint8_t>(given == Answers::unanswered ? values(question) - 1 : 1);
    const bool always = !decision_.questions[question].conditional || situation_.asked_for_certain(question);
    Layer layer{{question, choices, given}, always, 0, 0, 0};
    for (std::size_t value = 0; value < values(layer); ++value)
      layer.moves |= forms_.moved_by(points_of(question, value));
    layers_.push(layer);
  }
}

const std::int32_t* Residue::points_of(std::size_t question, std::size_t value) const {
  return program_.single_points[question].data() + value * decision_.alternatives.size();
}

void Residue::add_points(std::int32_t* sum, const std::int32_t* points) const {
  for (std::size_t a = 0; a < decision_.alternatives.size(); ++a) sum[a] += points[a];
}

Truth Residue::known(const Literal& literal) const {
  std::uint64_t values = 0;
  if (literal.subject == Subject::question) {
    if (position_[literal.index] != none) return Truth::unknown;
    const std::size_t only = situation_.values(literal.index).only();
    return decision_.questions[literal.index].allows(literal, only) ? Truth::yes : Truth::no;
  }
  if (literal.subject == Subject::gate) {
    if ((literal.allowed & pass_or_fail) == pass_or_fail) return Truth::yes;
    if ((literal.allowed & pass_or_fail) == 0) return Truth::no;
    if (situation_.gate(literal.index) != GateState::unknown)
      values = std::uint64_t{1} << static_cast<unsigned>(situation_.gate(literal.index));
  }
  if (values == 0) return Truth::unknown;
  return (values & literal.allowed) != 0 ? Truth::yes : Truth::no;
}

bool Residue::survives(const Term& term) const {
  for (const Literal& literal : term) {
    if (known(literal) == Truth::no) return false;
  }
  return true;
}

/// Lists what is open, in the order of its numbers. The literals must all be known before there can be rows.
void Residue::open_conditions(const Outcomes& outcomes) {
  Array<OpenCondition> all;
  for (std::size_t k = 0; k < layers_.size(); ++k) {
    if (!layers_[k].always) all.push({k, &decision_.questions[layers_[k].question].when});
  }
  for (const std::uint32_t r : program_.joint_rules) {
    if (situation_.rule(r) == Truth::unknown) all.push({first_rule + r, &decision_.rules[r].when});
  }
  for (std::size_t g = 0; g < decision_.gates.size(); ++g) {
    if (situation_.gate(g) == GateState::unknown) all.push({first_gate + g, &decision_.gates[g].when});
  }
  for (std::size_t k = 0; k < outcomes.size(); ++k) all.push({first_outcome + k, outcomes[k]});
  for (const OpenCondition& open : all) collect_literals(*open.condition);
  place_literals();
  for (const OpenCondition& open : all) add_rows(open);
}

void Residue::collect_literals(const Condition& condition) {
  for (const Term& term : condition.terms) {
    if (!survives(term)) continue;
    for (const Literal& literal : term) {
      if (known(literal) == Truth::unknown && number_of(literal) == literals_.size()) add_literal(literal);
    }
  }
}

void Residue::add_rows(const OpenCondition& open) {
  for (const Term& term : open.condition->terms) {
    if (!survives(term)) continue;
    const std::size_t row = start_.size();
    start_.push(open.number);
    start_.resize(row + width_);
    for (const Literal& literal : term) {
      if (known(literal) == Truth::unknown) set_bit(&start_[row + 1], number_of(literal));
    }
  }
}

/// Returns how many literals there are where this one is new.
std::size_t Residue::number_of(const Literal& literal) const {
  std::size_t number = 0;
  while (number < literals_.size() && !(literals_[number] == literal)) ++number;
  return number;
}

void Residue::add_literal(const Literal& literal) {
  if (literal.subject == Subject::score_test) {
    RegionTest regions = forms_.test(literal.index);
    regions.negated ^= literal.allowed != Outcome::yes;
    test_literals_.push({literals_.size(), regions});
  }
  if (literal.subject == Subject::gate) gate_literals_.push(static_cast<Index>(literals_.size()));
  literals_.push(literal);
}

void Residue::place_literals() {
  words_ = literals_.size() / 64 + 1;
  width_ = 1 + words_;
  yes_.resize(words_);
  no_.resize(words_);
  needed_.resize(words_);
  for (Layer& layer : layers_) {
    layer.literals = masks_.size();
    layer.fails = layer.literals + words_;
    masks_.resize(layer.fails + values(layer.question) * words_);
  }
  tests_.resize(words_);
  literal_forms_.resize(literals_.size());
  for (const TestLiteral& test : test_literals_) {
    set_bit(tests_.data(), test.bit);
    literal_forms_[test.bit] = std::uint64_t{1} << test.regions.form;
  }
  for (std::size_t bit = 0; bit < literals_.size(); ++bit) {
    const Literal& literal = literals_[bit];
    if (literal.subject != Subject::question) continue;
    const Layer& layer = layers_[position_[literal.index]];
    set_bit(&masks_[layer.literals], bit);
    for (std::size_t value = 0; value < values(literal.index); ++value) {
      if (!decision_.questions[literal.index].allows(literal, value))
        set_bit(&masks_[layer.fails + value * words_], bit);
    }
  }
}

void Residue::find_start_points() {
  start_points_.resize(decision_.alternatives.size());
  for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
    if (position_[q] != none) continue;
    add_points(start_points_.data(), points_of(q, situation_.values(q).only()));
  }
  for (const auto* rules : {&program_.constant_rules, &program_.joint_rules}) {
    for (const std::uint32_t r : *rules) {
      if (situation_.rule(r) == Truth::yes) add_points(start_points_.data(), decision_.rules[r].points.data());
    }
  }
}

/// One of its terms is known after this layer.
bool Residue::decides(std::size_t layer, const Condition& condition) const {
  for (const Term& term : condition.terms) {
    std::size_t last = 0;
    for (const Literal& literal : term) {
      if (position_[literal.index] != none) last = std::max<std::size_t>(last, position_[literal.index]);
    }
    if (last == layer && survives(term)) return true;
  }
  return false;
}

void Residue::gains(std::size_t layer, const LinearForm& form, Array<std::int32_t>& all) const {
  const Layer& here = layers_[layer];
  all.clear();
  for (std::size_t value = 0; value < values(here); ++value)
    insert_sorted(all, form.of(points_of(here.question, value)));
  Array<std::int32_t> without;
  for (const std::uint32_t r : program_.joint_rules) {
    const std::int32_t more = form.of(decision_.rules[r].points.data());
    if (more == 0 || situation_.rule(r) != Truth::unknown || !decides(layer, decision_.rules[r].when)) continue;
    without.clear();
    without.append(all.data(), all.size());
    for (const std::int32_t gain : without) insert_sorted(all, gain + more);
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// From state to state

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
