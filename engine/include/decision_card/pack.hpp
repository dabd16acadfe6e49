// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "decision_card/closed_set.hpp"
#include "decision_card/condition.hpp"
#include "decision_card/estimates.hpp"
#include "decision_card/limits.hpp"
#include "decision_card/problem.hpp"
#include "decision_card/rubric.hpp"

namespace decision_card {

/// The texts of a document, one behind the other, in memory that all share who hold views into it.
using Texts = std::shared_ptr<const char[]>;

struct Source {
  std::string_view id, title, url, published, note;  ///< url is https or empty
};

/// Where the condition of a text stands in `Decision::text_conditions`. Nothing: it always holds.
using TextCondition = std::optional<Index>;

/// A sentence with the sources (indices) that support it.
struct Claim {
  std::string_view text;
  Indices sources{};
  TextCondition when{};
};

/// One way to say a text.
struct Variant {
  std::string_view text;
  TextCondition when{};
};

/// The ways to say a text: the first whose condition certainly holds is said. None: there is no such text.
using Variants = std::vector<Variant>;

/// True when there is one way to say it, which every reader sees.
[[nodiscard]] inline bool is_plain(const Variants& text) { return text.size() == 1 && !text.front().when; }

struct Choice {
  std::string_view id, text;
  double value = 0;               ///< of an interval: its lowest number
  std::string_view value_text{};  ///< the number as the pack writes it; empty: no value
  double weight = 1;              ///< how often it is chosen, beside the question's other choices: a whole number
  double highest = 0;             ///< of an interval
  bool exclusive = false;         ///< of several: never chosen with another, such as "none of these"
};

enum class QuestionKind : std::uint8_t { one, several, number, scale };
inline constexpr ValueWord<QuestionKind> question_kind_words[] = {{QuestionKind::one, "one"},
                                                                  {QuestionKind::several, "several"},
                                                                  {QuestionKind::number, "number"},
                                                                  {QuestionKind::scale, "scale"}};
static_assert(in_order(question_kind_words));

/// The numbers that answer a question: every step from the lowest to the highest.
struct NumberRange {
  double lowest = 0, highest = 0, step = 1;
  std::string_view lowest_text{}, highest_text{}, step_text{"1"}, unit{};

  /// How many steps lead from the lowest to the highest.
  [[nodiscard]] std::int64_t steps() const { return (whole(highest) - whole(lowest)) / whole(step); }
  /// The number so many steps above the lowest.
  [[nodiscard]] double at(std::int64_t steps_up) const {
    return static_cast<double>(whole(lowest) + steps_up * whole(step)) / limits::millionths;
  }
  [[nodiscard]] bool has(double number) const {
    if (!(number >= lowest && number <= highest)) return false;
    return at((whole(number) - whole(lowest)) / whole(step)) == number;
  }
  /// A number as millionths, which are exact for all that has at most six decimals.
  [[nodiscard]] static std::int64_t whole(double number) { return std::llround(number * limits::millionths); }
};

/// Which of a question's choices are chosen, as bits.
using ChosenSet = std::uint32_t;

struct Question {
  std::string_view id, text, help, why, section;
  QuestionKind kind = QuestionKind::one;
  bool changeable = false;   ///< the reader could act to change this answer
  bool conditional = false;  ///< has a `when`
  Condition when{};          ///< over earlier questions only
  /// The answers that conditions can tell apart: the choices; where several may be chosen, each set that may be; of a
  /// number, the intervals.
  std::vector<Choice> choices{};
  Indices sources{};
  std::vector<Choice> parts{};         ///< of several: what is chosen from
  std::vector<ChosenSet> sets{};       ///< of several: by answer, the parts that are chosen
  std::uint8_t least = 0, most = 0;    ///< of several: how many
  NumberRange range{};                 ///< of a number
  std::string_view low_end, high_end;  ///< of a scale: what its ends mean

  [[nodiscard]] bool several() const { return kind == QuestionKind::several; }
  [[nodiscard]] bool numeric() const {
    return kind == QuestionKind::number || (!choices.empty() && !choices.front().value_text.empty());
  }
  /// What a reader chooses from; of a number, its intervals.
  [[nodiscard]] const std::vector<Choice>& offered() const { return several() ? parts : choices; }
  /// Whether a literal on this question allows one of its answers, or what stands behind the last: "not asked".
  [[nodiscard]] bool allows(const Literal& literal, std::size_t answer) const {
    if (sets.empty()) return (literal.allowed >> answer & 1) != 0;
    if (answer == sets.size()) return (literal.allowed & Chosen::not_asked) != 0;
    return (literal.allowed & ((sets[answer] >> literal.part & 1) != 0 ? Chosen::yes : Chosen::no)) != 0;
  }
  /// The answer that one of the choices offered changes another answer to: to itself, or where several may be chosen,
  /// to the same with this one added or dropped; an exclusive choice takes the place of all others, and they its place.
  /// Nothing where that is no answer, or the same.
  [[nodiscard]] std::optional<std::uint8_t> changed_by(std::size_t answer, std::size_t choice) const {
    if (!several()) return choice == answer ? std::nullopt : std::optional(static_cast<std::uint8_t>(choice));
    ChosenSet chosen = sets[answer] ^ ChosenSet { 1 } << choice;
    if ((chosen >> choice & 1) != 0) {
      for (std::size_t part = 0; part < parts.size(); ++part) {
        if (part != choice && (parts[part].exclusive || parts[choice].exclusive)) chosen &= ~(ChosenSet{1} << part);
      }
    }
    for (std::size_t k = 0; k < sets.size(); ++k) {
      if (sets[k] == chosen) return static_cast<std::uint8_t>(k);
    }
    return std::nullopt;
  }
};

struct Alternative {
  std::string_view id, name, summary;
  std::int32_t lowest = 0, highest = 0;  ///< the range of the score over all complete answers
};

struct ScoreRange {
  std::int32_t lowest = 0, highest = 0;
  bool exact = true;  ///< false: perhaps wider than what can be reached
};

struct Rule {
  std::string_view id, because, detail;  ///< detail: the figures behind the short reason
  Condition when{};                      ///< over questions
  std::vector<std::int32_t> points{};    ///< one an alternative, 0 where the rule is silent
  Indices sources{};
};

enum class GateState : std::uint8_t { pass, fail, unknown };
inline constexpr ValueWord<GateState> gate_state_words[] = {
    {GateState::pass, "pass"}, {GateState::fail, "fail"}, {GateState::unknown, "unknown"}};
static_assert(in_order(gate_state_words));

struct Gate {
  std::string_view id, text;
  Variants pass{}, fail{}, unknown{};
  Condition when{};  ///< over questions and scores
  Indices sources{};

  /// What is said of it in this state.
  [[nodiscard]] const Variants& said(GateState state) const {
    return state == GateState::pass ? pass : state == GateState::fail ? fail : unknown;
  }
};

struct Recommendation {
  std::string_view id, title;
  Variants summary{};        ///< the last is without a condition
  Variants despite{};        ///< why it is given where another alternative has more points
  Variants why_not{};        ///< why another is given
  bool conditional = false;  ///< all but the last
  Condition when{};          ///< over questions, scores and gates
  Indices alternatives{};
  std::vector<Claim> steps{}, risks{}, measure{}, costs{};
  Indices sources{};
};

struct Note {
  std::string_view id, title, text;
  Condition when{};
  Indices recommendations{};  ///< shown only for these; empty: for all
  Indices sources{};
};

/// One answers object as small integers: per question the index of its choice (Question::choices).
struct Answers {
  static constexpr std::uint8_t unanswered = 0xFF;
  std::vector<std::uint8_t> choices{};

  /// No answer to any of so many questions.
  [[nodiscard]] static Answers none(std::size_t questions) {
    return {std::vector<std::uint8_t>(questions, unanswered)};
  }
};

struct Case {
  std::string_view id, note;
  Answers answers{};
  Index expect = 0;
};

struct Decision {
  std::string_view question, intro;
  Variants gates_text{};
  std::optional<Claim> heuristic{};  ///< the one line that every card says
  std::vector<Question> questions{};
  std::vector<Alternative> alternatives{};
  std::vector<Rule> rules{};
  std::vector<Gate> gates{};
  std::vector<ScoreTest> score_tests{};
  std::vector<Recommendation> recommendations{};
  std::vector<Note> notes{};
  std::vector<Case> cases{};
  std::vector<Condition> text_conditions{};  ///< of variants and claims, over questions, scores and gates
  Estimates estimates{};

  [[nodiscard]] bool present() const { return !recommendations.empty(); }
};

/// Texts are views into `texts`, which is why a pack's content can't be copied.
struct PackContent {
  PackContent() = default;
  PackContent(PackContent&&) = default;
  PackContent& operator=(PackContent&&) = default;

  std::string_view id, version, language, title, description, updated;
  std::vector<std::string_view> authors{};
  std::vector<Source> sources{};
  Decision decision{};
  Rubric rubric{};
  Texts texts{};
};

namespace document {
class JsonDocument;
class JsonValue;
class Reporter;
}  // namespace document

namespace decision {
struct Program;
}

/// What a module reads of a pack: a reader for each of its sections. A section without one is passed over, and what
/// reads it stays out of the module.
struct Sections {
  using Reader = void (*)(document::JsonValue section, PackContent& content, document::Reporter& reporter);
  Reader decision = nullptr, rubric = nullptr;
  /// Makes the program of a decision without problems, and finds the ranges of its scores.
  std::shared_ptr<const decision::Program> (*compile)(Decision& decision) = nullptr;
};

extern const Sections decision_section, rubric_section, all_sections;

/// A pack that was read without problems, with its decision compiled. Immutable and cheap to copy; only
/// `parse_pack` makes one.
class Pack {
 public:
  [[nodiscard]] const PackContent& content() const { return *content_; }
  [[nodiscard]] const Decision& decision() const { return content_->decision; }
  [[nodiscard]] const Rubric& rubric() const { return content_->rubric; }
  [[nodiscard]] const decision::Program& program() const { return *program_; }

 private:
  friend Result<Pack> parse_pack(document::JsonDocument document, const Sections& sections);
  Pack(std::shared_ptr<const PackContent> content, std::shared_ptr<const decision::Program> program)
      : content_(std::move(content)), program_(std::move(program)) {}

  std::shared_ptr<const PackContent> content_;
  std::shared_ptr<const decision::Program> program_;
};

/// Reads a pack (docs/pack-format.md) from UTF-8 JSON. Reports all problems it finds, in document order, at most
/// limits::problems.
Result<Pack> parse_pack(std::string_view text, const Sections& sections = all_sections);
/// Reads a document that is parsed already; the pack takes its texts.
Result<Pack> parse_pack(document::JsonDocument document, const Sections& sections = all_sections);

/// Reads `{question id: choice id | [choice ids] | number | null}`. Null and absence mean unanswered.
Result<Answers> parse_answers(const Pack& pack, std::string_view text);

}  // namespace decision_card
