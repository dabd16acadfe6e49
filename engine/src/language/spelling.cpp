// SPDX-License-Identifier: MIT
#include "language/spelling.hpp"

#include <cstdint>
#include <cstring>

namespace decision_card::language {

namespace {

constexpr std::size_t npos = std::string_view::npos;

struct Twin {
  std::string_view from, to;
};

// What a word begins with; in the order of the alphabet.
constexpr Twin beginnings[] = {{"acknowledgement", "acknowledgment"},
                               {"ageing", "aging"},
                               {"aluminium", "aluminum"},
                               {"anaem", "anem"},
                               {"anaes", "anes"},
                               {"analogu", "analog"},
                               {"archaeo", "archeo"},
                               {"artefact", "artifact"},
                               {"benefitt", "benefit"},
                               {"biass", "bias"},
                               {"catalogu", "catalog"},
                               {"cosy", "cozy"},
                               {"defence", "defense"},
                               {"dialled", "dialed"},
                               {"dialling", "dialing"},
                               {"dialogu", "dialog"},
                               {"duell", "duel"},
                               {"encyclopaed", "encycloped"},
                               {"enrolment", "enrollment"},
                               {"focuss", "focus"},
                               {"fuelled", "fueled"},
                               {"fuelling", "fueling"},
                               {"fulfilment", "fulfillment"},
                               {"grey", "gray"},
                               {"gruell", "gruel"},
                               {"instalment", "installment"},
                               {"jeweller", "jeweler"},
                               {"judgement", "judgment"},
                               {"learnt", "learned"},
                               {"licenc", "licens"},
                               {"manoeuvre", "maneuver"},
                               {"manoeuvring", "maneuvering"},
                               {"mould", "mold"},
                               {"offence", "offense"},
                               {"orthopaed", "orthoped"},
                               {"paediatr", "pediatr"},
                               {"plough", "plow"},
                               {"practis", "practic"},
                               {"pretence", "pretense"},
                               {"sceptic", "skeptic"},
                               {"skilful", "skillful"},
                               {"smoulder", "smolder"},
                               {"spelt", "spelled"},
                               {"sulphur", "sulfur"},
                               {"targett", "target"},
                               {"towards", "toward"},
                               {"tyre", "tire"},
                               {"whilst", "while"},
                               {"wilful", "willful"},
                               {"woollen", "woolen"}};

// What stands before "our" where Americans write "or".
constexpr std::string_view before_our[] = {"arm",    "behavi", "cand", "clam", "col", "demean", "endeav", "fav",
                                           "ferv",   "flav",   "glam", "harb", "hon", "hum",    "lab",    "misdemean",
                                           "neighb", "od",     "parl", "ranc", "rig", "rum",    "sav",    "savi",
                                           "splend", "tum",    "val",  "vap",  "vig"};

// What ends in "re" where Americans write "er".
constexpr std::string_view before_re[] = {"calib", "cent", "fib", "lit",  "lust",  "meag", "met",
                                          "mit",   "och",  "sab", "somb", "spect", "theat"};

// "…ise" that is no twin of "…ize".
constexpr std::string_view keeps_ise[] = {"prem",  "surm",     "expert", "advert", "chem",
                                          "treat", "merchand", "parad",  "franch", "sunr"};

template <std::size_t size>
bool ends_with_any(const std::string_view (&list)[size], std::string_view word) {
  for (const std::string_view entry : list) {
    if (word.ends_with(entry)) return true;
  }
  return false;
}

template <std::size_t size>
bool is_any(const std::string_view (&list)[size], std::string_view word) {
  for (const std::string_view entry : list) {
    if (word == entry) return true;
  }
  return false;
}

/// A word that is being respelled.
class Respelled {
 public:
  explicit Respelled(std::string_view word) : size_(word.size()) { std::memcpy(letters_, word.data(), size_); }

  [[nodiscard]] std::string_view text() const { return {letters_, size_}; }

  /// Puts other letters, at most one more, in the place of some.
  void replace(std::size_t at, std::size_t count, std::string_view with) {
    std::memmove(letters_ + at + with.size(), letters_ + at + count, size_ - at - count);
    std::memcpy(letters_ + at, with.data(), with.size());
    size_ = size_ - count + with.size();
  }

 private:
  char letters_[Stem::longest + 8];
  std::size_t size_;
};

/// Where each letter's entries begin among the beginnings, which are in the order of their first letters.
struct Starts {
  std::uint8_t at[27] = {};

  constexpr Starts() {
    for (const Twin& twin : beginnings) {
      for (int letter = twin.from.front() - 'a' + 1; letter < 27; ++letter) ++at[letter];
    }
  }
};
constexpr Starts starts;

/// For each first letter, the second letters of its entries: most words have another.
struct SecondLetters {
  std::uint32_t of[26] = {};

  constexpr SecondLetters() {
    for (const Twin& twin : beginnings) of[twin.from[0] - 'a'] |= 1u << (twin.from[1] - 'a');
  }
};
constexpr SecondLetters second_letters;

void respell_beginning(Respelled& word) {
  const unsigned letter = static_cast<unsigned char>(word.text().front()) - unsigned{'a'};
  if (letter >= 26) return;
  for (std::size_t k = starts.at[letter]; k < starts.at[letter + 1]; ++k) {
    const Twin& twin = beginnings[k];
    if (word.text().starts_with(twin.from)) return word.replace(0, twin.from.size(), twin.to);
  }
  // "programme", but "programmed" and "programmer" are the same everywhere.
  if (word.text() == "programme" || word.text() == "programmes") word.replace(7, 2, "");
}

void respell_our(Respelled& word) {
  const std::size_t at = word.text().find("our", 2);
  if (at != npos && ends_with_any(before_our, word.text().substr(0, at))) word.replace(at, 3, "or");
}

/// "centre", "centres", "centred", and what is made of them: "kilometre".
void respell_re(Respelled& word) {
  const std::string_view text = word.text();
  const std::size_t at = text.rfind("re");
  if (at == npos || at < 3 || text.size() - at > 3 || !ends_with_any(before_re, text.substr(0, at))) return;
  if (text.back() == 'd') word.replace(at, 2, "ere");
  else if (text.size() == at + 2 || text.back() == 's') word.replace(at, 2, "er");
}

bool is_ending_of_ise(std::string_view rest) {
  return rest == "e" || rest == "es" || rest == "ed" || rest == "er" || rest == "ers" || rest == "ing" ||
         rest == "able" || rest == "ation" || rest == "ations" || rest == "ational";
}

/// `base`: what stands before "is". Short words, and those that have "…ision" beside them, are the same everywhere.
bool takes_z(std::string_view base) {
  if (base.size() < 4 || base.ends_with("v") || is_any(keeps_ise, base)) return false;
  if (base.ends_with("c") && !base.ends_with("ic")) return false;
  if (base.ends_with("pr") || base.ends_with("prom") || base.ends_with("w")) return false;
  const char last = base.back();
  return last != 'a' && last != 'o' && last != 'u';
}

/// "organise", "organising", "organisation"; "analyse", "analysing".
void respell_ise(Respelled& word) {
  const std::string_view text = word.text();
  const std::size_t at = text.rfind('s', text.size() - 2);
  if (at == npos || at < 3 || !is_ending_of_ise(text.substr(at + 1))) return;
  const char before = text[at - 1];
  if (before == 'i' ? takes_z(text.substr(0, at - 1)) : before == 'y' && text[at - 2] == 'l') word.replace(at, 1, "z");
}

bool has_twin_beginning(std::string_view word) {
  const unsigned letter = static_cast<unsigned char>(word.front()) - unsigned{'a'};
  const unsigned second = static_cast<unsigned char>(word[1]) - unsigned{'a'};
  if (letter >= 26 || second >= 26 || (second_letters.of[letter] >> second & 1) == 0) return false;
  for (std::size_t k = starts.at[letter]; k < starts.at[letter + 1]; ++k) {
    if (beginnings[k].from[1] == word[1] && word.starts_with(beginnings[k].from)) return true;
  }
  return false;
}

/// False for most words, which need no copy then: those without "our", "is", "ys" and "re" at the end.
bool may_have_twin(std::string_view word) {
  char before = 0;
  for (const char letter : word) {
    if ((letter == 's' && (before == 'i' || before == 'y')) || (letter == 'u' && before == 'o')) return true;
    before = letter;
  }
  if (before == 'e' ? word.ends_with("re") : word.substr(0, word.size() - 1).ends_with("re")) return true;
  return has_twin_beginning(word) || word.starts_with("programme");
}

}  // namespace

Stem stem_of(std::string_view word) {
  if (word.size() < 4 || word.size() >= Stem::longest || !may_have_twin(word)) return Stem(word);
  Respelled plain(word);
  respell_beginning(plain);
  respell_our(plain);
  respell_re(plain);
  respell_ise(plain);
  return Stem(plain.text());
}

}  // namespace decision_card::language
