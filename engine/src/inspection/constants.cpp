// SPDX-License-Identifier: MIT
#include "inspection/constants.hpp"

#include <algorithm>
#include <array>

#include "inspection/ledger.hpp"

namespace decision_card::inspection {

using base::quote;
using document::JsonDocument;
using document::JsonKind;
using document::Reporter;

namespace {

constexpr std::array<std::string_view, 9> comparisons{"==", "!=", "===", "!==", "<", "<=", ">", ">=", "in"};

bool is_constant(JsonValue value) { return value.is(JsonKind::text) || value.is(JsonKind::number); }

class Constants {
 public:
  Constants(JsonValue root, Reporter& reporter) : decision_(member_of(root, "decision")), reporter_(reporter) {}

  /// A list of what is still to be visited takes the place of recursion.
  void run() {
    const JsonDocument& document = decision_.document();
    std::vector<std::uint32_t> todo{decision_.index()};
    while (!todo.empty()) {
      const JsonValue at(document, todo.back());
      todo.pop_back();
      if (!at.is(JsonKind::object) && !at.is(JsonKind::list)) continue;
      if (at.is(JsonKind::object) && at.size() == 1) look_at(*at.begin());
      for (const JsonValue child : at) todo.push_back(child.index());
    }
  }

 private:
  void look_at(JsonValue operands) {
    const bool comparison = std::find(comparisons.begin(), comparisons.end(), operands.key()) != comparisons.end();
    if (!comparison || !operands.is(JsonKind::list) || operands.size() < 2) return;
    const bool in = operands.key() == "in";
    std::uint32_t constants = 0;
    for (const JsonValue operand : operands) constants += is_constant(operand);
    if (in ? is_constant(operands.at(0)) && operands.at(1).is(JsonKind::list) : constants == operands.size())
      report(operands);
  }

  void report(JsonValue operands) {
    for (const JsonValue operand : operands) {
      if (!is_question(operand)) continue;
      reporter_.report("constants_compared", operands,
                       {quote(operand.text()), " is a text here, and not the question of that name."},
                       {"Write {\"var\": ", quote(operand.text()), "}."});
      return;
    }
    reporter_.report("constants_compared", operands,
                     {"Two constants are compared, which comes to the same whatever is answered."},
                     {"Name a question: {\"var\": \"question\"}; or write true or false."});
  }

  [[nodiscard]] bool is_question(JsonValue value) const {
    if (!value.is(JsonKind::text)) return false;
    for (const JsonValue question : member_of(decision_, "questions")) {
      const JsonValue id = member_of(question, "id");
      if (id.is(JsonKind::text) && id.text() == value.text()) return true;
    }
    return false;
  }

  JsonValue decision_;
  Reporter& reporter_;
};

}  // namespace

void refuse_constants(JsonValue root, Reporter& reporter) {
  if (member_of(root, "decision").index() != root.index()) Constants(root, reporter).run();
}

}  // namespace decision_card::inspection
