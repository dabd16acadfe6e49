// SPDX-License-Identifier: MIT
#include "rubric/cues_reader.hpp"

#include "decision_card/limits.hpp"
#include "rubric/pattern_reader.hpp"

namespace decision_card::rubric {

using document::Fields;
using document::ids_of;
using document::index_of;
using document::JsonValue;
using document::Reporter;

namespace {

constexpr std::size_t letters = 26;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The rest of a trait's text, taken from its front.
class Rest {
 public:
  explicit Rest(std::string_view text) : text_(text) {}

  [[nodiscard]] bool empty() const { return text_.empty(); }
  std::string_view until_blank() {
    const std::size_t at = text_.find(' ');
    const std::string_view front = text_.substr(0, at);
    text_.remove_prefix(at == std::string_view::npos ? text_.size() : at + 1);
    return front;
  }
  /// Takes one or two digits; 0 where there are none.
  std::int32_t number() {
    std::int32_t value = 0;
    for (int digits = 0; digits < 2 && !text_.empty() && is_digit(text_.front()); ++digits)
      value = value * 10 + (take() - '0');
    return value;
  }
  char take() {
    const char c = text_.front();
    text_.remove_prefix(1);
    return c;
  }
  bool take_if(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }

 private:
  std::string_view text_;
};

class CuesReader {
 public:
  CuesReader(JsonValue value, Rubric& rubric, Reporter& reporter)
      : fields_(value, reporter, {"version", "texts", "criteria", "misconceptions", "traits"}),
        rubric_(rubric),
        cues_(rubric.cues),
        reporter_(reporter) {}

  void read() {
    if (!fields_.valid()) return;
    integer(fields_, "version", Fields::required, 1, 1);
    integer(fields_, "texts", Fields::required, 0, limits::cue_score);
    read_codes("criteria", ids_of(rubric_.criteria_of(std::nullopt)), false, cues_.criteria);
    read_codes("misconceptions", ids_of(rubric_.misconceptions), true, cues_.misconceptions);
    const auto traits = fields_.list("traits", 1, limits::traits, Fields::required);
    if (!traits) return;
    cues_.traits.reserve(traits->size());
    cues_.weights.reserve(traits->size() * 4);
    for (const JsonValue trait : *traits) read_trait(trait);
  }

 private:
  void read_codes(const char* name, const std::vector<std::string_view>& ids, bool misconception, Cues::Bar& bar) {
    const auto member = fields_.find(name, Fields::optional);
    if (!member) return;
    Fields fields(*member, reporter_, {"found", "kept", "codes"});
    if (!fields.valid()) return;
    bar.found = score(fields, "found");
    bar.kept = score(fields, "kept");
    const auto codes = fields.list("codes", 1, limits::criteria, Fields::required);
    if (!codes) return;
    for (const JsonValue code : *codes) read_code(code, ids, misconception);
  }

  static std::int32_t score(Fields& fields, const char* name) {
    return integer(fields, name, Fields::required, -limits::cue_score, limits::cue_score).value_or(0);
  }

  void read_code(JsonValue value, const std::vector<std::string_view>& ids, bool misconception) {
    Fields fields(value, reporter_, {"id", "bias"});
    if (!fields.valid()) return;
    const std::string_view id = fields.id();
    Cues::Code code{misconception, 0, score(fields, "bias")};
    while (code.index < ids.size() && ids[code.index] != id) ++code.index;
    if (code.index == ids.size() && !id.empty())
      return reporter_.report_unknown(misconception ? "unknown_misconception" : "unknown_criterion", value, id,
                                      {misconception ? "a misconception of this rubric" : "a criterion of this rubric"},
                                      ids);
    for (const Cues::Code& other : cues_.codes) {
      if (other.misconception == code.misconception && other.index == code.index)
        return reporter_.report_duplicate(value, id);
    }
    cues_.codes.push_back(code);
  }

  void read_trait(JsonValue value) {
    if (!value.is(document::JsonKind::text)) return report_form(value);
    Rest rest(value.text());
    Cues::Trait trait{rest.until_blank(), rest.number(), {}};
    const std::size_t first = cues_.weights.size();
    if (trait.name.empty() || trait.rarity == 0 || !rest.take_if(' ') || !read_weights(rest)) return report_form(value);
    trait.weights = slice_since(first, cues_.weights);
    if (!cues_.traits.empty() && trait.name <= cues_.traits.back().name)
      return reporter_.report("cue_order", value,
                              {"The trait ", base::quote(trait.name),
                               " does not stand in its place: they are sorted by "
                               "their bytes, and each stands once."},
                              {"Write them with decision-card learn."});
    cues_.traits.push_back(trait);
  }

  /// "aB2c": 1 for the first code, 2 against the second, 1 for the third. From the 27th code on apostrophes go on:
  /// "a'".
  bool read_weights(Rest& rest) {
    const std::size_t first = cues_.weights.size();
    while (!rest.empty()) {
      const char letter = rest.take();
      const bool against = letter >= 'A' && letter <= 'Z';
      if (!against && (letter < 'a' || letter > 'z')) return false;
      auto code = static_cast<std::size_t>(letter - (against ? 'A' : 'a'));
      while (rest.take_if('\'')) code += letters;
      const std::int32_t number = rest.number();
      if (code >= cues_.codes.size()) return false;
      const std::int32_t weight = number == 0 ? 1 : number;
      cues_.weights.push_back(
          {static_cast<std::uint16_t>(code), static_cast<std::int16_t>(against ? -weight : weight)});
    }
    return cues_.weights.size() > first;
  }

  void report_form(JsonValue value) {
    reporter_.report(
        "cue_form", value,
        {"A trait is a text such as \"refresh 9 aB2\": what a sentence has, how rare that is (1 to 99), and a "
         "letter a code with its weight; capitals speak against it."},
        {"Write them with decision-card learn."});
  }

  Fields fields_;
  Rubric& rubric_;
  Cues& cues_;
  Reporter& reporter_;
};

}  // namespace

void read_cues(JsonValue value, Rubric& rubric, Reporter& reporter) { CuesReader(value, rubric, reporter).read(); }

}  // namespace decision_card::rubric
