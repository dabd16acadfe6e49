// SPDX-License-Identifier: MIT
#include "pack/priors.hpp"

#include <cmath>

namespace decision_card::pack {

using base::quote;
using document::Fields;
using document::JsonKind;
using document::JsonValue;
using document::Reporter;

namespace {

constexpr double no_prior = -1, parts = 1'000'000;

/// Of two whole numbers, by Euclid.
double greatest_divisor(double a, double b) {
  while (b > 0) {
    const double rest = a - b * std::floor(a / b);
    a = b;
    b = rest;
  }
  return a;
}

}  // namespace

double read_prior(Fields& fields) {
  const auto prior = fields.find("prior", JsonKind::number, Fields::optional);
  if (!prior) return no_prior;
  const double weight = std::round(prior->number() * parts);
  if (prior->number() >= 0 && prior->number() <= parts && weight / parts == prior->number()) return weight;
  fields.reporter().report("bad_prior", *prior, {"A prior is a number from 0 to 1,000,000 with at most 6 decimals."});
  return 1;
}

void check_priors(JsonValue choices, Question& question, Reporter& reporter) {
  double common = 0;
  std::size_t given = 0;
  for (const Choice& choice : question.choices) {
    if (choice.weight < 0) continue;
    ++given;
    common = greatest_divisor(common, choice.weight);
  }
  for (Choice& choice : question.choices) choice.weight = common > 0 ? choice.weight / common : 1;
  if (given == 0 || (given == question.choices.size() && common > 0)) return;
  reporter.report("mixed_priors", choices, {"The priors of ", quote(question.id), " are incomplete, or all are 0."},
                  {"Give every choice a \"prior\", or none, and at least one above 0."});
}

}  // namespace decision_card::pack
