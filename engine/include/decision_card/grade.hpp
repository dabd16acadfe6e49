// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "decision_card/closed_set.hpp"
#include "decision_card/pack.hpp"
#include "decision_card/span.hpp"

namespace decision_card {

/// What found something: a pattern of the author's, cues alone, or the reader's own word.
enum class Certainty : std::uint8_t { certain, probable, claimed };
inline constexpr ValueWord<Certainty> certainty_words[] = {
    {Certainty::certain, "certain"}, {Certainty::probable, "probable"}, {Certainty::claimed, "claimed"}};
static_assert(in_order(certainty_words));

/// Where something was found, and by what.
struct GradeFinding {
  Certainty certainty = Certainty::certain;
  std::span<const Evidence> evidence{};  ///< in the order of the text, without overlap
  std::span<const Span> telling{};       ///< where cues found it: the words that weighed most
};

struct CriterionGrade : GradeFinding {
  std::uint16_t level = 0;  ///< 0: missed; 1: the first level
  std::int32_t points = 0;
};

struct MisconceptionGrade : GradeFinding {
  Index index = 0;
  std::int32_t points = 0;
};

struct Remark {
  enum class Kind : std::uint8_t { empty, brief, lengthy, repetition, keywords };
  Kind kind = Kind::empty;
  std::span<const Span> spans{};
};
inline constexpr ValueWord<Remark::Kind> remark_words[] = {{Remark::Kind::empty, "empty"},
                                                           {Remark::Kind::brief, "short"},
                                                           {Remark::Kind::lengthy, "long"},
                                                           {Remark::Kind::repetition, "repetition"},
                                                           {Remark::Kind::keywords, "keywords"}};
static_assert(in_order(remark_words));

/// Its parts point into its lists, which is why a grade can be moved but not copied.
struct Grade {
  Grade() = default;
  Grade(Grade&&) = default;
  Grade& operator=(Grade&&) = default;

  bool complete = true;      ///< false: the text takes more than budgets::grading, and the rest means nothing
  std::int32_t total = 0;    ///< never below 0
  std::int32_t maximum = 0;  ///< without criteria that only add
  Index band = 0;
  std::uint32_t words = 0;
  std::vector<CriterionGrade> criteria{};  ///< one a criterion
  std::vector<MisconceptionGrade> misconceptions{};
  std::vector<Remark> remarks{};

  std::vector<Evidence> evidence{};  ///< of all criteria and misconceptions
  std::vector<Span> spans{};         ///< of all remarks
  std::vector<Span> telling{};       ///< of all that cues found
};

/// A pack's rubric made ready for grading: its lexicon as a trie, its patterns by concept. It takes about a
/// millisecond, so that it is made when the first text is to be graded, and kept.
struct Grader;
/// Precondition: the pack has a rubric.
std::shared_ptr<const Grader> make_grader(const Pack& pack);

/// What the reader says of the own text: "I said this" of a criterion that was missed, with the words that say it; "I
/// didn't mean that" of something found.
struct ReaderMark {
  enum class Kind : std::uint8_t { claim, reject_criterion, reject_misconception };
  Kind kind = Kind::claim;
  Index index = 0;  ///< of a criterion of the question asked, or of a misconception
  Span span{};      ///< of a claim
};

/// Grades a text (UTF-8; bytes that are none count as one unknown character each) in time linear in its length.
/// `follow_up`: index of a follow-up question; none for the rubric's own. `marks`: judged as if they were found, or
/// were not; a claim is worth the first level, or that of what was probable, and nothing beside what is certain.
Grade grade(const Grader& grader, std::string_view text, std::optional<Index> follow_up = std::nullopt,
            std::span<const ReaderMark> marks = {});

}  // namespace decision_card
