// SPDX-License-Identifier: MIT
#include "document/reporter.hpp"

#include <utility>

#include "base/stable_order.hpp"

namespace decision_card::document {

using base::joined;
using base::Parts;
using base::quote;

std::string_view Reporter::nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  return full() ? std::string_view() : base::nearest(word, candidates, letters_left_);
}

std::string Reporter::did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  if (full()) return {};
  const std::string_view near = nearest(word, candidates);
  if (!near.empty()) return joined({"Did you mean ", quote(near), "?"});
  return candidates.empty() ? std::string() : joined({"Use ", base::list_in_quotes(candidates), "."});
}

void Reporter::add(const char* code, JsonValue at, bool at_key, Parts message, Parts suggestion) {
  if (full()) return;
  document_ = &at.document();
  const JsonDocument::Node& node = document_->node(at.index());
  offsets_.push_back(at_key ? node.key_at : node.at);
  problems_.push_back(
      {code, Severity::error, document_->pointer(at.index()), 1, 1, joined(message), joined(suggestion)});
}

void Reporter::report(const char* code, JsonValue at, Parts message, Parts suggestion) {
  add(code, at, false, message, suggestion);
}

void Reporter::report_key(const char* code, JsonValue at, Parts message, Parts suggestion) {
  add(code, at, true, message, suggestion);
}

void Reporter::report_unknown(const char* code, JsonValue at, std::string_view word, Parts what,
                              const std::vector<std::string_view>& candidates) {
  if (full()) return;
  report(code, at, {quote(word), " is not ", joined(what), "."}, {did_you_mean(word, candidates)});
}

void Reporter::report_duplicate(JsonValue at, std::string_view id) {
  report("duplicate_id", at, {"The id ", quote(id), " is used twice in this list."}, {"Give each item its own id."});
}

Problems Reporter::take() {
  const auto earlier = [&](std::uint32_t a, std::uint32_t b) { return offsets_[a] < offsets_[b]; };
  Problems sorted;
  std::vector<std::uint32_t> offsets;
  for (const std::uint32_t k : base::stable_order(problems_.size(), earlier)) {
    sorted.push_back(std::move(problems_[k]));
    offsets.push_back(offsets_[k]);
  }
  problems_.clear();
  offsets_.clear();
  if (document_ != nullptr) document_->locate(offsets, sorted);
  return sorted;
}

}  // namespace decision_card::document
