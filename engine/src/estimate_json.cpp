// SPDX-License-Identifier: MIT
#include "decision_card/estimate.hpp"
#include "decision_card/json.hpp"
#include "pack_writer.hpp"

namespace decision_card {

namespace {

constexpr std::string_view due_names[] = {"up_front", "monthly", "repeated"};
constexpr std::string_view from_names[] = {"pack", "answer", "reader"};

/// A fixed-point number in millionths, with this many of its decimals; half up. Precondition: not negative.
std::string decimal(std::int64_t millionths, int decimals) {
  std::int64_t unit = 1'000'000;
  for (int k = 0; k < decimals; ++k) unit /= 10;
  std::string digits = std::to_string((millionths + unit / 2) / unit);
  const auto least = static_cast<std::size_t>(decimals) + 1;
  if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
  return digits.insert(digits.size() - static_cast<std::size_t>(decimals), 1, '.');
}

std::string cents(Money money) { return decimal(money, 2); }

class EstimateWriter : PackWriter {
 public:
  EstimateWriter(std::string& out, const Pack& pack, const Estimate& result)
      : PackWriter(out, pack), estimates_(pack.decision().estimates), estimate_(result) {}

  void write() {
    json_.open_object().member("currency", estimates_.currency).member("months", estimates_.months);
    write_inputs();
    json_.key("series").open_list();
    for (std::size_t k = 0; k < estimate_.series.size(); ++k) write_series(estimates_.series[k], estimate_.series[k]);
    json_.close_list();
    write_list("comparisons", estimate_.comparisons, [this](const CostComparison& each) { write_comparison(each); });
    json_.close_object();
  }

 private:
  void write_inputs() {
    json_.key("inputs").open_list();
    for (std::size_t k = 0; k < estimate_.inputs.size(); ++k) {
      const InputValue& input = estimate_.inputs[k];
      json_.open_object().member("id", estimates_.inputs[k].id).key("value").raw(input.text);
      json_.member("from", from_names[static_cast<int>(input.from)]).close_object();
    }
    json_.close_list();
  }

  void write_series(const CostSeries& series, const SeriesEstimate& result) {
    json_.open_object().member("id", series.id);
    write_money("up_front", result.up_front);
    write_money("monthly", result.monthly);
    json_.key("items").open_list();
    for (std::size_t k = 0; k < series.items.size(); ++k) write_item(series.items[k], result, k);
    json_.close_list();
    write_list("costs", result.costs, [this](Money cost) { json_.raw(cents(cost)); });
    json_.close_object();
  }

  void write_item(const CostItem& item, const SeriesEstimate& result, std::size_t k) {
    json_.open_object().member("text", item.text).member("due", due_names[static_cast<int>(item.due)]);
    if (item.due == Due::repeated) json_.member("every", result.every[k]);
    write_money("amount", result.items[k]);
    json_.close_object();
  }

  void write_comparison(const CostComparison& comparison) {
    json_.open_object().key("series").open_list();
    json_.value(estimates_.series[comparison.first].id).value(estimates_.series[comparison.second].id);
    json_.close_list();
    write_list("stretches", comparison.stretches, [this](const Stretch& each) {
      json_.open_object().key("from").raw(decimal(each.from, 6)).key("cheaper");
      if (each.cheaper < 0) json_.null();
      else json_.value(estimates_.series[static_cast<std::size_t>(each.cheaper)].id);
      write_money("cost", each.cost);
      json_.close_object();
    });
    json_.close_object();
  }

  void write_money(std::string_view name, Money money) { json_.key(name).raw(cents(money)); }

  const Estimates& estimates_;
  const Estimate& estimate_;
};

}  // namespace

std::string estimate_json(const Pack& pack, std::string_view request) {
  Result<InputValues> inputs = parse_inputs(pack, request);
  if (!inputs) return problems_json(inputs.problems());
  const Result<Estimate> result = estimate(pack.decision().estimates, inputs.take());
  if (!result) return problems_json(result.problems());
  std::string out;
  EstimateWriter(out, pack, result.value()).write();
  return out;
}

}  // namespace decision_card
