// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "document/fields.hpp"
#include "language/english.hpp"

namespace decision_card {

/// Reads patterns over the lexicon, subjects and claims of a rubric, which are read already.
class PatternReader {
 public:
  PatternReader(Rubric& rubric, Reporter& reporter) : rubric_(rubric), reporter_(reporter) {}

  /// Names the next concept of the lexicon.
  void add_concept(std::string_view id) { concepts_.add(id); }
  /// The list of patterns of this member. `levels`: those that a pattern may name; none outside criteria.
  Slice patterns(Fields& fields, const char* name, std::span<const Level> levels);
  /// The list of wanted concepts of this member: `"a|b"` is either, `"!a"` is a under a negation, `"~a"` is a in any
  /// case.
  Slice wanted(Fields& fields, const char* name, Fields::Need need);
  /// The subjects that a text names: `"a|b"` is either.
  SubjectSet subject(JsonValue value);

 private:
  Pattern pattern(JsonValue value, std::span<const Level> levels);
  void read_scope(Fields& fields, Pattern& pattern);
  void read_level(Fields& fields, std::span<const Level> levels, Pattern& pattern);
  Slice claims(Fields& fields);
  Slice choices(JsonValue value);
  void add_mention(JsonValue at, std::string_view word);
  std::vector<std::string_view> subject_ids() const;

  Rubric& rubric_;
  Reporter& reporter_;
  WordTable concepts_;
};

/// The items of a list from position `first` on.
template <class T>
Slice slice_since(std::size_t first, const std::vector<T>& list) {
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(list.size() - first)};
}

/// An integer member within bounds; `fallback` when it is absent or reported.
std::int32_t integer(Fields& fields, const char* name, Fields::Need need, std::int32_t least, std::int32_t most,
                     std::int32_t fallback);

}  // namespace decision_card
