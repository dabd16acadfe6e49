// SPDX-License-Identifier: MIT
#include "contract/json_writer.hpp"
#include "decision_card/contract.hpp"

namespace decision_card::contract {

namespace {

void write_span(JsonWriter& json, Span span) { json.member("start", span.start).member("end", span.end); }

void write_spans(JsonWriter& json, const char* name, std::span<const Span> spans) {
  write_list(json, name, spans, [&](Span span) {
    json.open_object();
    write_span(json, span);
    json.close_object();
  });
}

/// How sure a finding is, is said where it isn't certain.
void write_finding(JsonWriter& json, const GradeFinding& finding) {
  if (finding.certainty != Certainty::certain) json.member("certainty", word_for(finding.certainty, certainty_words));
  write_list(json, "evidence", finding.evidence, [&](const Evidence& entry) {
    json.open_object();
    write_span(json, entry.span);
    if (entry.pattern != no_pattern) json.member("pattern", entry.pattern);
    json.close_object();
  });
  if (finding.certainty == Certainty::probable) write_spans(json, "words", finding.telling);
}

void write_remarks(JsonWriter& json, const std::vector<Remark>& remarks) {
  write_list(json, "remarks", remarks, [&](const Remark& remark) {
    json.open_object().member("code", word_for(remark.kind, remark_words));
    write_spans(json, "spans", remark.spans);
    json.close_object();
  });
}

}  // namespace

}  // namespace decision_card::contract

namespace decision_card {

std::string grade_json(const Pack& pack, const Grade& grade, std::optional<Index> follow_up) {
  const Rubric& rubric = pack.rubric();
  std::string out;
  contract::JsonWriter json(out);
  json.open_object()
      .member("total", grade.total)
      .member("maximum", grade.maximum)
      .member("band", rubric.bands[grade.band].id);
  json.member("words", grade.words).key("criteria").open_list();
  for (std::size_t k = 0; k < grade.criteria.size(); ++k) {
    const CriterionGrade& entry = grade.criteria[k];
    json.open_object()
        .member("id", rubric.criteria_of(follow_up)[k].id)
        .member("level", entry.level)
        .member("points", entry.points);
    contract::write_finding(json, entry);
    json.close_object();
  }
  json.close_list().key("misconceptions").open_list();
  for (const MisconceptionGrade& entry : grade.misconceptions) {
    json.open_object().member("id", rubric.misconceptions[entry.index].id).member("points", entry.points);
    contract::write_finding(json, entry);
    json.close_object();
  }
  json.close_list();
  contract::write_remarks(json, grade.remarks);
  json.close_object();
  return out;
}

}  // namespace decision_card
