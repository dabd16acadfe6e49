// SPDX-License-Identifier: MIT
#include "advice/cascades.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "advice/pointers.hpp"
#include "base/wording.hpp"

namespace decision_card::advice {

using base::in_quotes;
using document::JsonDocument;
using document::JsonKind;

namespace {

/// A kind of reference, and the list that it goes into.
struct Reference {
  std::string_view code, holder, list;
};
constexpr std::array<Reference, 7> references{{
    {"unknown_variable", "/decision", "questions"},
    {"unknown_question", "/decision", "questions"},
    {"unknown_alternative", "/decision", "alternatives"},
    {"unknown_gate", "/decision", "gates"},
    {"unknown_recommendation", "/decision", "recommendations"},
    {"unknown_source", "", "sources"},
    {"unknown_criterion", "/rubric", "criteria"},
}};

bool is_index(std::string_view token) {
  return !token.empty() && token.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_missing_id(const Problem& problem) {
  return problem.code == "missing_field" && problem.message.find("\"id\"") != std::string::npos;
}

/// What keeps an item from having an id: the list, an item or its id is not what it must be.
bool breaks(const Problem& problem, std::string_view list) {
  if (!problem.path.starts_with(list)) return false;
  std::string_view rest = std::string_view(problem.path).substr(list.size());
  if (rest.empty()) return problem.code == "wrong_type" || problem.code == "too_few";
  if (rest[0] != '/') return false;
  rest.remove_prefix(1);
  const std::string_view item = rest.substr(0, rest.find('/'));
  if (!is_index(item)) return false;
  if (item.size() == rest.size()) return problem.code == "wrong_type" || is_missing_id(problem);
  return rest.substr(item.size()) == "/id" && (problem.code == "wrong_type" || problem.code == "empty_text");
}

class Cascades {
 public:
  Cascades(const JsonDocument& document, Problems problems) : document_(document), problems_(std::move(problems)) {}

  Problems run() {
    Problems kept;
    for (const Problem& problem : problems_) {
      if (follows(problem) || repeats(kept, problem)) continue;
      kept.push_back(problem);
      show_item(kept.back());
    }
    return kept;
  }

 private:
  [[nodiscard]] bool broken(std::string_view holder, std::string_view list) const {
    const std::string path = std::string(holder) + "/" + std::string(list), name = in_quotes(list);
    return std::any_of(problems_.begin(), problems_.end(), [&](const Problem& each) {
      const bool missing =
          each.code == "missing_field" && each.path == holder && each.message.find(name) != std::string::npos;
      return missing || breaks(each, path);
    });
  }

  [[nodiscard]] bool follows(const Problem& problem) const {
    if (problem.code == "unknown_choice" || problem.code == "never_holds") return choices_broken(problem);
    return std::any_of(references.begin(), references.end(), [&](const Reference& each) {
      return each.code == problem.code && broken(each.holder, each.list);
    });
  }

  /// The message names the question, behind the word that is none of its choices.
  [[nodiscard]] bool choices_broken(const Problem& problem) const {
    const auto questions = value_at(document_, "/decision/questions");
    if (!questions || !questions->is(JsonKind::list)) return true;
    for (std::uint32_t k = 0; k < questions->size(); ++k) {
      const std::string path = "/decision/questions/" + std::to_string(k);
      const auto id = value_at(document_, path + "/id");
      if (id && id->is(JsonKind::text) && problem.message.find(" of " + in_quotes(id->text())) != std::string::npos)
        return broken(path, "choices");
    }
    return false;
  }

  /// The same is wrong with an earlier item of the list.
  static bool repeats(const Problems& kept, const Problem& problem) {
    const std::string_view list = parent_of(problem.path);
    const bool item = is_index(std::string_view(problem.path).substr(std::min(list.size() + 1, problem.path.size())));
    if (!item || problem.code != "wrong_type") return false;
    return std::any_of(kept.begin(), kept.end(), [&](const Problem& each) {
      return each.code == problem.code && each.message == problem.message && parent_of(each.path) == list;
    });
  }

  /// "No" in a list of choices: what it looks like as an object.
  void show_item(Problem& problem) const {
    const auto value = value_at(document_, problem.path);
    const bool item = problem.code == "wrong_type" && problem.message.find("must be an object") != std::string::npos;
    if (!item || !problem.suggestion.empty() || !value || !value->is(JsonKind::text)) return;
    const std::string_view list = parent_of(problem.path);
    const std::string_view name = list.substr(list.rfind('/') + 1);
    if (name == "choices" || name == "alternatives" || name == "questions")
      problem.suggestion = "Write {\"id\": " + in_quotes(id_of(value->text())) + ", \"" +
                           (name == "alternatives" ? "name" : "text") + "\": " + in_quotes(value->text()) + "}" +
                           (name == "questions" ? " with its choices." : ".");
    else if (is_index(std::string_view(problem.path).substr(list.size() + 1)))
      problem.suggestion = "Write {\"text\": " + in_quotes(value->text()) + "}.";
  }

  /// "One part" as "one_part".
  static std::string id_of(std::string_view text) {
    std::string id;
    for (const char c : text) {
      const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
      const bool fits = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9' && !id.empty());
      if (fits) id += small;
      else if (!id.empty() && id.back() != '_') id += '_';
    }
    while (!id.empty() && id.back() == '_') id.pop_back();
    return id.empty() ? "first" : id.substr(0, 32);
  }

  const JsonDocument& document_;
  Problems problems_;
};

}  // namespace

Problems without_cascades(const JsonDocument& document, Problems problems) {
  return Cascades(document, std::move(problems)).run();
}

}  // namespace decision_card::advice
