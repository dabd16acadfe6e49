// SPDX-License-Identifier: MIT
#include "rubric/opinion.hpp"

#include <algorithm>

#include "language/english.hpp"

namespace decision_card::rubric {

namespace {

using enum language::WordClass;
using language::Word;

constexpr std::size_t longest_verdict = 8;  // words

/// What a verdict is made of. Refuting and denying takes both back: "that's not wrong".
struct Verdict {
  bool light = true;  ///< its words carry nothing else
  bool refuted = false, denied = false, affirmed = false, reversed = false;

  explicit Verdict(std::span<const Word> words) : light(!words.empty() && words.size() <= longest_verdict) {
    for (const Word& word : words) add(word);
  }
  void add(const Word& word) {
    light = light && word.senses & (language::judges | language::reverses);
    refuted = refuted || word.classes & refutes;
    denied = denied || word.classes & (negates | negates_noun);
    affirmed = affirmed || word.classes & affirms;
    reversed = reversed || word.senses & language::reverses;
  }
  [[nodiscard]] bool negative() const {
    if (reversed) return affirmed && !denied;
    return light && refuted != denied;
  }
};

}  // namespace

Opinion read_opinion(std::span<const Word> words, std::span<const Word> follows) {
  Opinion opinion;
  std::uint32_t seen = 0, content_after = 0;
  bool misbelief = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::uint32_t classes = words[at].classes;
    const std::uint32_t next = at + 1 < follows.size() ? follows[at + 1].classes : 0;
    const bool denied = (seen & (negates | negates_noun)) != 0;
    if (classes & believes && seen & (believer | refutes)) opinion.reported = true;  // "a mistake to say …"
    // "I don't believe that …", "it is wrong that …", "it is often said that …"
    if (next & reports && (classes & refutes || (classes & believes && (denied || seen & refers_back))))
      opinion.reported = true;
    if (classes & affirms && denied && next & refers_back) opinion.reported = true;  // "it is not true that …"
    if (words[at].senses & language::doubts && !denied) opinion.doubted = true;      // "I doubt …"
    if (classes & refutes) {
      opinion.called_wrong = true;
      content_after = 0;
    } else if (opinion.called_wrong && (classes & function_word) == 0) {
      ++content_after;
    }
    misbelief = misbelief || (classes & refutes && words[at].senses & language::misbelief);
    seen |= classes;
  }
  if (opinion.called_wrong && content_after > 0) opinion.called_wrong = false;
  // "A common mistake is …", "the myth that …", "many get that wrong"; but somebody may overwrite the wrong file.
  if ((misbelief || opinion.called_wrong) && seen & believer) opinion.reported = true;
  return opinion;
}

bool is_verdict(std::span<const Word> words) {
  const Verdict verdict(words);
  return verdict.light && verdict.negative();
}

bool is_plain_verdict(std::span<const Word> words) {
  const Verdict verdict(words);
  return verdict.light && verdict.negative() && (verdict.refuted || verdict.affirmed);
}

bool labels_wrong(std::span<const Word> words) {
  constexpr std::uint32_t carries_nothing = function_word | preposition | believer | refutes;
  const auto is_named = [](const Word& word) { return (word.senses & language::misbelief) != 0; };
  const auto is_light = [&](const Word& word) {
    const bool counts = word.classes == 0 && word.end - word.start <= 2;  // "Myth 1"
    return is_named(word) || counts || (word.classes & carries_nothing && !(word.classes & (is_verb | refers_back)));
  };
  return std::any_of(words.begin(), words.end(), is_named) && std::all_of(words.begin(), words.end(), is_light);
}

}  // namespace decision_card::rubric
