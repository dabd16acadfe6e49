// SPDX-License-Identifier: MIT
#include "inspection/suggestions.hpp"

#include <algorithm>
#include <array>

#include "census/answer_sampler.hpp"
#include "decision_card/budgets.hpp"

namespace decision_card::inspection {

using census::AnswerSampler;
using decision::HotTables;
using decision::run_hot;
using decision::Situation;

namespace {

/// What each of some complete answers is recommended.
std::vector<Index> recommended(const Program& program, const Decision& decision, const std::vector<Answers>& all) {
  std::vector<Index> given;
  std::array<std::int32_t, HotTables::scores> scores{};
  Situation situation(program, decision);
  for (const Answers& answers : all) {
    if (program.hot) {
      given.push_back(static_cast<Index>(run_hot(*program.hot, answers.choices.data(), scores.data())));
    } else {
      situation.assess(answers);
      given.push_back(situation.first_certain());
    }
  }
  return given;
}

class Suggestions {
 public:
  Suggestions(const Space& space, std::vector<Answers> candidates) : candidates_(std::move(candidates)) {
    AnswerSampler sampler(space.sizes());
    const Program& program = space.pack().program();
    const std::size_t samples = program.hot ? budgets::suggestion_samples : budgets::slow_suggestion_samples;
    for (std::size_t k = 0; k < samples; ++k) candidates_.push_back(sampler.next());
    given_ = recommended(program, space.decision(), candidates_);
  }

  /// Which candidates tell the changed pack from this one.
  void add(const Probe& changed) {
    const std::vector<Index> given = recommended(changed.program, changed.decision, candidates_);
    std::vector<bool>& row = noticed_.emplace_back();
    for (std::size_t c = 0; c < given.size(); ++c) row.push_back(given[c] != given_[c]);
  }

  std::vector<Suggestion> choose(std::size_t most) {
    std::vector<Suggestion> chosen;
    std::size_t left = most;
    while (left > 0 && chosen.size() < budgets::suggested_cases) {
      const std::size_t best = best_candidate();
      const std::uint32_t notices = count(best);
      if (notices == 0) break;
      chosen.push_back({candidates_[best], given_[best], notices});
      std::erase_if(noticed_, [&](const std::vector<bool>& row) { return row[best]; });
      left -= std::min<std::size_t>(left, notices);
    }
    return chosen;
  }

 private:
  [[nodiscard]] std::uint32_t count(std::size_t candidate) const {
    return static_cast<std::uint32_t>(
        std::count_if(noticed_.begin(), noticed_.end(), [&](const std::vector<bool>& row) { return row[candidate]; }));
  }

  [[nodiscard]] std::size_t best_candidate() const {
    std::vector<std::uint32_t> counts(candidates_.size());
    for (const std::vector<bool>& row : noticed_) {
      for (std::size_t c = 0; c < row.size(); ++c) counts[c] += row[c];
    }
    return static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
  }

  std::vector<Answers> candidates_;
  std::vector<Index> given_{};
  std::vector<std::vector<bool>> noticed_{};  ///< by change, by candidate
};

/// As many more as must be noticed for `enough_noticed` per cent of all.
std::size_t missing(std::size_t killed, std::size_t survivors) {
  const std::size_t wanted = ((killed + survivors) * budgets::enough_noticed + 99) / 100;
  return wanted > killed ? wanted - killed : 0;
}

}  // namespace

std::vector<Suggestion> suggest_cases(const Space& space, const JsonDocument& document,
                                      const std::vector<Mutant>& survivors, std::vector<Answers> witnesses,
                                      std::size_t killed) {
  const std::size_t most = missing(killed, survivors.size());
  if (most == 0) return {};
  if (witnesses.size() > budgets::slow_suggestion_samples) witnesses.resize(budgets::slow_suggestion_samples);
  Suggestions suggestions(space, std::move(witnesses));
  for (const Mutant& mutant : survivors) {
    std::optional<Decision> changed = mutated(space.decision(), document, mutant);
    if (changed) suggestions.add(Probe(*std::move(changed)));
  }
  return suggestions.choose(most);
}

}  // namespace decision_card::inspection
