// SPDX-License-Identifier: MIT
#include "contract/problem_json.hpp"
#include "decision_card/contract.hpp"

namespace decision_card::contract {

void write_problems(JsonWriter& json, const Problems& problems) {
  json.open_list();
  for (const Problem& problem : problems) {
    json.open_object()
        .member("code", problem.code)
        .member("severity", word_for(problem.severity, severity_words))
        .member("path", problem.path);
    json.member("line", problem.line)
        .member("column", problem.column)
        .member("message", problem.message)
        .text_if_any("suggestion", problem.suggestion)
        .close_object();
  }
  json.close_list();
}

void write_case(JsonWriter& json, const Decision& decision, const CaseResult& result) {
  const Case& entry = decision.cases[result.index];
  json.open_object()
      .member("id", entry.id)
      .member("expect", decision.recommendations[entry.expect].id)
      .member("got", decision.recommendations[result.got].id)
      .member("passed", result.passed)
      .close_object();
}

}  // namespace decision_card::contract

namespace decision_card {

std::string problems_json(const Problems& problems) {
  std::string out;
  contract::JsonWriter json(out);
  json.open_object().key("problems");
  contract::write_problems(json, problems);
  json.close_object();
  return out;
}

std::string check_json(const Result<Pack>& pack) {
  std::string out;
  contract::JsonWriter json(out);
  json.open_object().key("problems");
  const Problems none;
  contract::write_problems(json, pack ? none : pack.problems());
  json.key("cases").open_list();
  if (pack) {
    for (const CaseResult& result : run_cases(pack.value()))
      contract::write_case(json, pack.value().decision(), result);
  }
  json.close_list().close_object();
  return out;
}

}  // namespace decision_card
