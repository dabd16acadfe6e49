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

constexpr std::uint64_t pass_or_fail = 3;

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

}  // namespace decision_card::diagram
