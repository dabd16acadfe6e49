// SPDX-License-Identifier: MIT
#include "language/idioms.hpp"

#include "base/hash.hpp"
#include "base/wording.hpp"
#include "language/english.hpp"

namespace decision_card::language {

namespace {

constexpr std::uint32_t any_negator = 0;  // written "~": "not", "don't", "never"

struct Phrases {
  std::uint32_t classes;
  std::uint16_t senses;
  std::string_view phrases;
};

constexpr Phrases idiom_table[] = {
    // They deny what follows.
    {negates, 0,
     "far from,anything but,no one,let alone,by no means,in no way,no longer,none of,nowhere near,wrong for,"
     "wrong choice,wrong tool,bad for,bad at,bad choice,bad fit,poor choice,poor fit,useless for"},
    // They deny nothing.
    {0, 0,
     "no doubt,without doubt,without a doubt,beyond doubt,beyond a doubt,beyond any doubt,in doubt,no question,"
     "without question,nothing wrong,~ wrong that,~ false that,no wonder,no surprise,no secret,no matter,no denying,"
     "no less,by mistake,not least,not to mention,nothing but,or not"},
    // The writer is not of this opinion.
    {refutes | believes, doubts,
     "~ convinced,~ persuaded,~ sold on,~ sure,~ certain,i ~ buy,we ~ buy,i do ~ buy,we do ~ buy,i would ~ buy,"
     "i ~ agree,we ~ agree,hard to believe"},
};

}  // namespace

Idioms::Idioms() {
  for (const Phrases& row : idiom_table) {
    for (const std::string_view phrase : base::split(row.phrases, ',')) add(phrase, row.classes, row.senses);
  }
}

void Idioms::add(std::string_view phrase, std::uint32_t classes, std::uint16_t senses) {
  Idiom idiom{static_cast<std::uint32_t>(hashes_.size()), 0, classes | function_word, senses, {}};
  for (const std::string_view word : base::split(phrase, ' ')) {
    hashes_.push_back(word == "~" ? any_negator : base::hash_of(word));
    idiom.last = word;
  }
  idiom.size = static_cast<std::uint32_t>(hashes_.size()) - idiom.first;
  idioms_.push_back(idiom);
}

bool Idioms::ends(const Idiom& idiom, std::span<const Word> words) const {
  if (words.size() < idiom.size) return false;
  const std::span<const Word> last = words.last(idiom.size);
  for (std::uint32_t k = idiom.size; k-- > 0;) {
    const std::uint32_t hash = hashes_[idiom.first + k];
    if (hash == any_negator ? (last[k].classes & negates) == 0 : last[k].hash != hash) return false;
    if (k > 0 && last[k].pause != Pause::none) return false;
  }
  return true;
}

void Idioms::mark(std::span<Word> words) const {
  for (const Idiom& idiom : idioms_) {
    if (!ends(idiom, words)) continue;
    for (Word& word : words.last(idiom.size)) {
      word.classes = function_word;
      word.senses &= judges;
    }
    words.back().classes = idiom.classes;
    words.back().senses |= idiom.senses;
    return;
  }
}

}  // namespace decision_card::language
