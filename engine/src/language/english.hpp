// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/word_table.hpp"
#include "language/idioms.hpp"

namespace decision_card::language {

/// What a word of English does in a sentence, as far as grading needs it. A word may have several.
enum WordClass : std::uint32_t {
  negates = 1u << 0,           ///< up to the end of its clause: not, never, cannot
  negates_noun = 1u << 1,      ///< what follows, up to the next verb or preposition: no, without
  subordinates = 1u << 2,      ///< begins a clause that hangs on another: when, if, because
  relates = 1u << 3,           ///< which, who
  contrasts = 1u << 4,         ///< but, whereas, while
  coordinates = 1u << 5,       ///< and, or
  concludes = 1u << 6,         ///< so, then, therefore
  refers_back = 1u << 7,       ///< it, they, this
  compares = 1u << 8,          ///< what follows is only compared with: than, unlike, versus
  is_verb = 1u << 9,           ///< a common finite verb or auxiliary
  opens_condition = 1u << 10,  ///< for, with, where: a fronted phrase that belongs to what follows
  asks = 1u << 11,             ///< opens a question: what, is, should
  believer = 1u << 12,         ///< people, some, many
  believes = 1u << 13,         ///< think, claim, assume
  refutes = 1u << 14,          ///< wrong, myth, false
  refocuses = 1u << 15,        ///< after a negation it takes it back: not only, not just
  aspect = 1u << 16,           ///< heads a list about the subject above it: pros, drawbacks
  function_word = 1u << 17,    ///< carries no content of its own
  preposition = 1u << 18,
  former = 1u << 19,
  latter = 1u << 20,
  avoids = 1u << 21,          ///< a verb that negates its object: avoid, eliminates
  hypothetical = 1u << 22,    ///< if, would
  needs = 1u << 23,           ///< "no need to retrain": what follows is what is not needed
  affirms = 1u << 24,         ///< "not true that": what follows is denied
  ends_report = 1u << 25,     ///< but, however: what follows is the writer's own view again
  explains = 1u << 27,        ///< because, although: begins a clause that stands for itself
  ends_like_verb = 1u << 28,  ///< a word of no other class that ends in -ing or -ed
  ends_in_s = 1u << 29,       ///< a word of no other class: a plural, or a verb behind its subject
  reports = 1u << 30,         ///< "wrong that": what follows is what somebody says
};

/// Rarer things that a word of English does.
enum WordSense : std::uint16_t {
  doubts = 1u << 0,      ///< what follows is not the writer's opinion: doubt, "I don't buy"
  exceeds = 1u << 1,     ///< "too slow to": what follows is denied
  infinitive = 1u << 2,  ///< to
  misbelief = 1u << 3,   ///< names what is wrong: "Myth: …", "Mistakes"
  judges = 1u << 4,      ///< can stand in a verdict on what was said: "that is simply not so"
  reverses = 1u << 5,    ///< "the opposite is true"
  ends_idiom = 1u << 6,  ///< may be the last word of an idiom
};

/// The classes of the words of English that have any, and their stems: about half of the words of a text.
class English {
 public:
  struct Entry {
    std::uint32_t classes = 0;
    std::uint32_t stem = 0;
    std::uint16_t senses = 0;
  };

  English();
  /// Looks up the stems of its words, so that none of them needs stemming in a text.
  void learn_stems(const base::WordTable& stems);
  /// Returns nothing for a word without a class. `word` has lower case and plain apostrophes.
  [[nodiscard]] const Entry* find(std::string_view word, std::uint32_t hash) const;
  [[nodiscard]] const Idioms& idioms() const { return idioms_; }

 private:
  Entry& entry(std::string_view word);

  base::WordTable words_;
  std::vector<Entry> entries_{{}};
  Idioms idioms_;
};

}  // namespace decision_card::language
