// SPDX-License-Identifier: MIT
#pragma once

#include "fields.hpp"

namespace decision_card {

/// Reads patterns over the lexicon, subjects and claims of a rubric, which are read already.
class PatternReader {
 public:
  PatternReader(const Rubric& rubric, Reporter& reporter) : rubric_(rubric), reporter_(reporter) {}

  /// The list of patterns of this member. `levels`: those that a pattern may name; none outside criteria.
  std::vector<Pattern> patterns(Fields& fields, const char* name, const std::vector<Level>& levels);
  /// The list of wanted concepts of this member: `"a|b"` is either, `"!a"` is a under a negation, `"~a"` is a in any
  /// case.
  std::vector<Wanted> wanted(Fields& fields, const char* name, Fields::Need need);
  /// The subjects that a text names: `"a|b"` is either.
  SubjectSet subject(JsonValue value);

 private:
  Pattern pattern(JsonValue value, const std::vector<Level>& levels);
  Wanted wanted_one(JsonValue value);
  void add_concept(Wanted& wanted, JsonValue at, std::string_view word);
  std::vector<std::string_view> subject_ids() const;

  const Rubric& rubric_;
  Reporter& reporter_;
};

/// An integer member within bounds; `fallback` when it is absent or reported.
std::int32_t integer(Fields& fields, const char* name, Fields::Need need, std::int32_t least, std::int32_t most,
                     std::int32_t fallback);

}  // namespace decision_card
