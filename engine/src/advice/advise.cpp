// SPDX-License-Identifier: MIT
#include "advice/advise.hpp"

#include <algorithm>
#include <deque>
#include <optional>

#include "advice/cascades.hpp"
#include "advice/foreign_words.hpp"
#include "advice/json_mistake.hpp"
#include "advice/pointers.hpp"
#include "advice/question_mistake.hpp"
#include "base/stable_order.hpp"
#include "base/utf8.hpp"
#include "base/wording.hpp"
#include "decision_card/pack.hpp"

namespace decision_card::advice {

using base::place_of;
using document::JsonDocument;
using document::JsonValue;

namespace {

/// The words of `Did you mean "choices"?`; empty where a suggestion is of another kind.
std::string_view meant_in(std::string_view suggestion) {
  constexpr std::string_view begin = "Did you mean \"", end = "\"?";
  if (!suggestion.starts_with(begin) || !suggestion.ends_with(end)) return {};
  return suggestion.substr(begin.size(), suggestion.size() - begin.size() - end.size());
}

bool same_place(const Problem& a, const Problem& b) { return a.line == b.line && a.column == b.column; }

Problems problems_of(const JsonDocument& document) {
  Result<Pack> pack = parse_pack(document);
  return pack ? Problems() : pack.take_problems();
}

bool has_member(JsonValue object, std::string_view name) {
  for (const JsonValue member : object) {
    if (member.key() == name) return true;
  }
  return false;
}

/// Renames members to what they were meant to be, one after the other, and reads the pack again: what follows from a
/// misspelt name alone is never reported then.
class Repair {
 public:
  Repair(const JsonDocument& document, Problems problems)
      : written_(document), document_(document), problems_(std::move(problems)) {}

  Problems run() {
    for (int times = 0; times < most && repair_one(); ++times) continue;
    return std::move(problems_);
  }

  /// The names that were mended, each a problem.
  [[nodiscard]] const Problems& repaired() const { return repaired_; }
  /// With its members renamed; places in it are as before.
  [[nodiscard]] const JsonDocument& document() const { return document_; }

 private:
  static constexpr int most = 40, most_tries = 100;  // each reads the pack once more

  bool repair_one() {
    for (const Problem& problem : problems_) {
      if (problem.code == "unknown_field" && !tried(problem) && repair(Problem(problem))) return true;
    }
    return false;
  }

  [[nodiscard]] bool tried(const Problem& problem) const {
    return std::any_of(hopeless_.begin(), hopeless_.end(),
                       [&](const Problem& each) { return same_place(each, problem); });
  }

  bool repair(Problem problem) {
    const auto member = value_at(document_, problem.path);
    const auto object = value_at(document_, parent_of(problem.path));
    if (member && object) {
      for (const std::string_view name : candidates(problem, member->key())) {
        if (!has_member(*object, name) && rename(problem, *member, name)) return true;
      }
    }
    hopeless_.push_back(std::move(problem));
    return false;
  }

  static std::vector<std::string_view> candidates(const Problem& problem, std::string_view key) {
    std::vector<std::string_view> names;
    for (const FieldAlias& alias : field_aliases) {
      if (alias.word == key) names.push_back(alias.here);
    }
    if (const std::string_view meant = meant_in(problem.suggestion); !meant.empty()) names.push_back(meant);
    return names;
  }

  bool rename(Problem& problem, JsonValue member, std::string_view name) {
    if (++tries_ > most_tries) return false;
    JsonDocument changed = document_;
    changed.rename(member.index(), names_.emplace_back(name));  // the document only points at it
    Problems left = problems_of(changed);
    const bool known = std::none_of(left.begin(), left.end(), [&](const Problem& each) {
      return each.code == "unknown_field" && same_place(each, problem);
    });
    if (!known || wrong_there(left, changed, member)) return false;
    problem.suggestion = "Did you mean \"" + std::string(name) + "\"?";
    problem.path = written_.pointer(member.index());
    repaired_.push_back(problem);
    document_ = std::move(changed);
    problems_ = std::move(left);
    return true;
  }

  /// The member has a known name now, and is of another type than that wants: it was not meant.
  static bool wrong_there(const Problems& problems, const JsonDocument& document, JsonValue member) {
    const std::string path = document.pointer(member.index());
    return std::any_of(problems.begin(), problems.end(), [&](const Problem& each) {
      return each.path == path &&
             (each.code == "wrong_type" || each.code == "not_a_condition" || each.code == "bad_id");
    });
  }

  const JsonDocument& written_;
  JsonDocument document_;
  Problems problems_, repaired_{}, hopeless_{};
  std::deque<std::string> names_{};  ///< stay where they are while others come
  int tries_ = 0;
};

template <class Table>
std::optional<std::string> said_of(const Table& table, std::string_view word) {
  for (const auto& each : table) {
    if (each.word == word) return std::string(each.says);
  }
  return std::nullopt;
}

/// Whether a figure of the estimates has this id.
bool is_figure(const JsonDocument& document, std::string_view id) {
  const auto inputs = value_at(document, "/decision/estimates/inputs");
  if (!inputs || !inputs->is(document::JsonKind::list)) return false;
  for (const JsonValue input : *inputs) {
    if (!input.is(document::JsonKind::object)) continue;
    for (const JsonValue member : input) {
      if (member.key() == "id" && member.text() == id) return true;
    }
  }
  return false;
}

void advise_variable(Problem& problem, std::string_view name, const JsonDocument& document) {
  if (problem.path.starts_with("/decision/") && !problem.path.starts_with("/decision/estimates") &&
      is_figure(document, name)) {
    problem.suggestion =
        "It is a figure of the estimates, which conditions don't know. Ask for it in a question of kind \"number\", "
        "and name that as the figure's \"question\": then both have the answer.";
    return;
  }
  if (name.find('.') == std::string_view::npos) return;
  problem.suggestion =
      "A variable is a question's id; \"score.\" and an alternative's id, or \"gate.\" and a gate's, where these are "
      "known.";
}

/// Words that a renaming can't mend: what to write instead.
void reword(Problem& problem, const JsonDocument& document) {
  const auto value = value_at(document, problem.path);
  if (!value) return;
  std::optional<std::string> says;
  if (problem.code == "unknown_operator") says = said_of(operators, value->key());
  if (problem.code == "unknown_field" && meant_in(problem.suggestion).empty()) says = said_of(nowhere, value->key());
  if (says) problem.suggestion = *says;
  if (problem.code == "bad_date") problem.message = base::in_quotes(value->text()) + " is no date.";
  if (problem.code == "unknown_variable" && value->is(document::JsonKind::text))
    advise_variable(problem, value->text(), document);
}

/// Paths as the author wrote them.
void unrename(Problem& problem, const JsonDocument& written, const JsonDocument& renamed) {
  if (const auto value = value_at(renamed, problem.path)) problem.path = written.pointer(value->index());
}

Problems in_order(Problems problems) {
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    return problems[a].line != problems[b].line ? problems[a].line < problems[b].line
                                                : problems[a].column < problems[b].column;
  };
  Problems sorted;
  for (const std::uint32_t k : base::stable_order(problems.size(), before)) sorted.push_back(std::move(problems[k]));
  return sorted;
}

}  // namespace

Problems explain_syntax(std::string_view text, Problems problems) {
  if (problems.size() != 1 || problems.front().code != "json_syntax") return problems;
  const auto mistake = json_mistake(text);
  if (!mistake) return problems;
  const base::Place place = place_of(text, mistake->at);
  Problem& problem = problems.front();
  problem.line = place.line;
  problem.column = place.column;
  problem.message = mistake->message;
  problem.suggestion = mistake->suggestion;
  return problems;
}

Problems advise(const JsonDocument& document, Problems problems) {
  Repair repair(document, std::move(problems));
  Problems left = repair.run();
  Problems all = without_misread_questions(repair.document(), without_cascades(repair.document(), std::move(left)));
  for (Problem& problem : all) {
    advise_question(problem, repair.document());
    reword(problem, repair.document());
    unrename(problem, document, repair.document());
  }
  all.insert(all.end(), repair.repaired().begin(), repair.repaired().end());
  return in_order(std::move(all));
}

}  // namespace decision_card::advice
