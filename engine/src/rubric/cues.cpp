// SPDX-License-Identifier: MIT
#include "rubric/cues.hpp"

#include <algorithm>

#include "base/stable_order.hpp"
#include "rubric/reasons.hpp"
#include "rubric/turned.hpp"
#include "rubric/wanted.hpp"

namespace decision_card::rubric {

namespace {

using language::Prose;

constexpr std::size_t most_telling = 6;  // stretches of words that are shown of a finding

/// Returns the whole part of the square root.
std::uint64_t root(std::uint64_t value) {
  std::uint64_t result = 0;
  for (std::uint64_t bit = std::uint64_t{1} << 62; bit != 0; bit >>= 2) {
    const bool fits = value >= result + bit;
    if (fits) value -= result + bit;
    result = fits ? (result >> 1) + bit : result >> 1;
  }
  return result;
}

/// What some traits come to: a sum for each code, and the square of their length. Long texts say more of everything, so
/// that a sum counts by its length.
class Sums {
 public:
  explicit Sums(const Cues& cues) : cues_(&cues), of_(cues.codes.size()) {}

  void clear() {
    std::fill(of_.begin(), of_.end(), 0);
    squares_ = 0;
  }
  void add(const Cues::Trait& trait) {
    for (const Cues::Weight weight : trait.weights.of(cues_->weights)) of_[weight.code] += trait.rarity * weight.weight;
    squares_ += static_cast<std::uint32_t>(trait.rarity * trait.rarity);
  }
  /// Makes this the union of two whose common traits are known.
  void unite(const Sums& a, const Sums& b, const Sums& common) {
    for (std::size_t k = 0; k < of_.size(); ++k) of_[k] = a.of_[k] + b.of_[k] - common.of_[k];
    squares_ = a.squares_ + b.squares_ - common.squares_;
  }
  [[nodiscard]] std::int64_t length() const { return static_cast<std::int64_t>(root(std::uint64_t{squares_} << 16)); }
  /// 256 times the sum by the length.
  [[nodiscard]] std::int32_t score(std::size_t code, std::int64_t length) const {
    const std::int32_t sum = length == 0 ? 0 : static_cast<std::int32_t>((std::int64_t{of_[code]} << 16) / length);
    return sum + cues_->codes[code].bias;
  }

 private:
  const Cues* cues_;
  std::vector<std::int32_t> of_;
  std::uint32_t squares_ = 0;
};

class CueScorer {
 public:
  CueScorer(const Grader& grader, const Prose& prose, const Reading& reading, const TraitReader& reader, Found& found)
      : grader_(grader),
        cues_(grader.pack.rubric().cues),
        prose_(prose),
        reading_(reading),
        reader_(reader),
        found_(found),
        seen_(cues_.traits.size()),
        before_(cues_),
        here_(cues_),
        common_(cues_),
        both_(cues_),
        whole_(cues_),
        scores_(cues_.codes.size(), CueScore{0, lowest}) {}

  std::vector<CueScore> score() {
    std::uint32_t from = 0;  // the sentence before, if it has words
    for (std::uint32_t k = 0; k < prose_.sentences.size();) {
      traits_.clear();
      const auto end = static_cast<std::uint32_t>(reader_.read(k, traits_));
      if (!traits_.empty()) {
        const bool news = add_sentence();
        if (news) consider(here_, k, end);
        if (news && number_ > 1) consider(unite(), from, end);
        std::swap(before_, here_);
        from = k;
      }
      k = end;
    }
    const std::int64_t length = whole_.length();
    for (std::size_t code = 0; code < scores_.size(); ++code) {
      CueScore& score = scores_[code];
      if (score.best == lowest) score.best = cues_.codes[code].bias;
      score.score = score.best + whole_.score(code, length);
    }
    return std::move(scores_);
  }

 private:
  static constexpr std::int32_t lowest = INT32_MIN;

  /// Returns true where it has words that no sentence before it has: to say a thing again shows no more.
  bool add_sentence() {
    bool news = number_ == 0;
    ++number_;
    here_.clear();
    common_.clear();
    for (const Trait& trait : traits_) {
      const std::uint32_t cue = grader_.cues.find(trait.key);
      if (cue == CueIndex::none || seen_[cue] == number_) continue;
      here_.add(cues_.traits[cue]);
      if (seen_[cue] == 0) whole_.add(cues_.traits[cue]);
      else if (seen_[cue] == number_ - 1) common_.add(cues_.traits[cue]);
      news = news || (seen_[cue] == 0 && is_wording(trait.key));
      seen_[cue] = number_;
    }
    return news;
  }

  const Sums& unite() {
    both_.unite(before_, here_, common_);
    return both_;
  }

  void consider(const Sums& window, std::uint32_t first, std::uint32_t last) {
    const std::int64_t length = window.length();
    for (std::size_t code = 0; code < scores_.size(); ++code) {
      const std::int32_t score = window.score(code, length);
      if (score > scores_[code].best && !is_turned(code, first, last)) scores_[code] = {0, score, first, last};
    }
  }

  /// What a pattern found is shown, whatever else the text says of it.
  [[nodiscard]] bool is_turned(std::size_t code, std::uint32_t first, std::uint32_t last) {
    const Owner owner = owner_of(grader_, cues_.codes[code]);
    return !found_.any(owner) && turned(grader_, reading_, first, last, owner, found_);
  }

  const Grader& grader_;
  const Cues& cues_;
  const Prose& prose_;
  const Reading& reading_;
  const TraitReader& reader_;
  Found& found_;
  std::vector<std::uint32_t> seen_;  ///< by cue: the number of the last sentence that has it
  Sums before_, here_, common_, both_, whole_;
  std::vector<CueScore> scores_;
  std::vector<Trait> traits_;
  std::uint32_t number_ = 0;
};

/// Puts what cues found into the matches.
class Hearer {
 public:
  Hearer(const Grader& grader, const Prose& prose, const Reading& reading, const TraitReader& reader, Found& found)
      : grader_(grader),
        rubric_(grader.pack.rubric()),
        prose_(prose),
        reading_(reading),
        reader_(reader),
        found_(found) {}

  void hear(const CueScore& score, std::size_t code_index) {
    const Cues::Code& code = rubric_.cues.codes[code_index];
    const Cues::Bar& bar = rubric_.cues.bar_of(code);
    const Owner owner = owner_of(grader_, code);
    if (found_.any(owner)) {
      if (score.score < bar.kept) found_.drop(owner);
    } else if (score.score >= bar.found && score.shown()) {
      add(owner, code, code_index, score);
    }
  }

 private:
  void add(Owner owner, const Cues::Code& code, std::size_t code_index, const CueScore& score) {
    Match match{no_pattern, level_of(code, score), {static_cast<std::uint32_t>(found_.spans.size()), 0}, {}};
    std::uint32_t row = 0;
    for (std::uint32_t k = score.first; k < score.last; ++k) {
      const language::Sentence& sentence = prose_.sentences[k];
      if (sentence.first == sentence.last) continue;
      const Span span{prose_.words[sentence.first].start, prose_.words[sentence.last - 1u].end};
      if (row != 0 && sentence.row == row) {
        found_.spans.back().end = span.end;  // cells of one row
        continue;
      }
      row = sentence.row;
      found_.spans.push_back(span);
      ++match.spans.size;
    }
    match.telling = telling_words(reasons_of(grader_, reader_, score, code_index));
    found_.add(owner, match);
  }

  /// As for patterns: the highest level that has an `also` which the window says too.
  [[nodiscard]] std::uint16_t level_of(const Cues::Code& code, const CueScore& score) const {
    if (code.misconception) return 0;
    ConceptSet said;
    for (std::uint32_t k = reading_.sentences[score.first].first_hit; k < reading_.sentences[score.last - 1].last_hit;
         ++k)
      said.add({reading_.hits[k].concept_index, reading_.hits[k].negated});
    return highest_level(rubric_, rubric_.criteria_of(std::nullopt)[code.index], 0, said,
                         [&](Slice reasons) { return gives_reason(score, reasons); });
  }

  [[nodiscard]] bool gives_reason(const CueScore& window, Slice reasons) const {
    if (reasons.size == 0) return true;
    for (std::uint32_t k = window.first; k < window.last; ++k) {
      const ReadSentence& read = reading_.sentences[k];
      const auto hits = std::span(reading_.hits).subspan(read.first_hit, read.last_hit - read.first_hit);
      if (argues(rubric_, reasons, prose_, prose_.sentences[k], hits)) return true;
    }
    return false;
  }

  /// Each word has what the traits that it is part of weigh, shared among their words. Those of at least a third of the
  /// greatest weight are shown.
  Slice telling_words(const std::vector<CueReason>& reasons) {
    std::uint32_t first = UINT32_MAX, last = 0;
    for (const CueReason& reason : reasons) {
      first = std::min(first, reason.trait.first);
      last = std::max(last, reason.trait.last);
    }
    weights_.assign(last > first ? last - first : 0, 0);
    for (const CueReason& reason : reasons) {
      const auto words = static_cast<std::int32_t>(reason.trait.last - reason.trait.first);
      for (std::uint32_t at = reason.trait.first; at < reason.trait.last; ++at)
        weights_[at - first] += reason.weight / words;
    }
    const auto before = static_cast<std::uint32_t>(found_.telling.size());
    std::int32_t bar = 1;
    for (const std::int32_t weight : weights_) bar = std::max(bar, weight / 3);
    for (std::uint32_t k = 0; k < weights_.size() && found_.telling.size() < before + most_telling; ++k) {
      if (weights_[k] >= bar) add_telling(first + k, k > 0 && weights_[k - 1] >= bar);
    }
    return {before, static_cast<std::uint32_t>(found_.telling.size()) - before};
  }

  void add_telling(std::uint32_t at, bool goes_on) {
    const language::Word& word = prose_.words[at];
    if (goes_on && word.pause == language::Pause::none) found_.telling.back().end = word.end;
    else found_.telling.push_back({word.start, word.end});
  }

  const Grader& grader_;
  const Rubric& rubric_;
  const Prose& prose_;
  const Reading& reading_;
  const TraitReader& reader_;
  Found& found_;
  std::vector<std::int32_t> weights_;
};

/// In a text that shows nothing of the question, few findings of cues are an accident of words.
void doubt(const Grader& grader, Found& found) {
  std::vector<Owner> probable;
  for (const Cues::Code& code : grader.pack.rubric().cues.codes) {
    const Owner owner = owner_of(grader, code);
    if (found.by_cues_alone(owner)) probable.push_back(owner);
  }
  if (probable.size() >= no_accident_of_words) return;
  for (const Owner owner : probable) found.drop(owner);
}

}  // namespace

std::vector<CueScore> score_cues(const Grader& grader, const Prose& prose, const Reading& reading,
                                 const TraitReader& reader, Found& found) {
  return CueScorer(grader, prose, reading, reader, found).score();
}

std::vector<CueReason> reasons_of(const Grader& grader, const TraitReader& reader, const CueScore& window,
                                  std::size_t code) {
  const Cues& cues = grader.pack.rubric().cues;
  std::vector<Trait> traits;
  for (std::size_t k = window.first; k < window.last;) k = reader.read(k, traits);
  std::vector<CueReason> reasons;
  std::vector<bool> seen(cues.traits.size());
  for (const Trait& trait : traits) {
    const std::uint32_t cue = grader.cues.find(trait.key);
    if (cue == CueIndex::none || seen[cue]) continue;
    seen[cue] = true;
    for (const Cues::Weight weight : cues.traits[cue].weights.of(cues.weights)) {
      if (weight.code == code) reasons.push_back({trait, cue, cues.traits[cue].rarity * weight.weight});
    }
  }
  return reasons;
}

Owner owner_of(const Grader& grader, const Cues::Code& code) {
  return (code.misconception ? grader.first_misconception : grader.first_criterion) + code.index;
}

void hear_cues(const Grader& grader, const Prose& prose, const Reading& reading, Found& found) {
  if (!grader.pack.rubric().cues.present()) return;
  const TraitReader reader(grader, prose, reading, found);
  const std::vector<CueScore> scores = score_cues(grader, prose, reading, reader, found);
  Hearer hearer(grader, prose, reading, reader, found);
  for (std::size_t k = 0; k < scores.size(); ++k) hearer.hear(scores[k], k);
  const bool knows_topic = grader.pack.rubric().topic_of(std::nullopt).size > 0;
  if (knows_topic && reading.named == 0 && !found.any(topic)) doubt(grader, found);
}

}  // namespace decision_card::rubric
