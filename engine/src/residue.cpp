// SPDX-License-Identifier: MIT
#include "residue.hpp"

#include <algorithm>
#include <bit>

namespace decision_card {

namespace {

constexpr std::uint64_t pass_bit = 1, fail_bit = 2, pass_or_fail = 3, outcome_true = 2;

bool test_bit(const std::vector<std::uint64_t>& bits, std::size_t at) { return (bits[at / 64] >> (at % 64) & 1) != 0; }
void set_bit(std::vector<std::uint64_t>& bits, std::size_t at) { bits[at / 64] |= std::uint64_t{1} << (at % 64); }

void clear_bits(std::vector<std::uint64_t>& bits, std::size_t first, std::size_t last) {
  for (; first < last; ++first) bits[first / 64] &= ~(std::uint64_t{1} << (first % 64));
}

bool meet(const std::uint64_t* a, const std::uint64_t* b, std::size_t words) {
  for (std::size_t w = 0; w < words; ++w) {
    if ((a[w] & b[w]) != 0) return true;
  }
  return false;
}

std::size_t words_for(std::size_t bits) { return (bits + 63) / 64; }

Truth opposite(Truth truth) {
  return truth == Truth::yes ? Truth::no : truth == Truth::no ? Truth::yes : Truth::unknown;
}

}  // namespace

Outcomes recommendations_of(const Decision& decision) {
  Outcomes outcomes;
  for (std::size_t k = 0; k + 1 < decision.recommendations.size(); ++k)
    outcomes.push_back(&decision.recommendations[k].when);
  return outcomes;
}

Residue::Residue(const Program& program, const Decision& decision, const LinearForms& forms, const Answers& answers,
                 const Outcomes& outcomes)
    : program_(program), decision_(decision), forms_(forms), situation_(program, decision), outcomes_(outcomes.size()) {
  situation_.assess(answers);
  open_layers(answers, elimination_order(program, decision, situation_, forms));
  open_plains();
  open_sums(outcomes);
  find_start_points();
}

void Residue::open_layers(const Answers& answers, const Indices& order) {
  position_.assign(decision_.questions.size(), none);
  for (const Index question : order) {
    position_[question] = static_cast<std::uint16_t>(layers_.size());
    Layer layer{question};
    const std::uint8_t given = answers.choices[question];
    for (std::uint8_t choice = 0; choice < decision_.questions[question].choices.size(); ++choice) {
      if (given == Answers::unanswered || given == choice) layer.choices.push_back(choice);
    }
    layers_.push_back(std::move(layer));
    for (std::size_t value = 0; value < values(layers_.size() - 1); ++value)
      layers_.back().moves |= forms_moved_by(points_of(layers_.size() - 1, value));
  }
}

const std::int32_t* Residue::points_of(std::size_t layer, std::size_t value) const {
  return &program_.single_points[layers_[layer].question][value * decision_.alternatives.size()];
}

std::uint64_t Residue::forms_moved_by(const std::int32_t* points) const {
  std::uint64_t moved = 0;
  for (std::size_t f = 0; f < forms_.forms.size(); ++f) {
    if (forms_.forms[f].of(points) != 0) moved |= std::uint64_t{1} << f;
  }
  return moved;
}

// ---------------------------------------------------------------------------------------------------------------------
// Rules and questions

void Residue::open_plains() {
  for (Layer& layer : layers_) {
    const Question& question = decision_.questions[layer.question];
    if (!question.conditional || situation_.asked_for_certain(layer.question)) continue;
    layer.when = static_cast<std::uint16_t>(plains_.size());
    plain_terms_.push_back(nullptr);
    add_plain(false, layer.question, question.when);
    --plains_.back().first;
  }
  for (const std::uint32_t r : program_.joint_rules) {
    if (situation_.rule(r) == Truth::unknown) add_plain(true, r, decision_.rules[r].when);
  }
  place_plain_terms();
}

void Residue::add_plain(bool is_rule, std::size_t index, const Condition& condition) {
  const auto first = static_cast<std::uint32_t>(plain_terms_.size());
  for (const Term& term : condition.terms) {
    if (survives(term)) plain_terms_.push_back(&term);
  }
  plains_.push_back({is_rule, static_cast<Index>(index), first, static_cast<std::uint32_t>(plain_terms_.size()),
                     is_rule ? forms_moved_by(decision_.rules[index].points.data()) : 0});
}

void Residue::place_plain_terms() {
  plain_words_ = words_for(plain_terms_.size());
  start_.assign(plain_words_, 0);
  known_after_.assign(plain_terms_.size(), 0);
  for (std::size_t k = 0; k < layers_.size(); ++k) {
    layers_[k].keeps.assign(values(k) * plain_words_, ~std::uint64_t{0});
    layers_[k].uses.assign(plain_words_, 0);
  }
  for (std::size_t bit = 0; bit < plain_terms_.size(); ++bit) {
    if (plain_terms_[bit] == nullptr) continue;
    set_bit(start_, bit);
    for (const Literal& literal : *plain_terms_[bit]) {
      if (position_[literal.index] == none) continue;
      Layer& layer = layers_[position_[literal.index]];
      known_after_[bit] = std::max<std::uint16_t>(known_after_[bit], position_[literal.index] + 1);
      set_bit(layer.uses, bit);
      for (std::size_t value = 0; value < values(position_[literal.index]); ++value) {
        if ((literal.allowed >> value & 1) == 0)
          layer.keeps[value * plain_words_ + bit / 64] &= ~(std::uint64_t{1} << (bit % 64));
      }
    }
  }
  for (std::size_t p = 0; p < plains_.size(); ++p) {
    for (std::uint32_t bit = plains_[p].first; bit < plains_[p].last; ++bit) {
      if (known_after_[bit] == 0) continue;
      Indices& decides = layers_[known_after_[bit] - 1u].decides;
      if (decides.empty() || decides.back() != p) decides.push_back(static_cast<Index>(p));
    }
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// Gates and outcomes

Truth Residue::known(const Literal& literal) const {
  std::uint64_t values = 0;
  if (literal.subject == Subject::question && position_[literal.index] == none) {
    values = situation_.values(literal.index);
  } else if (literal.subject == Subject::gate && situation_.gate(literal.index) != GateState::unknown) {
    values = std::uint64_t{1} << static_cast<unsigned>(situation_.gate(literal.index));
  } else if (literal.subject == Subject::gate && (literal.allowed & pass_or_fail) == pass_or_fail) {
    return Truth::yes;
  } else if (literal.subject == Subject::gate && (literal.allowed & pass_or_fail) == 0) {
    return Truth::no;
  }
  if (values == 0) return Truth::unknown;
  return (values & literal.allowed) != 0 ? Truth::yes : Truth::no;
}

bool Residue::survives(const Term& term) const {
  return std::none_of(term.begin(), term.end(), [&](const Literal& literal) { return known(literal) == Truth::no; });
}

/// Outcomes are numbered behind the gates.
void Residue::open_sums(const Outcomes& outcomes) {
  std::size_t terms = 0;
  std::vector<const Condition*> conditions(limits::gates, nullptr);
  for (std::size_t g = 0; g < decision_.gates.size(); ++g) {
    if (situation_.gate(g) == GateState::unknown) conditions[g] = &decision_.gates[g].when;
  }
  conditions.insert(conditions.end(), outcomes.begin(), outcomes.end());
  for (const Condition* condition : conditions) {
    for (const Term& term : condition == nullptr ? std::vector<Term>{} : condition->terms) {
      if (!survives(term)) continue;
      ++terms;
      for (const Literal& literal : term) {
        if (known(literal) == Truth::unknown) number_of(literal);
      }
    }
  }
  words_ = words_for(literals_.size());
  start_.reserve(plain_words_ + terms * (1 + words_));
  for (std::size_t k = 0; k < conditions.size(); ++k) {
    if (conditions[k] != nullptr) add_sum(k, *conditions[k]);
  }
  yes_.resize(words_);
  no_.resize(words_);
  needed_.resize(words_);
  find_literal_masks();
}

void Residue::add_sum(std::uint64_t number, const Condition& condition) {
  for (const Term& term : condition.terms) {
    if (!survives(term)) continue;
    start_.push_back(number);
    start_.resize(start_.size() + words_);
    for (const Literal& literal : term) {
      if (known(literal) != Truth::unknown) continue;
      const std::size_t bit = number_of(literal);
      start_[start_.size() - words_ + bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
  }
}

std::size_t Residue::number_of(const Literal& literal) {
  const auto at = std::find(literals_.begin(), literals_.end(), literal);
  if (at != literals_.end()) return static_cast<std::size_t>(at - literals_.begin());
  if (literal.subject == Subject::score_test) test_literals_.push_back(static_cast<Index>(literals_.size()));
  if (literal.subject == Subject::gate) gate_literals_.push_back(static_cast<Index>(literals_.size()));
  literals_.push_back(literal);
  return literals_.size() - 1;
}

void Residue::find_literal_masks() {
  for (std::size_t k = 0; k < layers_.size(); ++k) {
    layers_[k].fails.assign(values(k) * words_, 0);
    layers_[k].literals.assign(words_, 0);
  }
  for (std::size_t bit = 0; bit < literals_.size(); ++bit) {
    if (literals_[bit].subject != Subject::question) continue;
    const std::uint16_t at = position_[literals_[bit].index];
    set_bit(layers_[at].literals, bit);
    for (std::size_t value = 0; value < values(at); ++value) {
      if ((literals_[bit].allowed >> value & 1) == 0)
        layers_[at].fails[value * words_ + bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
  }
}

void Residue::find_start_points() {
  const std::size_t alternatives = decision_.alternatives.size();
  start_points_.assign(alternatives, 0);
  const auto add_points = [&](const std::int32_t* points) {
    for (std::size_t a = 0; a < alternatives; ++a) start_points_[a] += points[a];
  };
  for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
    if (position_[q] != none) continue;
    const auto value = static_cast<std::size_t>(std::countr_zero(situation_.values(q)));
    add_points(&program_.single_points[q][value * alternatives]);
  }
  for (const auto* rules : {&program_.constant_rules, &program_.joint_rules}) {
    for (const std::uint32_t r : *rules) {
      if (situation_.rule(r) == Truth::yes) add_points(decision_.rules[r].points.data());
    }
  }
}

std::vector<std::int32_t> Residue::gains(std::size_t layer, const LinearForm& form) const {
  std::vector<std::int32_t> all;
  const auto tidy = [&] {
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
  };
  for (std::size_t value = 0; value < values(layer); ++value) all.push_back(form.of(points_of(layer, value)));
  tidy();
  for (const Index p : layers_[layer].decides) {
    const std::int32_t more = plains_[p].is_rule ? form.of(decision_.rules[plains_[p].index].points.data()) : 0;
    if (more == 0) continue;
    const std::size_t count = all.size();
    for (std::size_t k = 0; k < count; ++k) all.push_back(all[k] + more);
    tidy();
  }
  return all;
}

// ---------------------------------------------------------------------------------------------------------------------
// From state to state

void Residue::enter(std::size_t layer, std::uint8_t choice, State& state, std::int32_t* points) const {
  const Layer& here = layers_[layer];
  std::size_t value = choice;
  if (here.when != none) {
    const Plain& when = plains_[here.when];
    if (!test_bit(state, when.first)) value = values(layer) - 1;
    clear_bits(state, when.first, when.last);
  }
  const auto add_points = [&](const std::int32_t* more) {
    for (std::size_t a = 0; a < decision_.alternatives.size(); ++a) points[a] += more[a];
  };
  add_points(points_of(layer, value));
  for (std::size_t w = 0; w < plain_words_; ++w) state[w] &= here.keeps[value * plain_words_ + w];
  for (const Index p : here.decides) {
    const Plain& plain = plains_[p];
    bool holds = false;
    for (std::uint32_t bit = plain.first; bit < plain.last; ++bit)
      holds = holds || (known_after_[bit] != 0 && known_after_[bit] <= layer + 1 && test_bit(state, bit));
    if (!holds) continue;
    clear_bits(state, plain.first, plain.last);
    if (plain.is_rule) add_points(decision_.rules[plain.index].points.data());
    else set_bit(state, plain.first);
  }
  std::size_t to = plain_words_;
  for (std::size_t at = plain_words_; at < state.size(); at += 1 + words_) {
    if (meet(&state[at + 1], &here.fails[value * words_], words_)) continue;
    state[to] = state[at];
    for (std::size_t w = 0; w < words_; ++w) state[to + 1 + w] = state[at + 1 + w] & ~here.literals[w];
    to += 1 + words_;
  }
  state.resize(to);
}

void Residue::judge_tests(const std::vector<Regions>& regions) {
  std::fill(yes_.begin(), yes_.end(), 0);
  std::fill(no_.begin(), no_.end(), 0);
  for (const Index bit : test_literals_) {
    const RegionTest& test = forms_.tests[literals_[bit].index];
    const Truth truth = test.truth(regions[test.form]);
    const Truth holds = literals_[bit].allowed == outcome_true ? truth : opposite(truth);
    if (holds != Truth::unknown) set_bit(holds == Truth::yes ? yes_ : no_, bit);
  }
}

void Residue::judge_gate(std::size_t gate, Truth truth) {
  if (truth == Truth::unknown) return;
  for (const Index bit : gate_literals_) {
    if (literals_[bit].index != gate) continue;
    const std::uint64_t state = truth == Truth::yes ? pass_bit : fail_bit;
    set_bit((literals_[bit].allowed & state) != 0 ? yes_ : no_, bit);
  }
}

/// The rows of the condition at `at`, without what is known, behind rows_.
Truth Residue::simplify_rows(const State& state, std::size_t& at) {
  const std::uint64_t condition = state[at];
  const std::size_t first = rows_.size();
  Truth any = Truth::no;
  for (; at < state.size() && state[at] == condition; at += 1 + words_) {
    if (any == Truth::yes || meet(&state[at + 1], no_.data(), words_)) continue;
    rows_.push_back(condition);
    std::uint64_t left = 0;
    for (std::size_t w = 0; w < words_; ++w) {
      rows_.push_back(state[at + 1 + w] & ~yes_[w]);
      left |= rows_.back();
    }
    any = left == 0 ? Truth::yes : Truth::unknown;
    if (any == Truth::yes) rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(first), rows_.end() - static_cast<std::ptrdiff_t>(1 + words_));
  }
  return any;
}

void Residue::simplify_gates(const State& state, std::size_t& at) {
  for (std::size_t g = 0; g < decision_.gates.size(); ++g) {
    const std::size_t first = rows_.size();
    const Truth truth = at < state.size() && state[at] == g ? simplify_rows(state, at) : Truth::no;
    judge_gate(g, truth);
    if (truth == Truth::unknown) drop_implied(first);
    else rows_.resize(first);
  }
}

int Residue::simplify_outcomes(const State& state, std::size_t& at) {
  int first = -1, possible = 0;
  Truth truth = Truth::no;
  while (at < state.size() && truth != Truth::yes) {
    const auto outcome = static_cast<int>(state[at] - limits::gates);
    truth = simplify_rows(state, at);
    if (truth != Truth::no && possible++ == 0) first = outcome;
  }
  if (truth != Truth::yes && possible++ == 0) first = static_cast<int>(outcomes_);
  return possible == 1 ? first : -1;
}

/// Whatever satisfies `narrow` satisfies `wide`.
bool Residue::implies(std::size_t narrow, std::size_t wide) const {
  for (std::size_t w = 1; w <= words_; ++w) {
    if ((rows_[wide + w] & ~rows_[narrow + w]) != 0) return false;
  }
  return true;
}

/// Drops rows that change nothing: another row of the condition, or of an outcome before it, holds whenever they do.
void Residue::drop_implied(std::size_t first) {
  const std::size_t width = 1 + words_;
  std::size_t to = first;
  for (std::size_t at = first; at < rows_.size(); at += width) {
    bool implied = false;
    for (std::size_t other = first; other < to && !implied; other += width) implied = implies(at, other);
    for (std::size_t other = at + width; other < rows_.size() && rows_[other] == rows_[at] && !implied; other += width)
      implied = implies(at, other) && !implies(other, at);
    if (implied) continue;
    std::copy_n(rows_.begin() + static_cast<std::ptrdiff_t>(at), width, rows_.begin() + static_cast<std::ptrdiff_t>(to));
    sink(first, to);
    to += width;
  }
  rows_.resize(to);
}

/// Brings the last row to its place, so that equal sums are equal states.
void Residue::sink(std::size_t first, std::size_t at) {
  const auto width = static_cast<std::ptrdiff_t>(1 + words_);
  for (auto row = rows_.begin() + static_cast<std::ptrdiff_t>(at); row - rows_.begin() > static_cast<std::ptrdiff_t>(first); row -= width) {
    if (!std::lexicographical_compare(row, row + width, row - width, row)) return;
    std::swap_ranges(row, row + width, row - width);
  }
}

void Residue::add_needed(std::size_t row) {
  for (std::size_t w = 0; w < words_; ++w) needed_[w] |= rows_[row + 1 + w];
}

/// Keeps the gates that an outcome still waits for; returns the forms that are still compared.
std::uint64_t Residue::keep_needed(std::size_t outcome_rows) {
  const std::size_t width = 1 + words_;
  std::fill(needed_.begin(), needed_.end(), 0);
  for (std::size_t at = outcome_rows; at < rows_.size(); at += width) add_needed(at);
  std::uint32_t gates = 0;
  for (const Index bit : gate_literals_) {
    if (test_bit(needed_, bit)) gates |= 1u << literals_[bit].index;
  }
  std::size_t to = 0;
  for (std::size_t at = 0; at < rows_.size(); at += width) {
    if (at < outcome_rows && (gates >> rows_[at] & 1) == 0) continue;
    if (at < outcome_rows) add_needed(at);
    std::copy_n(rows_.begin() + static_cast<std::ptrdiff_t>(at), width, rows_.begin() + static_cast<std::ptrdiff_t>(to));
    to += width;
  }
  rows_.resize(to);
  std::uint64_t forms = 0;
  for (const Index bit : test_literals_) {
    if (test_bit(needed_, bit)) forms |= std::uint64_t{1} << forms_.tests[literals_[bit].index].form;
  }
  return forms;
}

/// Rules that move nothing that is still compared; then, from the last to the first, whether a question is asked to which
/// nothing looks any more.
void Residue::forget_plains(std::size_t layer, std::uint64_t forms, State& state) const {
  for (const Plain& plain : plains_) {
    if (plain.is_rule && (plain.forms & forms) == 0) clear_bits(state, plain.first, plain.last);
  }
  for (std::size_t k = layers_.size(); k-- > layer;) {
    const Layer& later = layers_[k];
    if (later.when == none || (later.moves & forms) != 0 || meet(needed_.data(), later.literals.data(), words_) ||
        meet(state.data(), later.uses.data(), plain_words_))
      continue;
    clear_bits(state, plains_[later.when].first, plains_[later.when].last);
  }
}

Residue::Simplified Residue::simplify(std::size_t layer, State& state, const std::vector<Regions>& regions) {
  judge_tests(regions);
  rows_.clear();
  std::size_t at = plain_words_;
  simplify_gates(state, at);
  const std::size_t outcome_rows = rows_.size();
  Simplified simplified{simplify_outcomes(state, at)};
  if (simplified.outcome >= 0) return simplified;
  drop_implied(outcome_rows);
  simplified.forms = keep_needed(outcome_rows);
  forget_plains(layer, simplified.forms, state);
  state.resize(plain_words_);
  state.insert(state.end(), rows_.begin(), rows_.end());
  return simplified;
}

}  // namespace decision_card
