// SPDX-License-Identifier: MIT
#include "condition/algebra.hpp"

#include <algorithm>

#include "decision_card/limits.hpp"

namespace decision_card::condition {

namespace {

bool same_subject(const Literal& a, const Literal& b) { return a.subject == b.subject && a.index == b.index; }

/// Two literals on one subject become their intersection, unless that is empty: a contradiction stays two literals,
/// because in Kleene's logic "a and not a" is unknown, not false, while the answer is open.
Term join(const Term& a, const Term& b) {
  Term term = a;
  for (const Literal& literal : b) {
    const auto twin = std::find_if(term.begin(), term.end(), [&](const Literal& own) {
      return same_subject(own, literal) && (own.allowed & literal.allowed) != 0;
    });
    if (twin != term.end()) twin->allowed &= literal.allowed;
    else term.push_back(literal);
  }
  return term;
}

/// True when whatever satisfies `narrow` satisfies `wide`.
bool covers(const Term& wide, const Term& narrow) {
  return std::all_of(wide.begin(), wide.end(), [&](const Literal& w) {
    return std::any_of(narrow.begin(), narrow.end(),
                       [&](const Literal& n) { return same_subject(w, n) && (n.allowed & ~w.allowed) == 0; });
  });
}

/// Adds a term unless another covers it, and drops those it covers (absorption holds in Kleene's logic too).
bool add(std::vector<Term>& terms, Term term) {
  if (std::any_of(terms.begin(), terms.end(), [&](const Term& other) { return covers(other, term); })) return true;
  std::erase_if(terms, [&](const Term& other) { return covers(term, other); });
  terms.push_back(std::move(term));
  return terms.size() <= limits::terms;
}

}  // namespace

base::QuestionSet questions_of(const Condition& condition) {
  base::QuestionSet questions;
  for (const Term& term : condition.terms) {
    for (const Literal& literal : term) {
      if (literal.subject == Subject::question) questions.add(literal.index);
    }
  }
  return questions;
}

std::optional<Condition> both(const Condition& a, const Condition& b) {
  Condition product;
  for (const Term& left : a.terms) {
    for (const Term& right : b.terms) {
      if (!add(product.terms, join(left, right))) return std::nullopt;
    }
  }
  return product;
}

std::optional<Condition> either(const Condition& a, const Condition& b) {
  Condition sum = a;
  for (const Term& term : b.terms) {
    if (!add(sum.terms, term)) return std::nullopt;
  }
  return sum;
}

}  // namespace decision_card::condition
