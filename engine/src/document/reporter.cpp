// SPDX-License-Identifier: MIT
#include "document/reporter.hpp"

#include <utility>

#include "base/stable_order.hpp"
#include "decision_card/limits.hpp"

namespace decision_card::document {

using base::joined;
using base::Parts;
using base::quote;

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view near = base::nearest(word, candidates);
  if (!near.empty()) return joined({"Did you mean ", quote(near), "?"});
  return candidates.empty() ? std::string() : joined({"Use ", base::list_in_quotes(candidates), "."});
}

void Reporter::add(const char* code, JsonValue at, bool at_key, Parts message, Parts suggestion) {
  if (problems_.size() >= limits::problems) return;
  Problem problem{code, Severity::error, at.document().pointer(at.index()), 1, 1, joined(message), joined(suggestion)};
  at.document().locate(at.index(), at_key, problem);
  problems_.push_back(std::move(problem));
}

void Reporter::report(const char* code, JsonValue at, Parts message, Parts suggestion) {
  add(code, at, false, message, suggestion);
}

void Reporter::report_key(const char* code, JsonValue at, Parts message, Parts suggestion) {
  add(code, at, true, message, suggestion);
}

void Reporter::report_unknown(const char* code, JsonValue at, std::string_view word, Parts what,
                              const std::vector<std::string_view>& candidates) {
  report(code, at, {quote(word), " is not ", joined(what), "."}, {did_you_mean(word, candidates)});
}

void Reporter::report_duplicate(JsonValue at, std::string_view id) {
  report("duplicate_id", at, {"The id ", quote(id), " is used twice in this list."}, {"Give each item its own id."});
}

Problems Reporter::take() {
  const auto earlier = [&](std::uint32_t a, std::uint32_t b) {
    const Problem &x = problems_[a], &y = problems_[b];
    return x.line != y.line ? x.line < y.line : x.column < y.column;
  };
  Problems sorted;
  for (const std::uint32_t k : base::stable_order(problems_.size(), earlier)) sorted.push_back(std::move(problems_[k]));
  problems_.clear();
  return sorted;
}

}  // namespace decision_card::document
