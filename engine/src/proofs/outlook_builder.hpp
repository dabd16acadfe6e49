// SPDX-License-Identifier: MIT
#pragma once

#include "decision_card/outlook.hpp"
#include "proofs/completions.hpp"

namespace decision_card::proofs {

using decision::Program;
using decision::Situation;
using diagram::Diagram;

/// Makes the outlook of some answers from a diagram, at once or layer by layer.
class OutlookBuilder {
 public:
  OutlookBuilder(const Pack& pack, const Answers& answers);

  Outlook run(std::size_t most_steps);
  Outlook run(const Diagram& diagram);
  /// `diagram`: of these answers or of fewer.
  void start(const Diagram& diagram);
  /// Counts a layer; false when there is nothing left to count.
  bool advance();
  Outlook result();

 private:
  void list_questions();
  void find_ranges();
  void find_possible();
  void find_shares();
  double long_division(double weight, std::uint32_t& digits) const;
  void find_gains();
  [[nodiscard]] std::uint32_t gain(const double* joint, std::size_t choices) const;
  void choose_next();

  const Program& program_;
  const Decision& decision_;
  const Answers& answers_;
  Situation situation_;
  Completions completions_{};
  Outlook outlook_{};
};

}  // namespace decision_card::proofs
