// SPDX-License-Identifier: MIT
#include "decision_card/grade.hpp"

#include "matching.hpp"
#include "order.hpp"

namespace decision_card {

namespace {

constexpr std::uint32_t brief_words = 25, lengthy_words = 600, repeatable_words = 5;

/// Spans in the order of the text; those that overlap become one.
std::vector<Evidence> evidence_of(const std::vector<Match>& matches) {
  std::vector<Evidence> all;
  for (const Match& match : matches) {
    for (const Span span : match.spans) all.push_back({span, match.pattern});
  }
  const auto order =
      stable_order(all.size(), [&](std::uint32_t a, std::uint32_t b) { return all[a].span.start < all[b].span.start; });
  std::vector<Evidence> merged;
  for (const std::uint32_t k : order) {
    if (merged.empty() || all[k].span.start >= merged.back().span.end) merged.push_back(all[k]);
    else if (all[k].span.end > merged.back().span.end) merged.back().span.end = all[k].span.end;
  }
  return merged;
}

CriterionGrade grade_criterion(const Criterion& criterion, const std::vector<Match>& matches) {
  CriterionGrade result;
  for (const Match& match : matches) {
    if (match.level + 1 > result.level) result.level = static_cast<std::uint16_t>(match.level + 1);
  }
  if (result.level > 0) result.points = criterion.levels[result.level - 1u].points;
  result.evidence = evidence_of(matches);
  return result;
}

/// The best band whose share is reached; the lowest only for a text that says nothing to the question at all.
Index band_of(const Rubric& rubric, const Grade& grade, bool on_topic) {
  const auto lowest = static_cast<Index>(rubric.bands.size() - 1);
  if (!on_topic) return lowest;
  Index band = 0;
  while (band + 1 < lowest && grade.total * 100 < rubric.bands[band].least * grade.maximum) ++band;
  return band;
}

Span span_of(const Sentence& sentence, const std::vector<Word>& words) {
  return {words[sentence.first].start, words[sentence.last - 1u].end};
}

std::uint32_t hash_of(const Sentence& sentence, const std::vector<Word>& words) {
  std::uint32_t hash = 0;
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at) hash = (hash ^ words[at].hash) * 16777619u;
  return hash;
}

/// Sentences that say word for word what an earlier one said.
std::vector<Span> repeated(const Prose& prose) {
  std::vector<std::uint32_t> hashes;
  std::vector<Span> spans, found;
  for (const Sentence& sentence : prose.sentences) {
    if (sentence.last - sentence.first < repeatable_words) continue;
    hashes.push_back(hash_of(sentence, prose.words));
    spans.push_back(span_of(sentence, prose.words));
  }
  const auto order =
      stable_order(hashes.size(), [&](std::uint32_t a, std::uint32_t b) { return hashes[a] < hashes[b]; });
  for (std::size_t k = 1; k < order.size(); ++k) {
    if (hashes[order[k]] == hashes[order[k - 1]]) found.push_back(spans[order[k]]);
  }
  return found;
}

void add_remarks(Grade& grade, const Prose& prose, const Reading& reading) {
  using Kind = Remark::Kind;
  if (grade.words == 0) grade.remarks.push_back({Kind::empty});
  else if (grade.words < brief_words) grade.remarks.push_back({Kind::brief});
  else if (grade.words > lengthy_words) grade.remarks.push_back({Kind::lengthy});
  if (std::vector<Span> spans = repeated(prose); !spans.empty())
    grade.remarks.push_back({Kind::repetition, std::move(spans)});
  Remark keywords{Kind::keywords};
  for (std::size_t k = 0; k < prose.sentences.size(); ++k) {
    if (reading.sentences[k].listing) keywords.spans.push_back(span_of(prose.sentences[k], prose.words));
  }
  if (!keywords.spans.empty()) grade.remarks.push_back(std::move(keywords));
}

void add_criterion(Grade& grade, const Criterion& criterion, const std::vector<Match>& matches) {
  grade.criteria.push_back(grade_criterion(criterion, matches));
  grade.total += grade.criteria.back().points;
  if (!criterion.bonus) grade.maximum += criterion.levels.back().points;
}

}  // namespace

Grade grade(const Grader& grader, std::string_view text, int follow_up) {
  const Rubric& rubric = grader.pack.rubric();
  const Prose prose = read_prose(text, grader.english, grader.stems);
  const Reading reading = read_subjects(prose, grader.lexicon, rubric);
  const Found found = find_matches(grader, rubric, prose, reading);

  Grade result;
  result.words = static_cast<std::uint32_t>(prose.words.size());
  const std::vector<Criterion>& criteria = rubric.criteria_of(follow_up);
  std::size_t first = follow_up < 0 ? 0 : rubric.criteria.size();
  for (int k = 0; k < follow_up; ++k) first += rubric.follow_ups[static_cast<std::size_t>(k)].criteria.size();
  bool on_topic = !found.topic.empty();
  for (std::size_t k = 0; k < criteria.size(); ++k) {
    add_criterion(result, criteria[k], found.criteria[first + k]);
    on_topic = on_topic || result.criteria.back().level > 0;
  }
  for (std::size_t k = 0; k < rubric.misconceptions.size(); ++k) {
    if (found.misconceptions[k].empty()) continue;
    on_topic = true;
    result.misconceptions.push_back(
        {static_cast<Index>(k), rubric.misconceptions[k].points, evidence_of(found.misconceptions[k])});
    result.total += rubric.misconceptions[k].points;
  }
  if (result.total < 0) result.total = 0;
  result.band = band_of(rubric, result, on_topic);
  add_remarks(result, prose, reading);
  return result;
}

}  // namespace decision_card
