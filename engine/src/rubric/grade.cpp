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
  GradeBuilder(const Rubric& rubric, const Found& found, const Prose& prose, const Reading& reading,
               std::span<const ReaderMark> marks)
      : rubric_(rubric), found_(found), prose_(prose), reading_(reading), marks_(marks) {
    grade_.evidence.reserve(found.spans.size() + marks.size());
    grade_.spans.reserve(prose.sentences.size() * 2);
    grade_.telling = found.telling;
    grade_.words = static_cast<std::uint32_t>(prose.words.size());
  }

  void add_criterion(const Criterion& criterion, Owner owner) {
    const std::span<const Level> levels = rubric_.levels_of(criterion);
    const auto index = static_cast<Index>(grade_.criteria.size());
    CriterionGrade result;
    if (mark_of(Kind::reject_criterion, index) == nullptr) result = found_for(owner);
    const ReaderMark* claim = mark_of(Kind::claim, index);
    if (claim != nullptr && (result.level == 0 || result.certainty == Certainty::probable))
      result = claimed(*claim, result.level);
    if (result.level > 0) result.points = levels[result.level - 1u].points;
    anything_ = anything_ || result.level > 0;
    heard_ += result.level > 0 && result.certainty != Certainty::claimed;
    grade_.total += result.points;
    if (!criterion.bonus) grade_.maximum += levels.back().points;
    grade_.criteria.push_back(result);
  }

  void add_misconception(std::size_t index, Owner owner) {
    if (!found_.any(owner) || mark_of(Kind::reject_misconception, static_cast<Index>(index)) != nullptr) return;
    const Misconception& entry = rubric_.misconceptions[index];
    grade_.misconceptions.push_back({finding_of(owner), static_cast<Index>(index), entry.points});
    lost_ -= entry.points;
    if (entry.cap > cap_) cap_ = entry.cap;
    ++wrong_;
    anything_ = true;
  }

  /// What is wrong costs half of what is right at most: it doesn't undo it.
  Grade finish(std::optional<Index> follow_up) {
    const std::int32_t most = grade_.total / 2;
    grade_.total -= lost_ < most ? lost_ : most;
    grade_.band = band(follow_up);
    add_length_remark();
    add_remark(Remark::Kind::repetition, add_repeated());
    add_remark(Remark::Kind::keywords, add_listings());
    return std::move(grade_);
  }

 private:
  using Kind = ReaderMark::Kind;

  [[nodiscard]] const ReaderMark* mark_of(Kind kind, Index index) const {
    for (const ReaderMark& mark : marks_) {
      if (mark.kind == kind && mark.index == index) return &mark;
    }
    return nullptr;
  }

  CriterionGrade found_for(Owner owner) {
    CriterionGrade result{finding_of(owner)};
    for (std::uint32_t k = found_.owners[owner].first; k != 0; k = found_.matches[k].next) {
      const std::uint16_t level = found_.matches[k].level;
      if (level + 1 > result.level) result.level = static_cast<std::uint16_t>(level + 1);
    }
    return result;
  }

  /// What was probable keeps its level.
  CriterionGrade claimed(const ReaderMark& mark, std::uint16_t level) {
    grade_.evidence.push_back({mark.span, no_pattern});
    return {{Certainty::claimed, std::span(grade_.evidence).last(1)}, level > 0 ? level : std::uint16_t{1}};
  }

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

  /// Returns the best band that is reached. The lowest is for a text that names no subject and says nothing to the
  /// question; a text about something else rises one above it at most, whatever its words happen to earn.
  [[nodiscard]] Index band(std::optional<Index> follow_up) const {
    const auto lowest = static_cast<Index>(rubric_.bands.size() - 1);
    const bool asked = rubric_.topic_of(follow_up).size > 0;
    const bool on_topic = found_.any(topic_owner_of(follow_up));
    if (!anything_ && !on_topic && reading_.named == 0 && !found_.any(topic)) return lowest;
    if (asked && !on_topic && heard_ < no_accident_of_words) return static_cast<Index>(lowest - 1);
    Index band = lowest_cap(static_cast<Index>(lowest - 1));
    while (band + 1 < lowest && !reaches(rubric_.bars_of(follow_up)[band])) ++band;
    return band;
  }

  /// Each misconception beside the one with the lowest cap takes one band more, down to the last but one.
  [[nodiscard]] Index lowest_cap(Index most) const {
    const std::uint32_t cap = cap_ + (wrong_ > 1 ? wrong_ - 1 : 0);
    return cap < most ? static_cast<Index>(cap) : most;
  }

  [[nodiscard]] bool reaches(const Bar& bar) const {
    for (const std::uint16_t need : bar.needs.of(rubric_.indices)) {
      if (grade_.criteria[need].level == 0) return false;
    }
    return grade_.total * 100 >= bar.least * grade_.maximum;
  }

  [[nodiscard]] Owner topic_owner_of(std::optional<Index> follow_up) const {
    return follow_up ? static_cast<Owner>(found_.owners.size() - rubric_.follow_ups.size() + *follow_up) : topic;
  }

  void add_length_remark() {
    using Remarked = Remark::Kind;
    if (grade_.words == 0) grade_.remarks.push_back({Remarked::empty});
    else if (grade_.words < brief_words) grade_.remarks.push_back({Remarked::brief});
    else if (grade_.words > lengthy_words) grade_.remarks.push_back({Remarked::lengthy});
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
  std::span<const ReaderMark> marks_;
  Grade grade_;
  std::int32_t lost_ = 0;
  Index cap_ = 0;            ///< the best band that one misconception leaves
  std::uint32_t wrong_ = 0;  ///< misconceptions
  bool anything_ = false;    ///< was found
  std::uint32_t heard_ = 0;  ///< criteria that no reader had to claim
};

}  // namespace
}  // namespace rubric

Grade grade(const Grader& grader, std::string_view text, std::optional<Index> follow_up,
            std::span<const ReaderMark> marks) {
  const Rubric& rubric = grader.pack.rubric();
  const language::Prose prose = language::read_prose(text, grader.english, grader.stems);
  const rubric::Reading reading = rubric::read_subjects(prose, grader.lexicon, rubric);
  rubric::Found found = rubric::find_matches(grader, rubric, prose, reading);
  if (!follow_up) rubric::hear_cues(grader, prose, reading, found);
  rubric::GradeBuilder builder(rubric, found, prose, reading, marks);
  const std::span<const Criterion> criteria = rubric.criteria_of(follow_up);
  rubric::Owner owner =
      grader.first_criterion + static_cast<rubric::Owner>(criteria.data() - rubric.all_criteria.data());
  for (const Criterion& criterion : criteria) builder.add_criterion(criterion, owner++);
  for (std::size_t k = 0; k < rubric.misconceptions.size(); ++k)
    builder.add_misconception(k, grader.first_misconception + static_cast<rubric::Owner>(k));
  Grade result = builder.finish(follow_up);
  result.complete = found.complete;
  return result;
}

}  // namespace decision_card
