// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "language/prose.hpp"
#include "rubric/clause.hpp"

namespace decision_card::rubric {

/// Finds the clauses that count neither way: asked, told of others, doubted, called wrong.
class Muter {
 public:
  explicit Muter(const std::vector<language::Word>& words) : words_(words) {}

  /// Marks the clauses of one sentence. `wrong_list`: it hangs on a line that says that what follows is wrong.
  void mute(std::vector<Clause>& clauses, const language::Sentence& sentence, bool asked, bool wrong_list);
  /// Whether the sentence just read ends so that what hangs on it does not count.
  [[nodiscard]] bool told() const { return told_; }

 private:
  void mute_clause(std::vector<Clause>& clauses, std::size_t k);
  [[nodiscard]] bool is_label(const std::vector<Clause>& clauses, std::size_t k) const;
  [[nodiscard]] bool speaks_for_itself(const Clause& clause) const;
  [[nodiscard]] std::size_t start_of_stretch(const std::vector<Clause>& clauses, std::size_t k) const;

  const std::vector<language::Word>& words_;
  bool told_ = false;    ///< the clause being read is not the writer's view
  bool judged_ = false;  ///< until the writer's own view follows
};

}  // namespace decision_card::rubric
