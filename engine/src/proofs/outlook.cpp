// SPDX-License-Identifier: MIT
#include "decision_card/outlook.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/stable_order.hpp"
#include "decision/score_ranges.hpp"
#include "proofs/outlook_builder.hpp"

namespace decision_card::proofs {

using base::Array;
using base::QuestionSet;
using base::stable_order;
using decision::score_range;
using diagram::build_diagram;
using diagram::Diagram;
using diagram::recommendations_of;

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

}  // namespace

OutlookBuilder::OutlookBuilder(const Pack& pack, const Answers& answers)
    : program_(pack.program()), decision_(pack.decision()), answers_(answers), situation_(program_, decision_) {
  situation_.assess(answers);
}

Outlook OutlookBuilder::run(std::size_t most_steps) {
  Diagram diagram;
  build_diagram(program_, decision_, answers_, recommendations_of(decision_), most_steps, diagram);
  return run(diagram);
}

Outlook OutlookBuilder::run(const Diagram& diagram) {
  start(diagram);
  while (advance()) {
  }
  return result();
}

void OutlookBuilder::start(const Diagram& diagram) {
  list_questions();
  find_ranges();
  outlook_.prospects.resize(diagram.outcomes);
  outlook_.exact = diagram.complete;
  if (diagram.complete) completions_.start(decision_, situation_, answers_, diagram);
}

bool OutlookBuilder::advance() { return completions_.advance(); }

Outlook OutlookBuilder::result() {
  if (outlook_.exact) {
    completions_.finish();
    find_possible();
    find_shares();
    find_gains();
    choose_next();
  }
  return std::move(outlook_);
}

void OutlookBuilder::list_questions() {
  for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
    if (answers_.choices[q] == Answers::unanswered && !situation_.never_asked(q))
      outlook_.questions.push_back({static_cast<Index>(q), situation_.asked_for_certain(q)});
  }
}

void OutlookBuilder::find_ranges() {
  std::vector<decision::Possible> values;
  for (std::size_t q = 0; q < decision_.questions.size(); ++q) values.push_back(situation_.values(q));
  for (std::size_t a = 0; a < decision_.alternatives.size(); ++a)
    outlook_.scores.push_back(score_range(program_, decision_, a, values));
}

void OutlookBuilder::find_possible() {
  std::size_t possible = 0;
  for (std::size_t o = 0; o < outlook_.prospects.size(); ++o)
    possible += outlook_.prospects[o].possible = completions_.possible(o);
  outlook_.settled = possible == 1;
}

/// In parts per million, by the largest remainders, so that they add up to a million.
void OutlookBuilder::find_shares() {
  Array<double> left;
  std::uint32_t given = 0;
  for (std::size_t o = 0; o < outlook_.prospects.size(); ++o) {
    const double total = completions_.total(o);
    std::uint32_t& share = outlook_.prospects[o].share;
    left.push(long_division(total, share));
    if (share == 0 && total > 0) {
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

/// Six digits of weight / all; returns the remainder.
double OutlookBuilder::long_division(double weight, std::uint32_t& digits) const {
  const double all = completions_.all();
  double rest = weight;
  digits = static_cast<std::uint32_t>(rest == all);
  rest = digits == 1 ? 0 : rest;
  for (int k = 0; k < 6; ++k) {
    rest *= 10;
    const double digit = std::floor(rest / all);
    digits = digits * 10 + static_cast<std::uint32_t>(digit);
    rest -= digit * all;
  }
  return rest;
}

void OutlookBuilder::find_gains() {
  QuestionSet open_questions;
  for (std::size_t k = 0; k < completions_.layers(); ++k) {
    for (OpenQuestion& open : outlook_.questions) {
      if (open.question != completions_.question(k)) continue;
      open.gain = gain(completions_.joint(k), completions_.choices(k));
      open_questions.add(open.question);
    }
  }
  const QuestionSet matter = completions_.what_matters(open_questions);
  for (OpenQuestion& open : outlook_.questions) open.matters = matter.has(open.question);
}

/// H(outcome) - H(outcome | choice). `joint`: by choice and outcome.
std::uint32_t OutlookBuilder::gain(const double* joint, std::size_t choices) const {
  const std::size_t outcomes = outlook_.prospects.size();
  const double all = completions_.all();
  double sum = entropy_term(all);
  for (std::size_t o = 0; o < outcomes; ++o) sum -= entropy_term(completions_.total(o));
  for (std::size_t c = 0; c < choices; ++c) {
    double chosen = 0;
    for (std::size_t o = 0; o < outcomes; ++o, ++joint) {
      chosen += *joint;
      sum += entropy_term(*joint);
    }
    sum -= entropy_term(chosen);
  }
  return static_cast<std::uint32_t>(std::floor(std::max(0.0, sum / all) * million + 0.5));
}

/// The first of those that tell most; where none tells anything by itself, the first that matters.
void OutlookBuilder::choose_next() {
  const OpenQuestion* best = nullptr;
  for (const OpenQuestion& open : outlook_.questions) {
    if (open.asked && open.matters && (best == nullptr || open.gain > best->gain)) best = &open;
  }
  if (best != nullptr) outlook_.next = best->question;
}

}  // namespace decision_card::proofs

namespace decision_card {

Outlook outlook(const Pack& pack, const Answers& answers, std::size_t most_steps) {
  return proofs::OutlookBuilder(pack, answers).run(most_steps);
}

}  // namespace decision_card
