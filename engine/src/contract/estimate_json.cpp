// SPDX-License-Identifier: MIT
#include "contract/json_writer.hpp"
#include "decision_card/contract.hpp"
#include "decision_card/cost_picture.hpp"

namespace decision_card::contract {

namespace {

class CostPictureWriter {
 public:
  CostPictureWriter(std::string& out, const Pack& pack, const CostPicture& result)
      : json_(out), estimates_(pack.decision().estimates), result_(result) {}

  void write() {
    json_.open_object().key("inputs").open_list();
    for (std::size_t k = 0; k < estimates_.inputs.size(); ++k) write_input(k);
    json_.close_list().key("series").open_list();
    for (std::size_t k = 0; k < estimates_.series.size(); ++k) write_series(k);
    json_.close_list();
    write_list(json_, "stretches", result_.stretches, [this](const Stretch& each) { write_stretch(each); });
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
    json_.member("due", word_for(cost.due, due_words)).member("every", result_.costs[k].every).key("amount");
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
    if (each.cheaper) write_id(*each.cheaper);
    else json_.null();
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

  JsonWriter json_;
  const Estimates& estimates_;
  const CostPicture& result_;
};

}  // namespace

}  // namespace decision_card::contract

namespace decision_card {

std::string estimate_json(const Pack& pack, std::string_view request) {
  const Result<CostPicture> picture = cost_picture(pack, request);
  if (!picture) return problems_json(picture.problems());
  std::string out;
  contract::CostPictureWriter(out, pack, picture.value()).write();
  return out;
}

}  // namespace decision_card
