// SPDX-License-Identifier: MIT
#pragma once

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
  double value = 0;
  std::string_view value_text{};  ///< the number as the pack writes it; empty: no value
  double weight = 1;              ///< how often it is chosen, beside the question's other choices: a whole number
};

struct Question {
  std::string_view id, text, help, why;
  bool changeable = false;   ///< the reader could act to change this answer
  bool conditional = false;  ///< has a `when`
  Condition when{};          ///< over earlier questions only
  std::vector<Choice> choices{};
  Indices sources{};

  [[nodiscard]] bool numeric() const { return !choices.empty() && !choices.front().value_text.empty(); }
  /// Bits of this question's values in a literal: the choices, and "not asked" above them.
  [[nodiscard]] std::uint64_t all_choices() const { return (std::uint64_t{1} << choices.size()) - 1; }
  [[nodiscard]] std::uint64_t not_asked() const { return std::uint64_t{1} << choices.size(); }
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

/// One answers object as small integers: per question the index of its choice.
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

/// Reads `{question id: choice id | null}`. Null and absence mean unanswered.
Result<Answers> parse_answers(const Pack& pack, std::string_view text);

}  // namespace decision_card
