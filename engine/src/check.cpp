// SPDX-License-Identifier: MIT
#include "decision_card/check.hpp"

#include "decision_card/grade.hpp"
#include "decision_card/verdict.hpp"

namespace decision_card {

namespace {

using Id = SampleResult::Id;

bool listed(std::span<const Index> list, Index wanted) {
  for (const Index index : list) {
    if (index == wanted) return true;
  }
  return false;
}

/// Compares what samples should get with what they got, and counts it for each criterion and misconception.
class Samples {
 public:
  explicit Samples(const Rubric& rubric) : rubric_(rubric) {
    for (std::int32_t k = -1; k < static_cast<std::int32_t>(rubric.follow_ups.size()); ++k) {
      first_.push_back(report_.accuracy.size());
      for (Index index = 0; index < rubric.criteria_of(k).size(); ++index)
        report_.accuracy.push_back({{false, k, index}});
    }
    first_misconception_ = report_.accuracy.size();
    for (Index index = 0; index < rubric.misconceptions.size(); ++index)
      report_.accuracy.push_back({{true, -1, index}});
  }

  void add(const Sample& sample, const Grade& grade) {
    SampleResult result;
    result.band = grade.band;
    for (Index k = 0; k < grade.criteria.size(); ++k)
      count(result, {false, sample.follow_up, k}, listed(sample.criteria.of(rubric_.indices), k),
            grade.criteria[k].level > 0);
    Indices found;
    for (const MisconceptionGrade& entry : grade.misconceptions) found.push_back(entry.index);
    for (Index k = 0; k < rubric_.misconceptions.size(); ++k)
      count(result, {true, -1, k}, listed(sample.misconceptions.of(rubric_.indices), k), listed(found, k));
    const bool band = sample.band.empty() || rubric_.bands[grade.band].id == sample.band;
    result.passed = result.missing.empty() && result.surplus.empty() && band;
    report_.samples.push_back(std::move(result));
  }

  SampleReport take() { return std::move(report_); }

 private:
  void count(SampleResult& result, Id id, bool wanted, bool got) {
    const std::size_t at = id.misconception ? first_misconception_ : first_[static_cast<std::size_t>(id.follow_up + 1)];
    Accuracy& accuracy = report_.accuracy[at + id.index];
    if (wanted && got) ++accuracy.right;
    if (got && !wanted) ++accuracy.wrong, result.surplus.push_back(id);
    if (wanted && !got) ++accuracy.missed, result.missing.push_back(id);
  }

  const Rubric& rubric_;
  SampleReport report_;
  std::vector<std::size_t> first_;  ///< of the rubric's and of each follow-up's criteria in the accuracy list
  std::size_t first_misconception_ = 0;
};

}  // namespace

SampleReport run_samples(const Pack& pack) {
  if (!pack.rubric().present()) return {};
  Samples samples(pack.rubric());
  const auto grader = make_grader(pack);
  for (const Sample& sample : pack.rubric().samples) samples.add(sample, grade(*grader, sample.text, sample.follow_up));
  return samples.take();
}

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
