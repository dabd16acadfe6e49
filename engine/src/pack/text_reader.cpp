// SPDX-License-Identifier: MIT
#include "pack/text_reader.hpp"

#include <algorithm>

#include "condition/condition_reader.hpp"
#include "decision_card/limits.hpp"

namespace decision_card::pack {

using document::JsonKind;
using document::references;

namespace {

JsonValue last_of(JsonValue list) { return list.at(list.size() - 1); }

}  // namespace

Condition TextReader::condition(Fields& fields, Fields::Need need, Known known) {
  const auto when = fields.find("when", need);
  if (!when) return Condition::constant(true);
  return condition::read_condition(
      *when, decision_, {decision_.questions.size(), known != Known::questions, known == Known::gates}, reporter_);
}

Indices TextReader::sources(Fields& fields) {
  return references(fields, "sources", source_ids_, "unknown_source", "a source of this pack", limits::list_items);
}

/// Equal conditions stand once.
TextCondition TextReader::text_condition(Fields& fields, Known known) {
  if (!fields.find("when", Fields::optional)) return std::nullopt;
  Condition when = condition(fields, Fields::optional, known);
  auto& all = decision_.text_conditions;
  const auto found = std::find(all.begin(), all.end(), when);
  const auto index = static_cast<Index>(found - all.begin());
  if (found == all.end()) all.push_back(std::move(when));
  return index;
}

Variants TextReader::variants(Fields& parent, const char* name, Known known, Fields::Need need) {
  const auto value = parent.find(name, need);
  if (!value) return {};
  if (!value->is(JsonKind::list)) return {{parent.text(name, need)}};
  const auto list = parent.list(name, 1, limits::list_items, need);
  Variants text;
  for (const JsonValue item : *list) {
    Fields fields(item, reporter_, {"when", "text"});
    if (!fields.valid()) continue;
    text.push_back({fields.text("text", Fields::required), text_condition(fields, known)});
    if (!text.back().when && item.index() != last_of(*list).index())
      reporter_.report("hides_later", item, {"This text has no \"when\", so none behind it can ever be said."},
                       {"Give it a \"when\", or move it to the end."});
  }
  return text;
}

Variants TextReader::summary(Fields& fields) {
  Variants text = variants(fields, "summary", Known::gates, Fields::required);
  if (!text.empty() && text.back().when)
    reporter_.report("no_default", last_of(*fields.find("summary", Fields::required)),
                     {"The last text of this summary has a condition, so some readers would get none."},
                     {"Remove its \"when\", or add a last one without."});
  return text;
}

std::vector<Claim> TextReader::claims(Fields& parent, const char* name) {
  std::vector<Claim> claims;
  const auto list = parent.list(name, 0, limits::list_items, Fields::optional);
  if (!list) return claims;
  for (const JsonValue item : *list) {
    Fields fields(item, reporter_, {"when", "text", "sources"});
    if (!fields.valid()) continue;
    claims.push_back({fields.text("text", Fields::required), sources(fields), text_condition(fields, Known::gates)});
  }
  return claims;
}

Claim TextReader::claim(JsonValue value) {
  Fields fields(value, reporter_, {"text", "sources"});
  return {fields.text("text", Fields::required), sources(fields)};
}

}  // namespace decision_card::pack
