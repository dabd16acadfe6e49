// SPDX-License-Identifier: MIT
#include "decision_card/cases.hpp"

#include "decision_card/verdict.hpp"

namespace decision_card {

std::vector<CaseResult> run_cases(const Pack& pack) {
  std::vector<CaseResult> results;
  const auto& cases = pack.decision().cases;
  for (std::size_t k = 0; k < cases.size(); ++k) {
    const Index got = verdict(pack, cases[k].answers).recommendation;
    results.push_back({static_cast<Index>(k), got, got == cases[k].expect});
  }
  return results;
}

}  // namespace decision_card
