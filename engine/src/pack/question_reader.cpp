// SPDX-License-Identifier: MIT
#include "pack/question_reader.hpp"

#include <bit>

#include "decision_card/limits.hpp"
#include "pack/priors.hpp"

namespace decision_card::pack {

using base::quote;
using document::index_of;
using document::JsonKind;

namespace {

/// The members of a question besides those that all kinds have.
Fields fields_of(JsonValue value, QuestionKind kind, Reporter& reporter) {
  switch (kind) {
    case QuestionKind::several:
      return {value,
              reporter,
              {"id", "kind", "section", "text", "help", "why", "when", "changeable", "choices", "sources", "least",
               "most"}};
    case QuestionKind::number:
      return {value,
              reporter,
              {"id", "kind", "section", "text", "help", "why", "when", "changeable", "sources", "min", "max", "step",
               "unit"}};
    case QuestionKind::scale:
      return {value,
              reporter,
              {"id", "kind", "section", "text", "help", "why", "when", "changeable", "choices", "sources", "ends"}};
    case QuestionKind::one: break;
  }
  return {
      value, reporter, {"id", "text", "help", "why", "when", "changeable", "choices", "sources", "kind", "section"}};
}

class QuestionReader {
 public:
  QuestionReader(JsonValue value, Question& question, TextReader& texts, Reporter& reporter)
      : value_(value), question_(question), texts_(texts), reporter_(reporter) {}

  void read() {
    read_kind();
    Fields fields = fields_of(value_, question_.kind, reporter_);
    if (!fields.valid()) return;
    question_.id = fields.id();
    question_.text = fields.text("text", Fields::required);
    question_.section = fields.text("section", Fields::optional);
    question_.help = fields.text("help", Fields::optional);
    question_.why = fields.text("why", Fields::optional);
    question_.changeable = fields.flag("changeable");
    question_.conditional = fields.find("when", Fields::optional).has_value();
    question_.sources = texts_.sources(fields);
    if (question_.kind == QuestionKind::number) return read_range(fields);
    if (const auto list = fields.list("choices", 2, limits::choices, Fields::required)) read_choices(*list);
    if (question_.kind == QuestionKind::scale) read_ends(fields);
    if (question_.several()) read_bounds(fields);
  }

 private:
  void read_kind() {
    if (!value_.is(JsonKind::object)) return;
    for (const JsonValue member : value_) {
      if (member.key() != "kind") continue;
      for (const auto& [kind, word] : question_kind_words) {
        if (!member.is(JsonKind::text) || member.text() != word) continue;
        question_.kind = kind;
        return;
      }
      reporter_.report(
          "unknown_kind", member, {"This is no kind of question."},
          {"A question's \"kind\" is \"one\" (also without this field), \"several\", \"number\" or \"scale\"."});
    }
  }

  // Choices ----------------------------------------------------------------------------------------------------------

  void read_choices(JsonValue list) {
    std::vector<Choice>& choices = question_.several() ? question_.parts : question_.choices;
    for (const JsonValue item : list) {
      if (choices.size() >= limits::choices) return;
      Choice choice;
      read_choice(item, choice);
      if (!choice.id.empty() && index_of(choices, choice.id)) reporter_.report_duplicate(item, choice.id);
      if (!choices.empty() && choice.value_text.empty() != choices.front().value_text.empty()) {
        reporter_.report("mixed_values", item,
                         {"Some choices of ", quote(question_.id), " have a value and some have none."},
                         {"Give every choice a \"value\", or none."});
      }
      choices.push_back(choice);
    }
    if (!question_.several()) check_priors(list, question_, reporter_);
  }

  void read_choice(JsonValue item, Choice& choice) {
    Fields fields = question_.several() ? Fields(item, reporter_, {"id", "text", "exclusive"})
                                        : Fields(item, reporter_, {"id", "text", "value", "prior"});
    if (!fields.valid()) return;
    choice.id = fields.id();
    choice.text = fields.text("text", Fields::required);
    if (question_.several()) {
      choice.exclusive = fields.flag("exclusive");
      return;
    }
    choice.weight = read_prior(fields);
    const auto value = fields.find("value", JsonKind::number, Fields::optional);
    if (!value) return;
    constexpr double largest = 9007199254740991.0;  // exact in a double and in JavaScript
    choice.value = value->number();
    choice.value_text = value->text();
    if (std::abs(choice.value) > largest) {
      reporter_.report("number_out_of_range", *value, {"The value ", value->text(), " is too large."},
                       {"Use a number within ±9007199254740991."});
    }
  }

  void read_ends(Fields& fields) {
    const auto ends = fields.list("ends", 2, 2, Fields::required);
    if (!ends || ends->size() != 2) return;
    for (const JsonValue end : *ends) {
      if (end.is(JsonKind::text) && !end.text().empty())
        (end.index() == ends->at(0).index() ? question_.low_end : question_.high_end) = end.text();
      else
        reporter_.report("wrong_type", end, {"What an end of the scale means is a text."},
                         {"Write \"ends\": [ \"Not at all\", \"Completely\" ]."});
    }
  }

  // Several ----------------------------------------------------------------------------------------------------------

  void read_bounds(Fields& fields) {
    std::uint32_t free = 0;
    for (const Choice& part : question_.parts) free += !part.exclusive;
    question_.least = bound(fields, "least", 0, free, 1);
    question_.most = bound(fields, "most", 1, free, free);
    if (question_.parts.size() < 2) return;  // said of the list
    if (question_.least > question_.most)
      return refuse_bounds({"At least ", std::to_string(question_.least), " and at most ",
                            std::to_string(question_.most), " choices can't be chosen."},
                           {"Let \"least\" be no more than \"most\"."});
    collect_sets(free);
  }

  std::uint8_t bound(Fields& fields, const char* name, std::uint32_t low, std::uint32_t high, std::uint32_t usual) {
    const auto value = fields.find(name, JsonKind::number, Fields::optional);
    if (!value) return static_cast<std::uint8_t>(usual);
    const double number = value->number();
    if (number >= low && number <= high && number == std::floor(number)) return static_cast<std::uint8_t>(number);
    reporter_.report("bad_bounds", *value,
                     {quote(name), " is a whole number from ", std::to_string(low), " to ", std::to_string(high),
                      ", the number of choices that can be chosen together."},
                     {"Choices that are \"exclusive\" don't count."});
    return static_cast<std::uint8_t>(usual);
  }

  void refuse_bounds(base::Parts message, base::Parts suggestion) {
    reporter_.report("bad_bounds", value_, message, suggestion);
  }

  /// All sets that may be chosen: small ones first, then each exclusive choice by itself.
  void collect_sets(std::uint32_t free) {
    double all = 0, of_size = 1;  // binomial coefficients, one after the other
    for (std::uint32_t size = 0; size <= question_.most; ++size) {
      if (size >= question_.least) all += of_size;
      of_size = of_size * (free - size) / (size + 1);
    }
    all += static_cast<double>(question_.parts.size() - free);
    if (all > static_cast<double>(limits::sets)) return refuse_sets(all);
    for (std::uint32_t size = question_.least; size <= question_.most; ++size) add_sets(size, free);
    for (std::size_t part = 0; part < question_.parts.size(); ++part) {
      if (question_.parts[part].exclusive) question_.sets.push_back(ChosenSet{1} << part);
    }
    if (question_.sets.size() < 2)
      refuse_bounds({"There is only one way to answer ", quote(question_.id), "."},
                    {"Change \"least\" or \"most\", or add a choice."});
    question_.choices.resize(question_.sets.size());
  }

  void refuse_sets(double all) {
    refuse_bounds(
        {"The choices of ", quote(question_.id), " can be chosen in ", std::to_string(static_cast<std::uint64_t>(all)),
         " ways, and a card tells at most ", std::to_string(limits::sets), " apart."},
        {"Let \"most\" be lower, or ask in two questions."});
  }

  /// Numbers with so many bits in ascending order (Gosper's way), spread over the choices that aren't exclusive.
  void add_sets(std::uint32_t size, std::uint32_t free) {
    std::uint64_t set = (std::uint64_t{1} << size) - 1;
    for (; set < std::uint64_t{1} << free;) {
      question_.sets.push_back(spread(set));
      if (set == 0) return;
      const std::uint64_t low = set & (~set + 1), carried = set + low;
      set = carried | ((set ^ carried) >> 2) / low;
    }
  }

  [[nodiscard]] ChosenSet spread(std::uint64_t set) const {
    ChosenSet chosen = 0;
    for (std::size_t part = 0; part < question_.parts.size(); ++part) {
      if (question_.parts[part].exclusive) continue;
      if ((set & 1) != 0) chosen |= ChosenSet{1} << part;
      set >>= 1;
    }
    return chosen;
  }

  // Numbers ----------------------------------------------------------------------------------------------------------

  void read_range(Fields& fields) {
    NumberRange& range = question_.range;
    const bool bounds = number(fields, "min", Fields::required, range.lowest, range.lowest_text) &&
                        number(fields, "max", Fields::required, range.highest, range.highest_text);
    const bool step = number(fields, "step", Fields::optional, range.step, range.step_text);
    range.unit = fields.text("unit", Fields::optional);
    question_.choices.resize(1);
    const bool rises = NumberRange::whole(range.step) > 0;
    if (!rises) range.step = 1;  // what reads the rest of the pack divides by it
    if (!bounds || !step) return;
    if (range.lowest >= range.highest)
      return refuse_bounds({"\"min\" is not below \"max\"."}, {"Let the numbers go from \"min\" up to \"max\"."});
    if (!rises || range.at(range.steps()) != range.highest)
      return refuse_bounds(
          {"Steps of ", range.step_text, " don't lead from ", range.lowest_text, " to ", range.highest_text, "."},
          {"Choose \"step\" above 0 and such that \"max\" is \"min\" and a number of steps."});
  }

  /// False after a problem.
  bool number(Fields& fields, const char* name, Fields::Need need, double& number, std::string_view& text) {
    const auto value = fields.find(name, JsonKind::number, need);
    if (!value) return need == Fields::optional && !fields.find(name, Fields::optional);
    number = value->number();
    text = value->text();
    if (std::abs(number) <= limits::number &&
        static_cast<double>(NumberRange::whole(number)) / limits::millionths == number)
      return true;
    reporter_.report("number_out_of_range", *value, {"The number ", text, " is too large, or too fine."},
                     {"Use a number within ±1,000,000,000 with at most 6 decimals."});
    return false;
  }

  JsonValue value_;
  Question& question_;
  TextReader& texts_;
  Reporter& reporter_;
};

}  // namespace

void read_question(JsonValue value, Question& question, TextReader& texts, Reporter& reporter) {
  QuestionReader(value, question, texts, reporter).read();
}

}  // namespace decision_card::pack
