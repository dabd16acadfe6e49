// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decision_card/grade.hpp"
#include "decision_card/rubric.hpp"
#include "decision_card/span.hpp"

/// What only a rubric's author asks for: how a text was read, and what it would have taken to find something.
namespace decision_card {

/// The traits of each sentence of a text by their names, of all words and not only of those that the rubric's cues
/// know: what cues are learned from. The cells of a table's row are one sentence.
std::vector<std::vector<std::string>> traits_of(const Grader& grader, std::string_view text);

/// What a text comes to for one code of the rubric's cues.
struct CueHearing {
  std::int32_t score = 0;
  bool pattern = false;  ///< a pattern found it
};
/// One a code, in the order of `Cues::codes`.
std::vector<CueHearing> hear_codes(const Grader& grader, std::string_view text);

struct Explanation {
  struct Said {
    Span span;
    std::uint16_t concept_index = 0;
    bool denied = false;
    SubjectSet about = 0;
  };
  struct Sentence {
    Span span;
    SubjectSet about = 0;  ///< what its last clause is about
    bool listing = false;  ///< words in a row that say nothing
    std::vector<Said> said{};
    std::vector<Span> denied{}, muted{};  ///< words under a negation; words that count neither way
  };
  /// The pattern that came closest in some sentence, and what it lacked there.
  struct Closest {
    std::uint16_t pattern = 0;
    Span sentence;
    std::vector<std::string> lacks{};   ///< wanted and not there, or not about the pattern's subject
    std::vector<std::string> spoils{};  ///< there and not wanted
    SubjectSet subjects = 0;            ///< what the pattern wants them to be about
  };
  struct Reason {
    std::string_view trait;
    std::int32_t weight = 0;
    Span span;
  };
  struct Cue {
    std::int32_t score = 0, found = 0, kept = 0;  ///< and the two bars
    Span window;
    std::vector<Reason> reasons{};  ///< the weightiest first
  };
  /// A criterion of the rubric's own question, or a misconception.
  struct Code {
    bool misconception = false;
    std::uint16_t index = 0;
    std::optional<Certainty> certainty{};  ///< none: not found
    bool overruled = false;                ///< a pattern found it, and the cues clearly deny it
    std::optional<Closest> closest{};      ///< where no pattern found it
    std::optional<Cue> cue{};
  };
  std::vector<Sentence> sentences{};
  std::vector<Code> codes{};
};
Explanation explain(const Grader& grader, std::string_view text);

}  // namespace decision_card
