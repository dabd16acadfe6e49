// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/key_table.hpp"
#include "base/word_table.hpp"
#include "decision_card/rubric.hpp"
#include "language/prose.hpp"

namespace decision_card::rubric {

/// One phrase of the lexicon found in a text.
struct Hit {
  std::uint32_t first = 0, last = 0;  ///< words, `last` exclusive
  std::uint16_t concept_index = 0;
  bool negated = false;
  bool inner = false;        ///< lies within a longer phrase, where it names no subject
  SubjectSet subjects = 0;   ///< what its clause is about
  std::uint32_t clause = 0;  ///< counted through the text
};

/// The phrases of all concepts as a trie over stems.
class Lexicon {
 public:
  /// Adds the stems of its phrases to `stems`.
  Lexicon(const std::vector<Concept>& concepts, base::WordTable& stems);

  /// Appends the hits of one sentence in the order of the text. A phrase does not reach over a pause.
  void find(std::span<const language::Word> words, std::uint32_t offset, std::vector<Hit>& hits) const;

 private:
  struct Entry {
    std::uint32_t next = 0;  ///< further entry of the same node, 0 for none
    std::uint16_t concept_index = 0;
    std::uint32_t exact = 0, exact_count = 0;  ///< of `exact_`
  };
  /// A word of a phrase that must be written as it is there: capitals where it has them.
  struct Exact {
    std::uint32_t word = 0, hash = 0, capitals = 0;
  };

  [[nodiscard]] static std::uint64_t edge(std::uint32_t node, std::uint32_t stem) {
    return std::uint64_t{node} << 32 | stem;
  }
  /// Returns 0 where no phrase goes on with this stem.
  [[nodiscard]] std::uint32_t child(std::uint32_t node, std::uint32_t stem) const {
    return edges_.find(edge(node, stem)) + 1;
  }
  std::uint32_t add_child(std::uint32_t node, std::uint32_t stem);
  void add_phrase(std::string_view phrase, std::uint16_t concept_index, base::WordTable& stems);
  void add_entry(std::uint32_t node, Entry entry);
  [[nodiscard]] bool is_written_so(const Entry& entry, std::span<const language::Word> words, bool opens) const;

  base::KeyTable edges_;                       ///< number k leads to node k + 1; node 0 is the root
  std::vector<std::uint32_t> first_entry_{0};  ///< by node
  std::vector<Entry> entries_{{}};
  std::vector<Exact> exact_;
};

}  // namespace decision_card::rubric
