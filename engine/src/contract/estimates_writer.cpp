// SPDX-License-Identifier: MIT
#include "contract/estimates_writer.hpp"

namespace decision_card {

namespace {

void write_input(JsonWriter& json, const EstimateInput& input, const PackContent& content) {
  json.open_object().member("id", input.id).member("text", input.text).member("unit", input.unit);
  json.key("min").raw(input.least.text).key("max").raw(input.most.text).key("step").raw(input.step.text);
  json.member("whole", input.whole).member("as_of", input.as_of).key("sources").open_list();
  for (const Index source : input.sources) json.value(content.sources[source].id);
  json.close_list().close_object();
}

}  // namespace

void write_estimates(JsonWriter& json, const PackContent& content) {
  const Estimates& estimates = content.decision.estimates;
  json.key("estimates").open_object().member("currency", estimates.currency).text_if_any("text", estimates.text);
  json.member("months", estimates.months).key("inputs").open_list();
  for (const EstimateInput& input : estimates.inputs) write_input(json, input, content);
  json.close_list().key("series").open_list();
  for (const CostSeries& series : estimates.series) {
    json.open_object().member("id", series.id).member("name", series.name).close_object();
  }
  json.close_list().close_object();
}

}  // namespace decision_card
