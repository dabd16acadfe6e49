// SPDX-License-Identifier: MIT
#include "inspection/declarations_reader.hpp"

#include <algorithm>

#include "decision_card/limits.hpp"
#include "inspection/finding_codes.hpp"

namespace decision_card::inspection {

using base::quote;
using document::Fields;
using document::ids_of;
using document::index_of;
using document::JsonKind;
using document::JsonValue;
using document::kind_name;
using document::references;
using document::Reporter;

namespace {

/// An error can't be accepted.
std::vector<std::string_view> acceptable_codes() {
  std::vector<std::string_view> codes;
  for (const FindingCode& known : finding_codes) {
    if (known.severity != Severity::error) codes.push_back(known.code);
  }
  return codes;
}

class DeclarationsReader {
 public:
  DeclarationsReader(const Decision& decision, Reporter& reporter) : decision_(decision), reporter_(reporter) {}

  Declarations read(JsonValue root) {
    for (const JsonValue member : root) {
      if (member.key() != "decision") continue;
      for (const JsonValue part : member) {
        if (part.key() == "laws") each(part, limits::laws, &DeclarationsReader::read_law);
        if (part.key() == "accepted") each(part, limits::accepted, &DeclarationsReader::read_acceptance);
      }
    }
    return std::move(declarations_);
  }

 private:
  void each(JsonValue list, std::size_t most, void (DeclarationsReader::*read_item)(JsonValue)) {
    if (!list.is(JsonKind::list)) {
      reporter_.report("wrong_type", list,
                       {quote(list.key()), " must be a list, and it is ", kind_name(list.kind()), "."});
    } else if (list.size() > most) {
      reporter_.report("too_many", list,
                       {quote(list.key()), " holds ", std::to_string(list.size()), "; at most ", std::to_string(most),
                        " are allowed."});
    } else {
      for (const JsonValue item : list) (this->*read_item)(item);
    }
  }

  void read_law(JsonValue value) {
    Fields fields(value, reporter_, {"id", "raise", "order", "never_lowers", "keeps", "because"});
    if (!fields.valid()) return;
    Law law;
    law.id = fields.id();
    law.because = fields.text("because", Fields::required);
    if (std::any_of(declarations_.laws.begin(), declarations_.laws.end(),
                    [&](const Law& other) { return other.id == law.id; }))
      reporter_.report_duplicate(value, law.id);
    if (const auto question =
            reference(fields, "raise", decision_.questions, "unknown_question", "a question of this pack")) {
      law.raise = *question;
      read_order(fields, law);
    }
    read_claim(fields, value, law);
    declarations_.laws.push_back(std::move(law));
  }

  template <class T>
  std::optional<Index> reference(Fields& fields, const char* name, const std::vector<T>& items, const char* unknown,
                                 std::string_view what, Fields::Need need = Fields::required) {
    const std::string_view id = fields.text(name, need);
    if (id.empty()) return std::nullopt;
    const auto found = index_of(items, id);
    if (found) return static_cast<Index>(*found);
    reporter_.report_unknown(unknown, *fields.find(name, need), id, {what}, ids_of(items));
    return std::nullopt;
  }

  /// The order is the one given, else that of the values, else that of the list.
  void read_order(Fields& fields, Law& law) {
    const Question& question = decision_.questions[law.raise];
    Indices order;
    const std::uint32_t least = question.several() ? 1 : 2;
    if (question.kind == QuestionKind::number && fields.find("order", Fields::optional)) {
      reporter_.report("bad_law", *fields.find("order", Fields::optional),
                       {"Numbers are raised from low to high, so they need no \"order\"."}, {"Remove it."});
    } else if (const auto list = fields.list("order", least, limits::choices, Fields::optional)) {
      order = references(fields, "order", ids_of(question.offered()), "unknown_choice", "a choice of the question",
                         limits::choices);
    } else {
      order = by_value(question.offered());
    }
    if (question.several()) return add_choices(question, order, law);
    for (std::size_t k = 1; k < order.size(); ++k)
      law.steps.push_back({static_cast<std::uint8_t>(order[k - 1]), static_cast<std::uint8_t>(order[k])});
  }

  static Indices by_value(const std::vector<Choice>& choices) {
    Indices order;
    for (Index choice = 0; choice < choices.size(); ++choice) {
      auto at = order.end();
      while (at != order.begin() && choices[*(at - 1)].value > choices[choice].value) --at;
      order.insert(at, choice);
    }
    return order;
  }

  /// Where several may be chosen, raising is adding one of these choices to others.
  static void add_choices(const Question& question, const Indices& parts, Law& law) {
    for (std::size_t answer = 0; answer < question.sets.size(); ++answer) {
      for (const Index part : parts) {
        const auto more = question.changed_by(answer, part);
        const ChosenSet both = question.sets[answer] | ChosenSet{1} << part;
        if (more && question.sets[*more] == both && question.sets[answer] != both)
          law.steps.push_back({static_cast<std::uint8_t>(answer), *more});
      }
    }
  }

  void read_claim(Fields& fields, JsonValue value, Law& law) {
    const bool lowers = fields.find("never_lowers", Fields::optional).has_value();
    const bool keeps = fields.find("keeps", Fields::optional).has_value();
    if (lowers == keeps) {
      reporter_.report("bad_law", value, {"A law says either what is never lowered or what it keeps."},
                       {"Give it \"never_lowers\" with an alternative, or \"keeps\" with a recommendation."});
      return;
    }
    if (lowers) {
      const auto alternative = reference(fields, "never_lowers", decision_.alternatives, "unknown_alternative",
                                         "an alternative of this pack");
      if (alternative) law.claim = NeverLowers{*alternative};
    } else {
      const auto recommendation = reference(fields, "keeps", decision_.recommendations, "unknown_recommendation",
                                            "a recommendation of this pack");
      if (recommendation) law.claim = Keeps{*recommendation};
    }
  }

  void read_acceptance(JsonValue value) {
    Fields fields(value, reporter_, {"code", "of", "because"});
    if (!fields.valid()) return;
    const Acceptance accepted{fields.text("code", Fields::required), fields.text("of", Fields::optional),
                              fields.text("because", Fields::required)};
    const std::vector<std::string_view> codes = acceptable_codes();
    const bool known = std::find(codes.begin(), codes.end(), accepted.code) != codes.end();
    if (!known && !accepted.code.empty())
      reporter_.report_unknown("unknown_finding", *fields.find("code", Fields::required), accepted.code,
                               {"the code of a warning or note"}, codes);
    declarations_.accepted.push_back(accepted);
  }

  const Decision& decision_;
  Reporter& reporter_;
  Declarations declarations_{};
};

}  // namespace

Declarations read_declarations(JsonValue root, const Decision& decision, Reporter& reporter) {
  return DeclarationsReader(decision, reporter).read(root);
}

}  // namespace decision_card::inspection
