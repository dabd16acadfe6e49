// SPDX-License-Identifier: MIT
#include "advice/question_mistake.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "advice/foreign_words.hpp"
#include "advice/pointers.hpp"
#include "base/wording.hpp"
#include "decision_card/limits.hpp"

namespace decision_card::advice {

using base::in_quotes;
using document::JsonDocument;
using document::JsonKind;
using document::JsonValue;

namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::optional<JsonValue> member_of(JsonValue object, std::string_view name) {
  for (const JsonValue member : object) {
    if (member.key() == name) return member;
  }
  return std::nullopt;
}

/// A number's bounds without its kind.
bool lacks_kind(JsonValue question) {
  const bool bounded = member_of(question, "min") || member_of(question, "max");
  return bounded && !member_of(question, "kind") && !member_of(question, "choices");
}

bool is_in(const Problem& problem, const std::string& path) {
  return problem.path == path || problem.path.starts_with(path + "/");
}

class Question {
 public:
  Question(const Problems& problems, JsonValue value, std::uint32_t index)
      : value_(value), path_("/decision/questions/" + std::to_string(index)) {
    for (const Problem& each : problems) misread_ = misread_ || (is_in(each, path_) && keeps_from_reading(each));
    const auto id = member_of(value, "id");
    if (id && id->is(JsonKind::text)) id_ = id->text();
  }

  [[nodiscard]] bool misread() const { return misread_; }

  /// Whether nothing would be wrong there, were the question read as what it is.
  [[nodiscard]] bool brings(const Problem& problem) const {
    if (is_in(problem, path_)) return of_another_kind(problem);
    if (id_.empty() || !problem.path.starts_with("/decision/")) return false;
    const bool answers = contains(problem.path, "/answers/") && problem.path.ends_with("/" + std::string(id_));
    return asks(problem.code) && (answers || contains(problem.message, in_quotes(id_)));
  }

 private:
  static bool asks(std::string_view code) {
    constexpr std::array<std::string_view, 7> codes{
        "order_without_numbers", "tells_nothing", "text_haystack", "number_out_of_range",
        "unknown_choice",        "never_holds",   "wrong_type"};
    return std::find(codes.begin(), codes.end(), code) != codes.end();
  }

  [[nodiscard]] bool keeps_from_reading(const Problem& problem) const {
    if (problem.code == "unknown_kind" || problem.code == "bad_bounds") return true;
    for (const std::string_view name : {"min", "max", "step", "choices"}) {
      if (problem.path == path_ + "/" + std::string(name) && problem.code != "unknown_field") return true;
      if (problem.path == path_ && problem.code == "missing_field" && contains(problem.message, in_quotes(name)))
        return true;
    }
    return false;
  }

  /// Members of each kind, where it isn't known which this is.
  [[nodiscard]] bool of_another_kind(const Problem& problem) const {
    const bool kindless = lacks_kind(value_);
    if (!kindless && !has_unknown_kind()) return false;
    if (problem.code == "missing_field") return !kindless && problem.path == path_;
    if (problem.code != "unknown_field") return false;
    const std::string_view name = std::string_view(problem.path).substr(problem.path.rfind('/') + 1);
    constexpr std::array<std::string_view, 9> names{"min",  "max",     "step",      "unit", "least",
                                                    "most", "choices", "exclusive", "ends"};
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  [[nodiscard]] bool has_unknown_kind() const {
    const auto kind = member_of(value_, "kind");
    if (!kind) return false;
    return std::none_of(std::begin(question_kind_words), std::end(question_kind_words),
                        [&](const auto& each) { return kind->is(JsonKind::text) && kind->text() == each.word; });
  }

  JsonValue value_;
  std::string path_;
  std::string_view id_{};
  bool misread_ = false;
};

/// How many may be chosen together at most, so that a card can tell all ways apart.
std::uint32_t most_of(std::size_t choices, std::size_t exclusive) {
  const double free = static_cast<double>(choices - exclusive);
  double all = static_cast<double>(exclusive), of_size = 1;
  std::uint32_t size = 0;
  for (; size < free && all + of_size * (free - size) / (size + 1) <= limits::sets; ++size) {
    of_size = of_size * (free - size) / (size + 1);
    all += of_size;
  }
  return size;
}

std::string with_most(JsonValue question) {
  std::size_t choices = 0, exclusive = 0;
  if (const auto list = member_of(question, "choices")) {
    for (const JsonValue choice : *list) {
      ++choices;
      exclusive += member_of(choice, "exclusive").has_value();
    }
  }
  return "Write \"most\": " + std::to_string(most_of(choices, exclusive)) +
         ", with which a card can tell all ways apart, or ask in two questions.";
}

std::string as_sources(std::string_view path, std::string_view text) {
  if (path != "/sources") return "Write \"sources\": [ " + in_quotes(text) + " ], with the id of a source of the pack.";
  const bool address = text.starts_with("https://");
  return std::string("Write \"sources\": [ {\"id\": \"first\", \"title\": ") +
         (address ? "\"…\", \"url\": " + in_quotes(text) : in_quotes(text)) + "} ].";
}

}  // namespace

Problems without_misread_questions(const JsonDocument& document, Problems problems) {
  const auto questions = value_at(document, "/decision/questions");
  if (!questions || !questions->is(JsonKind::list)) return problems;
  std::vector<Question> misread;
  for (std::uint32_t k = 0; k < questions->size(); ++k) {
    const JsonValue value = questions->at(k);
    if (!value.is(JsonKind::object)) continue;
    Question question(problems, value, k);
    if (question.misread()) misread.push_back(std::move(question));
  }
  const auto follows = [&](const Problem& problem) {
    return std::any_of(misread.begin(), misread.end(), [&](const Question& each) { return each.brings(problem); });
  };
  problems.erase(std::remove_if(problems.begin(), problems.end(), follows), problems.end());
  return problems;
}

void advise_question(Problem& problem, const JsonDocument& document) {
  const auto value = value_at(document, problem.path);
  if (!value) return;
  if (problem.code == "wrong_type" && problem.path.ends_with("/sources") && value->is(JsonKind::text))
    problem.suggestion = as_sources(problem.path, value->text());
  if (problem.code == "unknown_kind" && value->is(JsonKind::text)) {
    for (const ForeignWord& each : kinds) {
      if (each.word == value->text()) problem.suggestion = each.says;
    }
  }
  if (problem.code == "missing_field" && value->is(JsonKind::object) && lacks_kind(*value)) {
    problem.message = "A question without a \"kind\" has choices, and this one has the bounds of a number.";
    problem.suggestion = "Write \"kind\": \"number\".";
  }
  if (problem.code == "bad_bounds" && contains(problem.message, " ways, ") && value->is(JsonKind::object))
    problem.suggestion = with_most(*value);
}

}  // namespace decision_card::advice
