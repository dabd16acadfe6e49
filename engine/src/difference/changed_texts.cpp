// SPDX-License-Identifier: MIT
#include "difference/changed_texts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace decision_card::difference {

using document::JsonDocument;
using document::JsonKind;
using document::JsonValue;

namespace {

/// Members that a reader sees the texts of.
constexpr std::array<std::string_view, 24> text_members{
    "question", "intro",   "heuristic", "gates_text", "text",  "help", "why",     "name",
    "title",    "summary", "because",   "detail",     "pass",  "fail", "unknown", "despite",
    "why_not",  "steps",   "risks",     "measure",    "costs", "unit", "section", "ends"};
/// Lists of things with ids.
constexpr std::array<std::string_view, 9> lists{"questions",       "choices", "alternatives", "rules", "gates",
                                                "recommendations", "notes",   "inputs",       "series"};

template <class Names>
bool among(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<JsonValue> member(JsonValue object, std::string_view name) {
  for (const JsonValue one : object) {
    if (one.key() == name) return one;
  }
  return std::nullopt;
}

std::optional<JsonValue> with_id(JsonValue list, std::string_view id) {
  for (const JsonValue item : list) {
    const auto own = member(item, "id");
    if (own && own->text() == id) return item;
  }
  return std::nullopt;
}

bool same_value(JsonValue a, JsonValue b) {
  return a.kind() == b.kind() && a.size() == b.size() && a.flag() == b.flag() && a.number() == b.number() &&
         (!a.is(JsonKind::text) || a.text() == b.text());
}

/// The same values in the same order. A list of what is still to be compared takes the place of recursion.
bool equal(JsonValue a, JsonValue b) {
  std::vector<std::pair<JsonValue, JsonValue>> todo{{a, b}};
  while (!todo.empty()) {
    const auto [left, right] = todo.back();
    todo.pop_back();
    if (!same_value(left, right)) return false;
    auto other = right.begin();
    for (const JsonValue child : left) {
      if (child.key() != (*other).key()) return false;
      todo.emplace_back(child, *other);
      ++other;
    }
  }
  return true;
}

/// What is compared with what, and the path to it.
struct Pair {
  JsonValue before, after;
  std::string path;
};

class TextComparison {
 public:
  std::vector<std::string> run(JsonValue before, JsonValue after) {
    todo_.push_back({before, after, {}});
    for (std::size_t k = 0; k < todo_.size(); ++k) compare(Pair(todo_[k]));
    return std::move(changed_);
  }

 private:
  void compare(const Pair& pair) {
    for (const JsonValue now : pair.after) {
      const auto old = member(pair.before, now.key());
      if (among(text_members, now.key()) && (!old || !equal(*old, now)))
        changed_.push_back(pair.path + std::string(now.key()));
      if (old && among(lists, now.key())) compare_items(*old, now, pair.path + std::string(now.key()) + "/");
      if (old && now.key() == "estimates") todo_.push_back({*old, now, "estimates/"});
    }
    for (const JsonValue old : pair.before) {
      if (among(text_members, old.key()) && !member(pair.after, old.key()))
        changed_.push_back(pair.path + std::string(old.key()));
    }
  }

  void compare_items(JsonValue before, JsonValue after, const std::string& path) {
    for (const JsonValue now : after) {
      const auto id = member(now, "id");  // none where the list is of references
      const auto old = id ? with_id(before, id->text()) : std::nullopt;
      if (old) todo_.push_back({*old, now, path + std::string(id->text()) + "/"});
    }
  }

  std::vector<Pair> todo_{};
  std::vector<std::string> changed_{};
};

}  // namespace

std::vector<std::string> changed_texts(const JsonDocument& before, const JsonDocument& after) {
  const auto old = member(JsonValue(before, 0), "decision"), now = member(JsonValue(after, 0), "decision");
  return TextComparison().run(*old, *now);
}

}  // namespace decision_card::difference
