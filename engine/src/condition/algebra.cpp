// SPDX-License-Identifier: MIT
#include "condition/algebra.hpp"

#include <algorithm>

#include "decision_card/limits.hpp"

namespace decision_card::condition {

namespace {

bool same_subject(const Literal& a, const Literal& b) {
  return a.subject == b.subject && a.index == b.index && a.part == b.part;
}

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

/// Which subjects a term looks at, as bits that several subjects share: most terms that can't cover another are told
/// by one look at these.
std::uint64_t subjects_of(const Term& term) {
  std::uint64_t subjects = 0;
  for (const Literal& literal : term)
    subjects |= std::uint64_t{1} << (literal.index + 21u * static_cast<unsigned>(literal.subject)) % 64;
  return subjects;
}

/// Terms of which none covers another, and the looks that may still be taken.
class Sum {
 public:
  explicit Sum(std::size_t& looks) : looks_(looks) {}

  void append(const Term& term) {
    terms_.push_back(term);
    subjects_.push_back(subjects_of(term));
  }

  /// Adds a term unless another covers it, and drops those it covers (absorption holds in Kleene's logic too). False
  /// when the sum is too large, or the looks are spent.
  bool add(const Term& term) {
    const std::uint64_t subjects = subjects_of(term);
    for (std::size_t k = 0; k < terms_.size(); ++k) {
      if (covers(terms_[k], subjects_[k], term, subjects)) return looks_ > 0;
    }
    drop_covered(term, subjects);
    append(term);
    return terms_.size() <= limits::terms && looks_ > 0;
  }

  /// A factor that holds whenever `term` does makes every other product with it superfluous: "a and a" takes a look a
  /// pair instead of a product.
  bool makes_superfluous(const Term& term) {
    const std::uint64_t subjects = subjects_of(term);
    for (std::size_t k = 0; k < terms_.size(); ++k) {
      if (covers(terms_[k], subjects_[k], term, subjects) && join(term, terms_[k]) == term) return true;
    }
    return false;
  }

  [[nodiscard]] Condition take() { return {std::move(terms_)}; }

 private:
  /// True when whatever satisfies `narrow` satisfies `wide`.
  bool covers(const Term& wide, std::uint64_t wide_subjects, const Term& narrow, std::uint64_t narrow_subjects) {
    spend(1);
    if ((wide_subjects & ~narrow_subjects) != 0) return false;
    return std::all_of(wide.begin(), wide.end(), [&](const Literal& w) {
      spend(narrow.size());
      return std::any_of(narrow.begin(), narrow.end(),
                         [&](const Literal& n) { return same_subject(w, n) && (n.allowed & ~w.allowed) == 0; });
    });
  }

  void drop_covered(const Term& term, std::uint64_t subjects) {
    std::size_t kept = 0;
    for (std::size_t k = 0; k < terms_.size(); ++k) {
      if (covers(term, subjects, terms_[k], subjects_[k])) continue;
      if (kept != k) terms_[kept] = std::move(terms_[k]);
      subjects_[kept++] = subjects_[k];
    }
    terms_.resize(kept);
    subjects_.resize(kept);
  }

  [[gnu::noinline]] void spend(std::size_t looks) { looks_ -= std::min(looks_, looks); }

  std::size_t& looks_;
  std::vector<Term> terms_{};
  std::vector<std::uint64_t> subjects_{};
};

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

std::optional<Condition> both(const Condition& a, const Condition& b, std::size_t& looks) {
  Sum product(looks), factors(looks);
  for (const Term& right : b.terms) factors.append(right);
  for (const Term& left : a.terms) {
    if (factors.makes_superfluous(left)) {
      if (!product.add(left)) return std::nullopt;
      continue;
    }
    for (const Term& right : b.terms) {
      if (!product.add(join(left, right))) return std::nullopt;
    }
  }
  return product.take();
}

std::optional<Condition> either(const Condition& a, const Condition& b, std::size_t& looks) {
  Sum sum(looks);
  for (const Term& term : a.terms) sum.append(term);
  for (const Term& term : b.terms) {
    if (!sum.add(term)) return std::nullopt;
  }
  return sum.take();
}

}  // namespace decision_card::condition
