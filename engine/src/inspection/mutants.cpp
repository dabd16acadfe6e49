// SPDX-License-Identifier: MIT
#include "inspection/mutants.hpp"

#include <algorithm>
#include <array>

#include "condition/condition_reader.hpp"
#include "document/fields.hpp"
#include "inspection/ledger.hpp"

namespace decision_card::inspection {

using condition::read_condition;
using document::JsonDocument;
using document::JsonKind;
using document::JsonValue;
using document::Reporter;

namespace {

struct Flip {
  std::string_view from, to;
};

/// The neighbour of a comparison is off by one; its opposite holds where it fails. `in` has no counterpart: it is
/// negated.
constexpr std::array<Flip, 16> flips{{{"and", "or"},
                                      {"or", "and"},
                                      {"!", "and"},
                                      {"in", ""},
                                      {"==", "!="},
                                      {"!=", "=="},
                                      {"===", "!=="},
                                      {"!==", "==="},
                                      {"<", "<="},
                                      {"<", ">="},
                                      {"<=", "<"},
                                      {"<=", ">"},
                                      {">", ">="},
                                      {">", "<="},
                                      {">=", ">"},
                                      {">=", "<"}}};

class MutantList {
 public:
  MutantList(const Decision& decision, const JsonDocument& document) : decision_(decision), document_(document) {}

  std::vector<Mutant> run() {
    const JsonValue root = member_of(JsonValue(document_, 0), "decision");
    add_points(member_of(root, "rules"));
    add_conditions(member_of(root, "rules"), Mutant::Where::rule);
    add_conditions(member_of(root, "gates"), Mutant::Where::gate);
    add_conditions(member_of(root, "recommendations"), Mutant::Where::recommendation);
    return std::move(mutants_);
  }

 private:
  void add_points(JsonValue rules) {
    for (Index r = 0; r < decision_.rules.size(); ++r) {
      for (Index a = 0; a < decision_.alternatives.size(); ++a) {
        const std::int32_t points = decision_.rules[r].points[a];
        if (points == 0) continue;
        const JsonValue place = member_of(member_of(rules.at(r), "points"), decision_.alternatives[a].id);
        std::vector<std::int32_t> others;
        for (const std::int32_t other : {points - 1, points + 1, 0, -points}) {
          if (std::find(others.begin(), others.end(), other) == others.end()) others.push_back(other);
        }
        for (const std::int32_t other : others) {
          Mutant mutant{place.index(), std::to_string(points) + " → " + std::to_string(other)};
          mutant.index = r;
          mutant.alternative = a;
          mutant.points = other;
          mutants_.push_back(std::move(mutant));
        }
      }
    }
  }

  void add_conditions(JsonValue list, Mutant::Where where) {
    if (!list.is(JsonKind::list)) return;  // the pack has none
    Index index = 0;
    for (const JsonValue item : list) {
      const JsonValue when = member_of(item, "when");
      if (when.index() != item.index()) add_condition(when, where, index);
      ++index;
    }
  }

  /// Visits every object with one operator below a `when`. A list of what is still to be visited takes the place of
  /// recursion.
  void add_condition(JsonValue when, Mutant::Where where, Index index) {
    std::vector<std::uint32_t> todo{when.index()};
    while (!todo.empty()) {
      const JsonValue at(document_, todo.back());
      todo.pop_back();
      if (at.is(JsonKind::object) && at.size() == 1) add_flips(at, when, where, index);
      if (!at.is(JsonKind::object) && !at.is(JsonKind::list)) continue;
      for (const JsonValue child : at) todo.push_back(child.index());
    }
  }

  void add_flips(JsonValue at, JsonValue when, Mutant::Where where, Index index) {
    const JsonValue arguments = *at.begin();
    const bool list = (arguments.key() == "and" || arguments.key() == "or") && arguments.size() < 2;
    for (const Flip& flip : flips) {
      if (flip.from != arguments.key() || list) continue;
      Mutant mutant{arguments.index(),
                    std::string(flip.from) + " → " +
                        (flip.to.empty() ? "not in" : std::string(flip.from == "!" ? "left out" : flip.to)),
                    where, index};
      mutant.condition = at.index();
      mutant.when = when.index();
      mutant.op = flip.to;
      mutants_.push_back(std::move(mutant));
    }
  }

  const Decision& decision_;
  const JsonDocument& document_;
  std::vector<Mutant> mutants_{};
};

}  // namespace

std::vector<Mutant> mutants_of(const Decision& decision, const JsonDocument& document) {
  return MutantList(decision, document).run();
}

std::optional<Decision> mutated(const Decision& decision, const JsonDocument& document, const Mutant& mutant) {
  Decision changed = decision;
  if (mutant.where == Mutant::Where::points) {
    changed.rules[mutant.index].points[mutant.alternative] = mutant.points;
    return changed;
  }
  JsonDocument text = document;
  if (mutant.op.empty()) text.negate(mutant.condition);
  else text.rename(text.node(mutant.condition).first, mutant.op);
  Reporter reporter;
  const bool scores = mutant.where != Mutant::Where::rule, gates = mutant.where == Mutant::Where::recommendation;
  Condition when =
      read_condition(JsonValue(text, mutant.when), changed, {decision.questions.size(), scores, gates}, reporter);
  if (!reporter.clean()) return std::nullopt;
  switch (mutant.where) {
    case Mutant::Where::rule: changed.rules[mutant.index].when = std::move(when); break;
    case Mutant::Where::gate: changed.gates[mutant.index].when = std::move(when); break;
    default: changed.recommendations[mutant.index].when = std::move(when); break;
  }
  return changed;
}

}  // namespace decision_card::inspection
