// SPDX-License-Identifier: MIT
#include "base/stable_order.hpp"
#include "decision_card/explanation.hpp"
#include "language/read.hpp"
#include "rubric/closest.hpp"
#include "rubric/cues.hpp"

namespace decision_card {

namespace rubric {
namespace {

using language::Prose;

constexpr std::size_t most_reasons = 8;

/// A text read with a grader.
struct Read {
  Read(const Grader& grader, std::string_view text, const language::English& english, const base::WordTable& stems)
      : prose(language::read_prose(text, english, stems)),
        reading(read_subjects(prose, grader.lexicon, grader.pack.rubric())),
        found(find_matches(grader, grader.pack.rubric(), prose, reading)),
        reader(grader, prose, reading, found) {}
  Read(const Grader& grader, std::string_view text) : Read(grader, text, grader.english, grader.stems) {}
  Read(const Read&) = delete;
  Read& operator=(const Read&) = delete;

  Prose prose;
  Reading reading;
  Found found;
  TraitReader reader;
};

class Explainer {
 public:
  Explainer(const Grader& grader, std::string_view text)
      : grader_(grader), rubric_(grader.pack.rubric()), read_(grader, text), before_(read_.found) {
    hear_cues(grader, read_.prose, read_.reading, read_.found);
    scores_ = score_cues(grader, read_.prose, read_.reading, read_.reader, before_);
  }

  Explanation explain() {
    for (std::size_t k = 0; k < read_.prose.sentences.size(); ++k) add_sentence(k);
    for (std::uint16_t k = 0; k < rubric_.criteria.size; ++k) add_code({false, k});
    for (std::uint16_t k = 0; k < rubric_.misconceptions.size(); ++k) add_code({true, k});
    return std::move(result_);
  }

 private:
  [[nodiscard]] Span span_of(std::uint32_t first, std::uint32_t last) const {
    if (first >= last) return {};
    return {read_.prose.words[first].start, read_.prose.words[last - 1].end};
  }

  void add_sentence(std::size_t index) {
    const language::Sentence& sentence = read_.prose.sentences[index];
    const ReadSentence& read = read_.reading.sentences[index];
    if (sentence.first == sentence.last) return;
    Explanation::Sentence entry{span_of(sentence.first, sentence.last), read.about, read.listing};
    for (std::uint32_t k = read.first_hit; k < read.last_hit; ++k) {
      const Hit& hit = read_.reading.hits[k];
      entry.said.push_back({span_of(hit.first, hit.last), hit.concept_index, hit.negated, hit.subjects});
    }
    entry.denied = marked(sentence, denied_word);
    entry.muted = marked(sentence, muted_word);
    result_.sentences.push_back(std::move(entry));
  }

  /// Returns the stretches of words that have this mark.
  [[nodiscard]] std::vector<Span> marked(const language::Sentence& sentence, WordMark mark) const {
    std::vector<Span> spans;
    bool goes_on = false;
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
      const bool has = (read_.reading.marks[at] & mark) != 0;
      if (has && goes_on) spans.back().end = read_.prose.words[at].end;
      else if (has) spans.push_back(span_of(at, at + 1));
      goes_on = has;
    }
    return spans;
  }

  void add_code(Explanation::Code code) {
    const Owner owner = owner_of(grader_, {code.misconception, code.index, 0});
    const bool found = read_.found.any(owner), by_pattern = before_.any(owner);
    if (found) code.certainty = by_pattern ? Certainty::certain : Certainty::probable;
    code.overruled = by_pattern && !found;
    if (!by_pattern) code.closest = closest_pattern(grader_, read_.prose, read_.reading, before_, owner);
    for (std::size_t k = 0; k < rubric_.cues.codes.size(); ++k) {
      const Cues::Code& each = rubric_.cues.codes[k];
      if (each.misconception == code.misconception && each.index == code.index) code.cue = cue_of(each, k);
    }
    result_.codes.push_back(std::move(code));
  }

  [[nodiscard]] Explanation::Cue cue_of(const Cues::Code& code, std::size_t index) const {
    const CueScore& score = scores_[index];
    const Cues::Bar& bar = rubric_.cues.bar_of(code);
    Explanation::Cue cue{score.score, bar.found, bar.kept, {}};
    if (score.last == score.first) return cue;
    cue.window = span_of(read_.prose.sentences[score.first].first, read_.prose.sentences[score.last - 1].last);
    const std::vector<CueReason> reasons = reasons_of(grader_, read_.reader, score, index);
    const auto size = [&](std::uint32_t k) { return reasons[k].weight < 0 ? -reasons[k].weight : reasons[k].weight; };
    for (const std::uint32_t k :
         base::stable_order(reasons.size(), [&](std::uint32_t a, std::uint32_t b) { return size(a) > size(b); })) {
      if (cue.reasons.size() == most_reasons) break;
      const CueReason& reason = reasons[k];
      cue.reasons.push_back(
          {rubric_.cues.traits[reason.cue].name, reason.weight, span_of(reason.trait.first, reason.trait.last)});
    }
    return cue;
  }

  const Grader& grader_;
  const Rubric& rubric_;
  Read read_;
  Found before_;  ///< what patterns found
  std::vector<CueScore> scores_;
  Explanation result_;
};

}  // namespace
}  // namespace rubric

std::vector<std::vector<std::string>> traits_of(const Grader& grader, std::string_view text) {
  base::WordTable stems = grader.stems;
  language::English english = grader.english;
  language::phrase_words(text, stems);
  english.learn_stems(stems);
  const rubric::Read read(grader, text, english, stems);
  std::vector<std::vector<std::string>> sentences;
  for (std::size_t k = 0; k < read.prose.sentences.size();) {
    std::vector<rubric::Trait> traits;
    k = read.reader.read(k, traits);
    if (traits.empty()) continue;
    std::vector<std::string>& names = sentences.emplace_back();
    for (const rubric::Trait& trait : traits)
      names.push_back(rubric::trait_name(trait.key, grader.pack.rubric(), stems));
  }
  return sentences;
}

/// The score of what is not found, whatever the bar.
constexpr std::int32_t never = -(1 << 24);

std::vector<CueHearing> hear_codes(const Grader& grader, std::string_view text) {
  rubric::Read read(grader, text);
  const std::vector<rubric::CueScore> scores =
      rubric::score_cues(grader, read.prose, read.reading, read.reader, read.found);
  std::vector<CueHearing> heard;
  for (std::size_t k = 0; k < scores.size(); ++k) {
    const bool by_pattern = read.found.any(rubric::owner_of(grader, grader.pack.rubric().cues.codes[k]));
    heard.push_back({by_pattern || scores[k].shown() ? scores[k].score : never, by_pattern});
  }
  return heard;
}

Explanation explain(const Grader& grader, std::string_view text) { return rubric::Explainer(grader, text).explain(); }

}  // namespace decision_card
