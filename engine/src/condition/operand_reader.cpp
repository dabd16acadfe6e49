// SPDX-License-Identifier: MIT
#include "condition/operand_reader.hpp"

namespace decision_card::condition {

using base::quote;
using document::ids_of;
using document::index_of;
using document::JsonKind;
using document::JsonValue;

std::optional<Operand> OperandReader::read(JsonValue value) {
  if (value.is(JsonKind::number)) return Operand{Operand::Kind::number, value};
  if (value.is(JsonKind::text)) return Operand{Operand::Kind::text, value};
  if (value.is(JsonKind::object) && value.size() == 1) {
    if ((*value.begin()).key() == "var") return variable(*value.begin());
    reporter_.report_key("unsupported_operand", *value.begin(), {"A comparison can't contain another operator."},
                         {"Compare a variable with a text or a number."});
    return std::nullopt;
  }
  reporter_.report("type_mismatch", value,
                   {"Only variables, texts and numbers can be compared, and this is ", kind_name(value.kind()), "."});
  return std::nullopt;
}

std::optional<Operand> OperandReader::variable(JsonValue path) {
  if (path.is(JsonKind::list) && path.size() == 2) {
    reporter_.report("var_default", path, {"A default value is not allowed: an unanswered question is unknown."},
                     {"Write {\"var\": \"…\"} without a default."});
    return std::nullopt;
  }
  if (path.is(JsonKind::list) && path.size() == 1) path = *path.begin();
  if (!path.is(JsonKind::text)) {
    reporter_.report("unknown_variable", path, {"\"var\" takes the name of a question, score or gate."});
    return std::nullopt;
  }
  const std::string_view name = path.text();
  if (name.starts_with("score.")) return score(path, name.substr(6));
  if (name.starts_with("gate.")) return gate(path, name.substr(5));
  return question(path, name);
}

std::optional<Operand> OperandReader::question(JsonValue at, std::string_view name) {
  const auto index = index_of(decision_.questions, name);
  if (index && *index < scope_.questions) return Operand{Operand::Kind::question, at, *index};
  if (index) {
    reporter_.report("later_question", at,
                     {"The question ", quote(name), " comes later, so its answer is not known here."},
                     {"Move it up, or ask an earlier question."});
  } else {
    reporter_.report_unknown("unknown_variable", at, name, {"a question of this pack"}, ids_of(decision_.questions));
  }
  return std::nullopt;
}

std::optional<Operand> OperandReader::score(JsonValue at, std::string_view id) {
  if (!scope_.scores) {
    reporter_.report("score_not_known_here", at, {"Scores are not known here."},
                     {"Use scores in gates, recommendations, notes and texts only."});
    return std::nullopt;
  }
  const auto index = index_of(decision_.alternatives, id);
  if (index) return Operand{Operand::Kind::score, at, *index};
  reporter_.report_unknown("unknown_alternative", at, id, {"an alternative of this pack"},
                           ids_of(decision_.alternatives));
  return std::nullopt;
}

std::optional<Operand> OperandReader::gate(JsonValue at, std::string_view id) {
  if (!scope_.gates) {
    reporter_.report("gate_not_known_here", at, {"Gates are not known here."},
                     {"Use gates in recommendations, notes and texts that are not a gate's own."});
    return std::nullopt;
  }
  const auto index = index_of(decision_.gates, id);
  if (index) return Operand{Operand::Kind::gate, at, *index};
  reporter_.report_unknown("unknown_gate", at, id, {"a gate of this pack"}, ids_of(decision_.gates));
  return std::nullopt;
}

}  // namespace decision_card::condition
