// SPDX-License-Identifier: MIT
#include "contract/pack_parts.hpp"
#include "decision_card/contract.hpp"
#include "decision_card/cost_picture.hpp"

namespace decision_card {

namespace {

constexpr std::string_view due_names[] = {"up_front", "monthly", "repeated"};

class EstimateWriter : PackWriter {
 public:
  EstimateWriter(std::string& out, const Pack& pack, const Estimate& result)
      : PackWriter(out, pack), estimates_(pack.decision().estimates), result_(result) {}

  void write() {
    json_.open_object().key("inputs").open_list();
    for (std::size_t k = 0; k < estimates_.inputs.size(); ++k) write_input(k);
    json_.close_list().key("series").open_list();
    for (std::size_t k = 0; k < estimates_.series.size(); ++k) write_series(k);
    json_.close_list();
    write_list("stretches", result_.stretches, [this](const Stretch& each) { write_stretch(each); });
    json_.close_object();
  }

 private:
  void write_input(std::size_t k) {
    json_.open_object().member("id", estimates_.inputs[k].id).key("start").raw(result_.starts[k].number.text);
    json_.member("from_answer", result_.starts[k].from_answer).close_object();
  }

  void write_series(std::size_t series) {
    json_.open_object().member("id", estimates_.series[series].id).key("costs").open_list();
    for (std::size_t k = 0; k < estimates_.costs.size(); ++k) {
      if (estimates_.costs[k].series == series) write_cost(k);
    }
    json_.close_list().key("cumulative").open_list();
    const std::size_t length = estimates_.months + 1;
    for (std::size_t k = series * length; k < (series + 1) * length; ++k) write_fixed(result_.cumulative[k], 2);
    json_.close_list().close_object();
  }

  void write_cost(std::size_t k) {
    const Cost& cost = estimates_.costs[k];
    json_.open_object().member("text", estimates_.formulas[cost.formula].name);
    json_.member("due", due_names[static_cast<int>(cost.due)]).member("every", result_.costs[k].every).key("amount");
    write_fixed(result_.costs[k].amount, 2);
    json_.close_object();
  }

  void write_stretch(const Stretch& each) {
    json_.open_object().key("series").open_list();
    write_id(each.first);
    write_id(each.second);
    json_.close_list().key("from");
    write_fixed(each.from, 6);
    json_.key("cheaper");
    if (each.cheaper < 0) json_.null();
    else write_id(static_cast<std::size_t>(each.cheaper));
    json_.key("cost");
    write_fixed(each.cost, 2);
    json_.close_object();
  }

  void write_id(std::size_t series) { json_.value(estimates_.series[series].id); }

  /// With 2 or 6 decimals; half up. Precondition: not negative.
  void write_fixed(Millionths value, int decimals) {
    if (decimals == 2) value = (value + 5000) / 10000;
    char digits[24];
    char* at = std::end(digits);
    for (int written = 0; value > 0 || written <= decimals; ++written) {
      if (written == decimals) *--at = '.';
      *--at = static_cast<char>('0' + value % 10);
      value /= 10;
    }
    json_.raw({at, static_cast<std::size_t>(std::end(digits) - at)});
  }

  const Estimates& estimates_;
  const Estimate& result_;
};

}  // namespace

std::string estimate_json(const Pack& pack, std::string_view request) {
  Estimate result;
  const Problems problems = estimate(pack, request, result);
  if (!problems.empty()) return problems_json(problems);
  std::string out;
  EstimateWriter(out, pack, result).write();
  return out;
}

}  // namespace decision_card
