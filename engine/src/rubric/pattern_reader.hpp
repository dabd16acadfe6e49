// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/word_table.hpp"
#include "document/fields.hpp"

namespace decision_card::rubric {

/// Reads patterns over the lexicon, subjects and claims of a rubric, which are read already.
class PatternReader {
 public:
  PatternReader(Rubric& rubric, document::Reporter& reporter) : rubric_(rubric), reporter_(reporter) {}

  /// Names the next concept of the lexicon.
  void add_concept(std::string_view id) { concepts_.add(id); }
  /// Reads the list of patterns of this member. `levels`: those that a pattern may name; none outside criteria.
  Slice patterns(document::Fields& fields, const char* name, std::span<const Level> levels);
  /// Reads the list of wanted concepts of this member: `"a|b"` is either, `"!a"` is a under a negation, `"~a"` is a in
  /// any case.
  Slice wanted(document::Fields& fields, const char* name, document::Fields::Need need);
  /// Reads the subjects that a text names: `"a|b"` is either.
  SubjectSet subject(document::JsonValue value);

 private:
  Pattern pattern(document::JsonValue value, std::span<const Level> levels);
  void read_scope(document::Fields& fields, Pattern& pattern);
  void read_level(document::Fields& fields, std::span<const Level> levels, Pattern& pattern);
  Slice claims(document::Fields& fields);
  Slice choices(document::JsonValue value);
  void add_mention(document::JsonValue at, std::string_view word);
  std::vector<std::string_view> subject_ids() const;

  Rubric& rubric_;
  document::Reporter& reporter_;
  base::WordTable concepts_;
};

/// Returns the items of a list from position `first` on.
template <class T>
Slice slice_since(std::size_t first, const std::vector<T>& list) {
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(list.size() - first)};
}

/// Reads an integer member within bounds; none when it is absent or reported.
std::optional<std::int32_t> integer(document::Fields& fields, const char* name, document::Fields::Need need,
                                    std::int32_t least, std::int32_t most);

}  // namespace decision_card::rubric
