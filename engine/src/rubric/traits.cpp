// SPDX-License-Identifier: MIT
#include "rubric/traits.hpp"

#include <algorithm>
#include <optional>

#include "base/stable_order.hpp"
#include "base/wording.hpp"
#include "document/fields.hpp"
#include "rubric/matching.hpp"

namespace decision_card::rubric {

using language::Pause;
using language::Sentence;
using language::Word;

namespace {

enum class Kind : std::uint8_t { none, word, denied, pair, denied_pair, said, named, pattern };

constexpr unsigned bits = 28;  // of each of the two numbers of a key: more than a pack has words

constexpr std::uint64_t key_of(Kind kind, std::uint64_t a, std::uint64_t b = 0) {
  return static_cast<std::uint64_t>(kind) << 2 * bits | a << bits | b;
}
constexpr std::uint32_t first_of(std::uint64_t key) {
  return static_cast<std::uint32_t>(key >> bits & ((1u << bits) - 1));
}
constexpr std::uint32_t second_of(std::uint64_t key) { return static_cast<std::uint32_t>(key & ((1u << bits) - 1)); }

/// "rag+fine_tuning"; nothing where one of them is no subject.
std::optional<SubjectSet> subjects_named(std::string_view names, const Rubric& rubric) {
  SubjectSet set = 0;
  if (names.empty()) return set;
  for (const std::string_view name : base::split(names, '+')) {
    std::size_t at = 0;
    while (at < rubric.subjects.size() && rubric.lexicon[rubric.subjects[at]].id != name) ++at;
    if (at == rubric.subjects.size()) return std::nullopt;
    set = static_cast<SubjectSet>(set | 1u << at);
  }
  return set;
}

std::string names_of(SubjectSet set, const Rubric& rubric) {
  std::string names;
  for (std::size_t k = 0; k < rubric.subjects.size(); ++k) {
    if ((set >> k & 1) == 0) continue;
    if (!names.empty()) names += '+';
    names += rubric.lexicon[rubric.subjects[k]].id;
  }
  return names;
}

/// Criteria of the rubric's own question come first, misconceptions behind them.
std::uint64_t pattern_key(std::string_view id, const Rubric& rubric) {
  if (const auto k = document::index_of(rubric.criteria_of(std::nullopt), id)) return key_of(Kind::pattern, *k);
  if (const auto k = document::index_of(rubric.misconceptions, id))
    return key_of(Kind::pattern, rubric.criteria.size + std::uint64_t{*k});
  return 0;
}

std::uint64_t said_key(std::string_view subjects, std::string_view name, const Rubric& rubric) {
  const bool denied = name.starts_with('!');
  const auto concept_index = document::index_of(rubric.lexicon, name.substr(denied ? 1 : 0));
  const auto set = subjects_named(subjects, rubric);
  return concept_index && set ? key_of(Kind::said, Mention(*concept_index, denied).key, *set) : 0;
}

/// Returns the position behind the sentence, or behind the last cell of its row.
std::size_t end_of_row(const language::Prose& prose, std::size_t position) {
  const Sentence& first = prose.sentences[position];
  std::size_t end = position + 1;
  if (first.kind != Sentence::Kind::cell) return end;
  while (end < prose.sentences.size() && prose.sentences[end].kind == Sentence::Kind::cell &&
         prose.sentences[end].row == first.row)
    ++end;
  return end;
}

}  // namespace

bool is_wording(std::uint64_t key) { return key >> 2 * bits <= static_cast<std::uint64_t>(Kind::denied_pair); }

std::uint64_t trait_key(std::string_view name, const Rubric& rubric, base::WordTable& stems) {
  const std::string_view rest = name.substr(1);
  if (name.starts_with('*')) return pattern_key(rest, rubric);
  if (name.starts_with('@')) {
    const auto set = subjects_named(rest, rubric);
    return set ? key_of(Kind::named, *set) : 0;
  }
  if (const std::size_t at = name.find('='); at != std::string_view::npos)
    return said_key(name.substr(0, at), name.substr(at + 1), rubric);
  const bool denied = name.starts_with('!');
  const std::string_view words = denied ? rest : name;
  const std::size_t at = words.find('_');
  if (at == std::string_view::npos) return key_of(denied ? Kind::denied : Kind::word, stems.add(words));
  const std::uint32_t before = stems.add(words.substr(0, at));
  return key_of(denied ? Kind::denied_pair : Kind::pair, before, stems.add(words.substr(at + 1)));
}

std::string trait_name(std::uint64_t key, const Rubric& rubric, const base::WordTable& stems) {
  const std::uint32_t first = first_of(key), second = second_of(key);
  switch (static_cast<Kind>(key >> 2 * bits)) {
    case Kind::word: return std::string(stems.word(first));
    case Kind::denied: return "!" + std::string(stems.word(first));
    case Kind::pair: return std::string(stems.word(first)) + "_" + std::string(stems.word(second));
    case Kind::denied_pair: return "!" + std::string(stems.word(first)) + "_" + std::string(stems.word(second));
    case Kind::named: return "@" + names_of(static_cast<SubjectSet>(first), rubric);
    case Kind::said:
      return names_of(static_cast<SubjectSet>(second), rubric) + (first % 2 == 0 ? "=" : "=!") +
             std::string(rubric.lexicon[first / 2].id);
    case Kind::pattern: {
      const std::uint32_t own = rubric.criteria.size;
      return "*" + std::string(first < own ? rubric.criteria_of(std::nullopt)[first].id
                                           : rubric.misconceptions[first - own].id);
    }
    case Kind::none: break;
  }
  return {};
}

TraitReader::TraitReader(const Grader& grader, const language::Prose& prose, const Reading& reading, const Found& found)
    : prose_(prose), reading_(reading) {
  const Rubric& rubric = grader.pack.rubric();
  std::vector<PatternPlace> all;
  for (std::uint32_t k = 0; k < rubric.criteria.size; ++k) add_places(grader.first_criterion + k, k, found, all);
  for (std::uint32_t k = 0; k < rubric.misconceptions.size(); ++k)
    add_places(grader.first_misconception + k, rubric.criteria.size + k, found, all);
  const auto order =
      base::stable_order(all.size(), [&](std::uint32_t a, std::uint32_t b) { return all[a].first < all[b].first; });
  for (const std::uint32_t k : order) places_.push_back(all[k]);
}

void TraitReader::add_places(Owner owner, std::uint32_t number, const Found& found,
                             std::vector<PatternPlace>& places) const {
  for (std::uint32_t k = found.owners[owner].first; k != 0; k = found.matches[k].next) {
    for (const Span span : found.matches[k].spans.of(found.spans)) {
      const std::uint32_t first = word_at(span.start);
      places.push_back({first, std::max(first + 1, word_at(span.end)), number});
    }
  }
}

/// Returns the first word that does not begin before this place.
std::uint32_t TraitReader::word_at(std::uint32_t unit) const {
  const auto found = std::partition_point(prose_.words.begin(), prose_.words.end(),
                                          [=](const Word& word) { return word.start < unit; });
  return static_cast<std::uint32_t>(found - prose_.words.begin());
}

std::size_t TraitReader::read(std::size_t position, std::vector<Trait>& traits) const {
  const std::size_t end = end_of_row(prose_, position);
  SubjectSet named = 0;
  for (std::size_t k = position; k < end; ++k) {
    read_words(prose_.sentences[k], traits);
    read_hits(reading_.sentences[k], traits);
    named |= reading_.sentences[k].subjects;
  }
  const std::uint32_t first = prose_.sentences[position].first, last = prose_.sentences[end - 1].last;
  if (!says_anything(first, last)) return end;
  traits.push_back({key_of(Kind::named, named), first, first});
  read_patterns(first, last, traits);
  return end;
}

/// What is asked, told of others or called wrong shows nothing, not even what it names.
bool TraitReader::says_anything(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t at = first; at < last; ++at) {
    if ((reading_.marks[at] & muted_word) == 0) return true;
  }
  return false;
}

/// A word that is denied is another one. Words that count neither way show nothing.
void TraitReader::read_words(const Sentence& sentence, std::vector<Trait>& traits) const {
  std::uint32_t before = 0;
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
    const Word& word = prose_.words[at];
    const std::uint8_t marks = reading_.marks[at];
    if (word.pause >= Pause::strong || marks & muted_word) before = 0;
    if (marks & muted_word) continue;
    const bool denied = (marks & denied_word) != 0;
    if (word.stem != 0) traits.push_back({key_of(denied ? Kind::denied : Kind::word, word.stem), at, at + 1});
    if (word.stem != 0 && before != 0)
      traits.push_back({key_of(denied ? Kind::denied_pair : Kind::pair, before, word.stem), at - 1, at + 1});
    before = word.stem;
  }
}

void TraitReader::read_hits(const ReadSentence& read, std::vector<Trait>& traits) const {
  for (std::uint32_t k = read.first_hit; k < read.last_hit; ++k) {
    const Hit& hit = reading_.hits[k];
    const std::uint16_t said = Mention(hit.concept_index, hit.negated).key;
    traits.push_back({key_of(Kind::said, said), hit.first, hit.last});
    if (hit.subjects != 0) traits.push_back({key_of(Kind::said, said, hit.subjects), hit.first, hit.last});
  }
}

void TraitReader::read_patterns(std::uint32_t first, std::uint32_t last, std::vector<Trait>& traits) const {
  auto place = std::partition_point(places_.begin(), places_.end(),
                                    [=](const PatternPlace& each) { return each.first < first; });
  for (; place != places_.end() && place->first < last; ++place)
    traits.push_back({key_of(Kind::pattern, place->number), place->first, std::min(place->last, last)});
}

}  // namespace decision_card::rubric
