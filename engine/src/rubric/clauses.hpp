// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/english.hpp"
#include "language/prose.hpp"
#include "rubric/clause.hpp"
#include "rubric/lexicon.hpp"
#include "rubric/negation.hpp"

namespace decision_card::rubric {

inline constexpr std::uint32_t splits_clause =
    language::subordinates | language::relates | language::contrasts | language::concludes;
inline constexpr std::uint32_t hangs_on_other =
    language::subordinates | language::hypothetical | language::opens_condition;

inline std::span<const language::Word> words_of(std::span<const language::Word> words, const Clause& clause) {
  return words.subspan(clause.first, clause.last - clause.first);
}
inline language::Pause pause_before(std::span<const language::Word> words, const Clause& clause) {
  return clause.first < clause.last ? words[clause.first].pause : language::Pause::none;
}
/// Returns the classes of the first word that says how the clause hangs on others.
std::uint32_t opening_classes(std::span<const language::Word> words, const Clause& clause);

/// The subject that a concept is, or the one that it shows.
struct Naming {
  SubjectSet named = 0, implied = 0;
};

/// Splits one sentence into clauses and finds the subjects that each names.
class ClauseSplitter {
 public:
  ClauseSplitter(const language::Prose& prose, const std::vector<Naming>& namings, std::vector<Clause>& clauses)
      : words_(prose.words), namings_(namings), clauses_(clauses) {}

  /// What "the former" and "the latter" mean, as the sentences before have it.
  SubjectSet first_named = 0, second_named = 0;
  /// The last two that were named together, in the order of the text.
  SubjectSet joined_first = 0, joined_second = 0;

  void split(const language::Sentence& sentence, std::span<const Hit> hits);

 private:
  void open(std::uint32_t at);
  void close(std::uint32_t at);
  [[nodiscard]] bool begins_clause(std::uint32_t at, std::uint32_t end) const;
  void update_negation(std::uint32_t at);
  void read_mentions(std::uint32_t at);
  void mention(SubjectSet subject, std::uint32_t at, std::uint32_t end);
  void split_before(std::uint32_t at);
  [[nodiscard]] bool compared_with(std::uint32_t at) const;
  [[nodiscard]] bool contrasted(std::uint32_t at) const;
  [[nodiscard]] bool joined_to_last(std::uint32_t at) const;

  const std::vector<language::Word>& words_;
  const std::vector<Naming>& namings_;
  std::vector<Clause>& clauses_;
  std::span<const Hit> hits_;
  std::size_t next_hit_ = 0;
  std::uint32_t end_ = 0;  ///< of the sentence
  bool negated_ = false;   ///< from a negation on
  Denial denial_;          ///< the same as its words add up
  std::uint32_t last_mention_ = 0;
};

}  // namespace decision_card::rubric
