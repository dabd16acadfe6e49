// SPDX-License-Identifier: MIT
#include "rubric/pattern_reader.hpp"

#include <cmath>

#include "decision_card/limits.hpp"

namespace decision_card::rubric {

using base::quote;
using document::Fields;
using document::ids_of;
using document::JsonKind;
using document::JsonValue;
using document::kind_name;

std::optional<std::int32_t> integer(Fields& fields, const char* name, Fields::Need need, std::int32_t least,
                                    std::int32_t most) {
  const auto member = fields.find(name, JsonKind::number, need);
  if (!member) return std::nullopt;
  const double number = member->number();
  if (number >= least && number <= most && std::floor(number) == number) return static_cast<std::int32_t>(number);
  fields.reporter().report("number_out_of_range", *member,
                           {quote(name), " is ", member->text(), ", and must be a whole number from ",
                            std::to_string(least), " to ", std::to_string(most), "."},
                           {"Use a number within these bounds."});
  return std::nullopt;
}

Slice PatternReader::patterns(Fields& fields, const char* name, std::span<const Level> levels) {
  const std::size_t first = rubric_.patterns.size();
  const auto list = fields.list(name, 0, limits::patterns, Fields::optional);
  if (!list) return {};
  for (const JsonValue item : *list) rubric_.patterns.push_back(pattern(item, levels));
  return slice_since(first, rubric_.patterns);
}

Pattern PatternReader::pattern(JsonValue value, std::span<const Level> levels) {
  Pattern found;
  Fields fields(value, reporter_, {"subject", "has", "without", "within", "ordered", "gap", "level", "claims"});
  if (!fields.valid()) return found;
  if (const auto subjects = fields.find("subject", Fields::optional)) found.subjects = subject(*subjects);
  found.claims = claims(fields);
  found.has = wanted(fields, "has", found.claims.size == 0 ? Fields::required : Fields::optional);
  found.without = wanted(fields, "without", Fields::optional);
  found.ordered = fields.flag("ordered");
  if (const auto gap = integer(fields, "gap", Fields::optional, 0, 1000)) found.gap = static_cast<std::uint16_t>(*gap);
  read_scope(fields, found);
  read_level(fields, levels, found);
  return found;
}

void PatternReader::read_scope(Fields& fields, Pattern& pattern) {
  const auto within = fields.find("within", JsonKind::text, Fields::optional);
  if (!within) return;
  if (within->text() == "clause") pattern.within = Pattern::Within::clause;
  else if (within->text() != "sentence")
    reporter_.report_unknown("unknown_scope", *within, within->text(), {"a part of a text that patterns know"},
                             {"clause", "sentence"});
}

void PatternReader::read_level(Fields& fields, std::span<const Level> levels, Pattern& pattern) {
  const auto level = fields.find("level", JsonKind::text, Fields::optional);
  if (!level) return;
  if (const auto index = document::index_of(levels, level->text())) pattern.level = *index;
  else reporter_.report_unknown("unknown_level", *level, level->text(), {"a level here"}, ids_of(levels));
}

Slice PatternReader::claims(Fields& fields) {
  const std::size_t first = rubric_.indices.size();
  const Indices found = document::references(fields, "claims", ids_of(rubric_.claims), "unknown_claim",
                                             "a claim of this rubric", limits::list_items);
  rubric_.indices.insert(rubric_.indices.end(), found.begin(), found.end());
  return slice_since(first, rubric_.indices);
}

std::vector<std::string_view> PatternReader::subject_ids() const {
  std::vector<std::string_view> ids;
  for (const Index subject : rubric_.subjects) ids.push_back(rubric_.lexicon[subject].id);
  return ids;
}

SubjectSet PatternReader::subject(JsonValue value) {
  SubjectSet set = 0;
  if (!value.is(JsonKind::text)) {
    reporter_.report("wrong_type", value, {"A subject is named by a text, and this is ", kind_name(value.kind()), "."});
    return set;
  }
  const std::vector<std::string_view> ids = subject_ids();
  for (const std::string_view word : base::split(value.text(), '|')) {
    std::size_t k = 0;
    while (k < ids.size() && ids[k] != word) ++k;
    if (k < ids.size()) set = static_cast<SubjectSet>(set | 1u << k);
    else reporter_.report_unknown("unknown_subject", value, word, {"a subject of this rubric"}, ids);
  }
  return set;
}

Slice PatternReader::wanted(Fields& fields, const char* name, Fields::Need need) {
  const std::size_t first = rubric_.wanted.size();
  const auto list = fields.list(name, need == Fields::required ? 1 : 0, limits::list_items, need);
  if (!list) return {};
  for (const JsonValue item : *list) {
    if (item.is(JsonKind::text)) rubric_.wanted.push_back({choices(item)});
    else
      reporter_.report("wrong_type", item, {"A concept is named by a text, and this is ", kind_name(item.kind()), "."});
  }
  return slice_since(first, rubric_.wanted);
}

Slice PatternReader::choices(JsonValue value) {
  const std::size_t first = rubric_.mentions.size();
  for (const std::string_view word : base::split(value.text(), '|')) add_mention(value, word);
  return slice_since(first, rubric_.mentions);
}

void PatternReader::add_mention(JsonValue at, std::string_view word) {
  const bool negated = word.starts_with('!'), either = word.starts_with('~');
  if (negated || either) word.remove_prefix(1);
  const std::uint32_t place = concepts_.find(word);
  if (place == 0)
    return reporter_.report_unknown("unknown_concept", at, word, {"a concept of this lexicon"},
                                    ids_of(rubric_.lexicon));
  if (!negated) rubric_.mentions.emplace_back(place - 1, false);
  if (negated || either) rubric_.mentions.emplace_back(place - 1, true);
}

}  // namespace decision_card::rubric
