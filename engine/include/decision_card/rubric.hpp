// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace decision_card {

/// A set of lexicon concepts, by index.
struct ConceptSet {
  static constexpr std::size_t most = 256;
  std::array<std::uint64_t, most / 64> words{};

  void add(std::size_t index) { words[index / 64] |= std::uint64_t{1} << index % 64; }
  void add(const ConceptSet& other) {
    for (std::size_t k = 0; k < words.size(); ++k) words[k] |= other.words[k];
  }
  [[nodiscard]] bool has(std::size_t index) const { return (words[index / 64] >> index % 64 & 1) != 0; }
  [[nodiscard]] bool meets(const ConceptSet& other) const {
    std::uint64_t common = 0;
    for (std::size_t k = 0; k < words.size(); ++k) common |= words[k] & other.words[k];
    return common != 0;
  }
  [[nodiscard]] bool empty() const { return (words[0] | words[1] | words[2] | words[3]) == 0; }
};

/// What a pattern looks for: one of these concepts, said plainly or said under a negation.
struct Wanted {
  ConceptSet plain, negated;
};

/// Subjects are concepts that clauses are about; a set of them as bits, in the order of `Rubric::subjects`.
using SubjectSet = std::uint8_t;

struct Pattern {
  enum class Within : std::uint8_t { clause, sentence };

  SubjectSet subjects = 0;  ///< the clauses looked at are about one of these; 0: whatever they are about
  Within within = Within::sentence;
  bool ordered = false;        ///< the concepts of `has` follow one another
  std::uint16_t gap = 0xFFFF;  ///< at most so many words between two of them (ordered only)
  std::uint16_t level = 0;     ///< index of the level it reaches at least
  std::vector<Wanted> has{}, without{};
  std::vector<std::uint16_t> claims{};  ///< these must all be found, anywhere in the text
};

/// A named set of patterns that other patterns build on.
struct RubricClaim {
  std::string_view id;
  std::vector<Pattern> patterns{};
};

struct Level {
  std::string_view id, title;
  std::int32_t points = 0;
  std::vector<Wanted> also{};  ///< a match reaches this level when its sentence has these too
};

/// What is looked for in a text: by patterns, or by likeness to examples where there are none.
struct Matcher {
  std::vector<Pattern> patterns{};
  std::vector<std::string_view> examples{};
};

struct Criterion {
  std::string_view id, title, hint, model;
  bool bonus = false;  ///< counts in the total, not in the maximum
  std::vector<Level> levels{};
  std::vector<std::uint16_t> sources{};
  Matcher matcher{};
};

struct Misconception {
  std::string_view id, title, correction;
  std::int32_t points = 0;  ///< 0 or negative
  std::vector<std::uint16_t> sources{};
  Matcher matcher{};
};

struct FollowUp {
  std::string_view id, question, why;
  std::vector<Criterion> criteria{};
};

struct Band {
  std::string_view id, title, text;
  std::int32_t least = 0;  ///< percent of the maximum
};

/// A text of the rubric's own with the ids it must be graded with.
struct Sample {
  std::string_view id, text, band;
  std::int32_t follow_up = -1;  ///< index, -1 for the rubric's own question
  std::vector<std::uint16_t> criteria{}, misconceptions{};
};

struct Concept {
  std::string_view id;
  std::vector<std::string_view> phrases{};
};

/// A concept that shows what a clause is about where the clause names no subject: "training" for fine-tuning.
struct Implication {
  std::uint16_t concept_index = 0;
  SubjectSet subject = 0;
};

struct Rubric {
  std::string_view question, why_asked, intro;
  std::int32_t seconds = 0;
  std::vector<Concept> lexicon{};
  std::vector<std::uint16_t> subjects{};  ///< indices into the lexicon
  std::vector<Implication> implied{};
  std::vector<RubricClaim> claims{};
  std::vector<Pattern> topic{};
  std::vector<Criterion> criteria{};
  std::vector<Misconception> misconceptions{};
  std::vector<FollowUp> follow_ups{};
  std::vector<Band> bands{};
  std::vector<Sample> samples{};

  [[nodiscard]] bool present() const { return !question.empty(); }
  /// `follow_up`: index of a follow-up question, or -1 for the rubric's own.
  [[nodiscard]] const std::vector<Criterion>& criteria_of(std::int32_t follow_up) const {
    return follow_up < 0 ? criteria : follow_ups[static_cast<std::size_t>(follow_up)].criteria;
  }
};

}  // namespace decision_card
