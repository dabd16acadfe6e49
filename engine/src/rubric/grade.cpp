// SPDX-License-Identifier: MIT
#include "decision_card/grade.hpp"

#include "base/hash.hpp"
#include "base/stable_order.hpp"
#include "language/read.hpp"
#include "rubric/cues.hpp"
#include "rubric/matching.hpp"

namespace decision_card {

namespace rubric {
namespace {

using language::Prose;
using language::Sentence;

constexpr std::uint32_t brief_words = 25, lengthy_words = 600, repeatable_words = 5;

/// Puts evidence and spans into the grade's lists, which have room for all there can be: nothing moves.
class GradeBuilder {
 public:
  GradeBuilder(const Rubric& rubric, const Found& found, const Prose& prose, const Reading& reading)
      : rubric_(rubric), found_(found), prose_(prose), reading_(reading) {
    grade_.evidence.reserve(found.spans.size());
    grade_.spans.reserve(prose.sentences.size() * 2);
    grade_.telling = found.telling;
    grade_.words = static_cast<std::uint32_t>(prose.words.size());
  }

  void add_criterion(const Criterion& criterion, Owner owner) {
    const std::span<const Level> levels = rubric_.levels_of(criterion);
    CriterionGrade result{finding_of(owner)};
    for (std::uint32_t k = found_.owners[owner].first; k != 0; k = found_.matches[k].next) {
      const std::uint16_t level = found_.matches[k].level;
      if (level + 1 > result.level) result.level = static_cast<std::uint16_t>(level + 1);
    }
    if (result.level > 0) result.points = levels[result.level - 1u].points;
    on_topic_ = on_topic_ || result.level > 0;
    grade_.total += result.points;
    if (!criterion.bonus) grade_.maximum += levels.back().points;
    grade_.criteria.push_back(result);
  }

  void add_misconception(std::size_t index, Owner owner) {
    if (!found_.any(owner)) return;
    const std::int32_t points = rubric_.misconceptions[index].points;
    grade_.misconceptions.push_back({finding_of(owner), static_cast<Index>(index), points});
    grade_.total += points;
    on_topic_ = true;
  }

  Grade finish() {
    if (grade_.total < 0) grade_.total = 0;
    grade_.band = band();
    add_length_remark();
    add_remark(Remark::Kind::repetition, add_repeated());
    add_remark(Remark::Kind::keywords, add_listings());
    return std::move(grade_);
  }

 private:
  GradeFinding finding_of(Owner owner) {
    GradeFinding finding{Certainty::certain, evidence_of(owner)};
    if (!found_.by_cues_alone(owner)) return finding;
    finding.certainty = Certainty::probable;
    finding.telling = found_.first(owner).telling.of(grade_.telling);
    return finding;
  }

  /// Returns what was found in the order of the text; spans that overlap become one.
  std::span<const Evidence> evidence_of(Owner owner) {
    std::vector<Evidence> all;
    for (std::uint32_t k = found_.owners[owner].first; k != 0; k = found_.matches[k].next) {
      for (const Span span : found_.matches[k].spans.of(found_.spans)) all.push_back({span, found_.matches[k].pattern});
    }
    const auto order = base::stable_order(
        all.size(), [&](std::uint32_t a, std::uint32_t b) { return all[a].span.start < all[b].span.start; });
    std::vector<Evidence>& kept = grade_.evidence;
    const std::size_t first = kept.size();
    for (const std::uint32_t k : order) {
      if (kept.size() == first || all[k].span.start >= kept.back().span.end) kept.push_back(all[k]);
      else if (all[k].span.end > kept.back().span.end) kept.back().span.end = all[k].span.end;
    }
    return std::span(kept).subspan(first);
  }

  /// Returns the best band whose share is reached; the lowest only for a text that says nothing to the question at all.
  [[nodiscard]] Index band() const {
    const auto lowest = static_cast<Index>(rubric_.bands.size() - 1);
    if (!on_topic_ && !found_.any(topic)) return lowest;
    Index band = 0;
    while (band + 1 < lowest && grade_.total * 100 < rubric_.bands[band].least * grade_.maximum) ++band;
    return band;
  }

  void add_length_remark() {
    using Kind = Remark::Kind;
    if (grade_.words == 0) grade_.remarks.push_back({Kind::empty});
    else if (grade_.words < brief_words) grade_.remarks.push_back({Kind::brief});
    else if (grade_.words > lengthy_words) grade_.remarks.push_back({Kind::lengthy});
  }

  void add_remark(Remark::Kind kind, std::size_t first_span) {
    if (grade_.spans.size() > first_span) grade_.remarks.push_back({kind, std::span(grade_.spans).subspan(first_span)});
  }

  /// Adds the sentences that say word for word what an earlier one said. Returns where their spans begin.
  std::size_t add_repeated() {
    const std::size_t first = grade_.spans.size();
    std::vector<std::uint32_t> sentences, hashes;
    for (std::uint32_t k = 0; k < prose_.sentences.size(); ++k) {
      const Sentence& sentence = prose_.sentences[k];
      if (sentence.last - sentence.first < repeatable_words) continue;
      sentences.push_back(k);
      hashes.push_back(hash_of(sentence));
    }
    const auto order =
        base::stable_order(hashes.size(), [&](std::uint32_t a, std::uint32_t b) { return hashes[a] < hashes[b]; });
    for (std::size_t k = 1; k < order.size(); ++k) {
      if (hashes[order[k]] == hashes[order[k - 1]]) add_span(prose_.sentences[sentences[order[k]]]);
    }
    return first;
  }

  /// Adds the sentences that are words in a row and say nothing. Returns where their spans begin.
  std::size_t add_listings() {
    const std::size_t first = grade_.spans.size();
    for (std::size_t k = 0; k < prose_.sentences.size(); ++k) {
      if (reading_.sentences[k].listing) add_span(prose_.sentences[k]);
    }
    return first;
  }

  void add_span(const Sentence& sentence) {
    grade_.spans.push_back({prose_.words[sentence.first].start, prose_.words[sentence.last - 1u].end});
  }

  [[nodiscard]] std::uint32_t hash_of(const Sentence& sentence) const {
    std::uint32_t hash = 0;
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
      hash = base::extended(hash, prose_.words[at].hash);
    return hash;
  }

  const Rubric& rubric_;
  const Found& found_;
  const Prose& prose_;
  const Reading& reading_;
  Grade grade_;
  bool on_topic_ = false;
};

}  // namespace
}  // namespace rubric

Grade grade(const Grader& grader, std::string_view text, std::optional<Index> follow_up) {
  const Rubric& rubric = grader.pack.rubric();
  const language::Prose prose = language::read_prose(text, grader.english, grader.stems);
  const rubric::Reading reading = rubric::read_subjects(prose, grader.lexicon, rubric);
  rubric::Found found = rubric::find_matches(grader, rubric, prose, reading);
  if (!follow_up) rubric::hear_cues(grader, prose, reading, found);
  rubric::GradeBuilder builder(rubric, found, prose, reading);
  const std::span<const Criterion> criteria = rubric.criteria_of(follow_up);
  rubric::Owner owner =
      grader.first_criterion + static_cast<rubric::Owner>(criteria.data() - rubric.all_criteria.data());
  for (const Criterion& criterion : criteria) builder.add_criterion(criterion, owner++);
  for (std::size_t k = 0; k < rubric.misconceptions.size(); ++k)
    builder.add_misconception(k, grader.first_misconception + static_cast<rubric::Owner>(k));
  return builder.finish();
}

}  // namespace decision_card
