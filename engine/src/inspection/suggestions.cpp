// SPDX-License-Identifier: MIT
#include "inspection/suggestions.hpp"

#include <algorithm>
#include <array>

#include "base/stable_order.hpp"
#include "census/answer_sampler.hpp"
#include "decision_card/budgets.hpp"

namespace decision_card::inspection {

using census::AnswerSampler;
using decision::HotTables;
using decision::run_hot;
using decision::Situation;

namespace {

/// A decision as it is asked for complete answers: by its table, where it has one.
class Asked {
 public:
  explicit Asked(Probe probe) {
    if (probe.program.hot) table_ = std::move(probe.program.hot);
    else probe_.emplace(std::move(probe));
  }

  [[nodiscard]] Index recommended(const Answers& answers) const {
    if (table_) return static_cast<Index>(run_hot(*table_, answers.choices.data(), scores_.data()));
    Situation situation(probe_->program, probe_->decision);
    situation.assess(answers);
    return situation.first_certain();
  }
  [[nodiscard]] bool quick() const { return table_.has_value(); }

 private:
  std::optional<HotTables> table_{};
  std::optional<Probe> probe_{};
  mutable std::array<std::int32_t, HotTables::scores> scores_{};
};

class Suggestions {
 public:
  /// `changes`: how many will be added.
  Suggestions(const Space& space, std::vector<Answers> candidates, std::size_t changes)
      : sizes_(space.sizes()), pack_(Probe(space.decision())), candidates_(std::move(candidates)) {
    AnswerSampler sampler(space.sizes());
    const std::size_t most = pack_.quick() ? budgets::suggestion_samples : budgets::slow_suggestion_samples;
    const std::size_t samples = std::min(most, budgets::suggestion_looks / (changes + 1));
    for (std::size_t k = 0; k < samples; ++k) candidates_.push_back(sampler.next());
    for (const Answers& answers : candidates_) given_.push_back(pack_.recommended(answers));
  }

  /// Looks at which candidates tell the changed pack from this one.
  void add(Probe changed) {
    Change& change = changes_.emplace_back(Change{Asked(std::move(changed)), {}});
    for (std::size_t c = 0; c < given_.size(); ++c)
      change.noticed.push_back(change.asked.recommended(candidates_[c]) != given_[c]);
  }

  std::vector<Suggestion> choose(std::size_t most) {
    std::vector<Suggestion> chosen;
    while (most > 0 && chosen.size() < budgets::suggested_cases && !changes_.empty()) {
      const Answers answers = best_answers();
      const std::uint32_t notices = count(answers);
      if (notices == 0) break;
      chosen.push_back({answers, pack_.recommended(answers), notices});
      std::erase_if(changes_, [&](const Change& change) { return notices_change(change, answers); });
      most -= std::min<std::size_t>(most, notices);
    }
    return chosen;
  }

 private:
  struct Change {
    Asked asked;
    std::vector<bool> noticed;  ///< by candidate
  };

  [[nodiscard]] bool notices_change(const Change& change, const Answers& answers) const {
    return change.asked.recommended(answers) != pack_.recommended(answers);
  }

  [[nodiscard]] std::uint32_t count(const Answers& answers) {
    looks_ -= std::min(looks_, changes_.size());
    const Index given = pack_.recommended(answers);
    return static_cast<std::uint32_t>(std::count_if(changes_.begin(), changes_.end(), [&](const Change& change) {
      return change.asked.recommended(answers) != given;
    }));
  }

  /// The candidates that notice most, each made better as far as that goes; the best of these.
  [[nodiscard]] Answers best_answers() {
    std::vector<std::uint32_t> counts(candidates_.size());
    for (const Change& change : changes_) {
      for (std::size_t c = 0; c < counts.size(); ++c) counts[c] += change.noticed[c];
    }
    const auto more = [&](std::uint32_t a, std::uint32_t b) { return counts[a] > counts[b]; };
    const std::vector<std::uint32_t> order = base::stable_order(counts.size(), more);
    Answers best = candidates_[order.front()];
    const std::size_t climbs = pack_.quick() ? std::min(budgets::suggestion_climbs, order.size()) : 0;
    for (std::size_t k = 0; k < climbs && looks_ > 0; ++k) {
      Answers answers = candidates_[order[k]];
      climb(answers);
      if (count(answers) > count(best)) best = std::move(answers);
    }
    return best;
  }

  /// Changes one answer after the other, as long as more is noticed.
  void climb(Answers& answers) {
    std::uint32_t best = count(answers);
    for (bool better = true; better && looks_ > 0;) {
      better = false;
      for (std::size_t q = 0; q < sizes_.size(); ++q) better = better_answer(answers, q, best) || better;
    }
  }

  bool better_answer(Answers& answers, std::size_t question, std::uint32_t& best) {
    const std::uint8_t before = answers.choices[question];
    std::uint8_t kept = before;
    for (std::uint8_t choice = 0; choice < sizes_[question] && looks_ > 0; ++choice) {
      answers.choices[question] = choice;
      const std::uint32_t notices = count(answers);
      if (notices <= best) continue;
      best = notices;
      kept = choice;
    }
    answers.choices[question] = kept;
    return kept != before;
  }

  const Sizes& sizes_;
  Asked pack_;
  std::vector<Answers> candidates_;
  std::vector<Index> given_{};
  std::vector<Change> changes_{};
  std::size_t looks_ = budgets::suggestion_climbing;
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
  Suggestions suggestions(space, std::move(witnesses), survivors.size());
  for (const Mutant& mutant : survivors) {
    std::optional<Decision> changed = mutated(space.decision(), document, mutant);
    if (changed) suggestions.add(Probe(*std::move(changed)));
  }
  return suggestions.choose(most);
}

}  // namespace decision_card::inspection
