// SPDX-License-Identifier: MIT
#include "contract/estimates_writer.hpp"

namespace decision_card::contract {

namespace {

void write_input(JsonWriter& json, const EstimateInput& input, const PackContent& content) {
  json.open_object().member("id", input.id).member("text", input.text).member("unit", input.unit);
  json.key("min").raw(input.least.text).key("max").raw(input.most.text).key("step").raw(input.step.text);
  json.member("whole", input.whole).member("as_of", input.as_of);
  write_ids(json, "sources", input.sources, content.sources);
  json.close_object();
}

}  // namespace

void write_estimates(JsonWriter& json, const PackContent& content) {
  const Estimates& estimates = content.decision.estimates;
  json.key("estimates").open_object().member("currency", estimates.currency).text_if_any("text", estimates.text);
  json.member("months", estimates.months);
  write_list(json, "inputs", estimates.inputs, [&](const EstimateInput& input) { write_input(json, input, content); });
  write_list(json, "series", estimates.series, [&](const CostSeries& series) {
    json.open_object().member("id", series.id).member("name", series.name).close_object();
  });
  json.close_object();
}

}  // namespace decision_card::contract
