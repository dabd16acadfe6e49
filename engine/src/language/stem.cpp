// SPDX-License-Identifier: MIT
#include "language/stem.hpp"

#include <cstdint>
#include <cstring>

namespace decision_card::language {

namespace {

struct Replacement {
  std::string_view from, to;
};

constexpr Replacement exceptions[] = {{"skis", "ski"},      {"skies", "sky"},   {"idly", "idl"},   {"gently", "gentl"},
                                      {"ugly", "ugli"},     {"early", "earli"}, {"only", "onli"},  {"singly", "singl"},
                                      {"sky", "sky"},       {"news", "news"},   {"howe", "howe"},  {"atlas", "atlas"},
                                      {"cosmos", "cosmos"}, {"bias", "bias"},   {"andes", "andes"}};

/// Words whose first region would start too early and merge unlike words.
constexpr std::string_view long_prefixes[] = {"gener", "commun", "arsen", "past", "univers",
                                              "later", "emerg",  "organ", "inter"};

/// Stems that keep their -ing.
constexpr std::string_view keeps_ing[] = {"inn", "out", "cann", "herr", "earr", "even"};
/// Stems that keep their -eed.
constexpr std::string_view keeps_eed[] = {"proc", "exc", "succ"};

constexpr std::string_view possessives[] = {"'s'", "'s", "'"};
constexpr std::string_view with_eed[] = {"eedly", "eed"};
constexpr std::string_view participles[] = {"ingly", "edly", "ing", "ed"};

// The longest suffix that a word ends with decides, whether or not its region then allows the change.
constexpr Replacement doubles[] = {
    {"ization", "ize"}, {"ational", "ate"}, {"fulness", "ful"}, {"ousness", "ous"}, {"iveness", "ive"},
    {"tional", "tion"}, {"biliti", "ble"},  {"lessli", "less"}, {"entli", "ent"},   {"ation", "ate"},
    {"alism", "al"},    {"aliti", "al"},    {"ousli", "ous"},   {"iviti", "ive"},   {"fulli", "ful"},
    {"ogist", "og"},    {"enci", "ence"},   {"anci", "ance"},   {"abli", "able"},   {"izer", "ize"},
    {"ator", "ate"},    {"alli", "al"},     {"bli", "ble"},     {"ogi", "og"},      {"li", ""}};
constexpr Replacement middles[] = {{"ational", "ate"}, {"tional", "tion"}, {"alize", "al"},
                                   {"icate", "ic"},    {"iciti", "ic"},    {"ative", ""},
                                   {"ical", "ic"},     {"ness", ""},       {"ful", ""}};
constexpr std::string_view step_four[] = {"ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism",
                                          "ate",   "iti",  "ous",  "ive",  "ize",  "ion",  "al",  "er",  "ic"};

/// Does what std::string_view's ends_with does; most words differ in their last letter, so that is looked at first.
inline bool ends_in(std::string_view word, std::string_view suffix) {
  if (word.size() < suffix.size() || word.back() != suffix.back()) return false;
  const char* tail = word.data() + (word.size() - suffix.size());
  for (std::size_t k = 0; k + 1 < suffix.size(); ++k) {
    if (tail[k] != suffix[k]) return false;
  }
  return true;
}

constexpr std::uint32_t letters(std::string_view set) {
  std::uint32_t bits = 0;
  for (const char c : set) bits |= 1u << (c - 'a');
  return bits;
}

/// Capital Y, which stands for a consonant, is not among the letters.
inline bool is_one_of(std::uint32_t set, char c) {
  const unsigned at = static_cast<unsigned char>(c) - 'a';
  return at < 26 && (set >> at & 1) != 0;
}

constexpr std::uint32_t vowels = letters("aeiouy");

constexpr std::string_view suffix_of(const Replacement& entry) { return entry.from; }
constexpr std::string_view suffix_of(std::string_view suffix) { return suffix; }

/// Most words end with none of a list's suffixes, and their last letter tells.
template <class List>
constexpr std::uint32_t last_letters(const List& list) {
  std::uint32_t bits = 0;
  for (const auto& entry : list) bits |= 1u << (suffix_of(entry).back() - 'a');
  return bits;
}

template <class List>
bool holds(const List& list, std::string_view word) {
  for (const std::string_view item : list) {
    if (item == word) return true;
  }
  return false;
}

/// Returns the first (longest) entry that the word ends with, or nothing.
template <class List>
const Replacement* ending(const List& list, std::string_view word) {
  for (const Replacement& item : list) {
    if (ends_in(word, item.from)) return &item;
  }
  return nullptr;
}

const Replacement* exception_for(std::string_view word) {
  for (const Replacement& entry : exceptions) {
    if (entry.from.front() == word.front() && entry.from == word) return &entry;
  }
  return nullptr;
}

bool doubled(std::string_view word) {
  if (word.size() < 2) return false;
  const char last = word.back();
  return word[word.size() - 2] == last && is_one_of(letters("bdfgmnprt"), last);
}

}  // namespace

Stem::Stem(std::string_view word) {
  const bool unchanged = word.size() > longest || word.size() <= 2;
  if (!unchanged && word.starts_with('\'')) word.remove_prefix(1);
  size_ = word.size() < longest ? word.size() : longest;
  std::memcpy(buffer_, word.data(), size_);
  if (unchanged) return;
  const Replacement* exception = exception_for(word);
  if (exception != nullptr) replace(size_, exception->to);
  else strip();
}

void Stem::strip() {
  mark_consonant_y();
  r1_ = first_region();
  r2_ = region_after(r1_);
  drop_possessive();
  drop_plural();
  drop_past_and_participle();
  final_y();
  double_suffixes();
  middle_suffixes();
  last_suffixes();
  final_e_or_l();
  for (std::size_t k = 0; k < size_; ++k) {
    if (buffer_[k] == 'Y') buffer_[k] = 'y';
  }
}

bool Stem::vowel(std::size_t at) const { return is_one_of(vowels, buffer_[at]); }

bool Stem::has_vowel(std::size_t until) const {
  for (std::size_t k = 0; k < until; ++k) {
    if (vowel(k)) return true;
  }
  return false;
}

/// True for a vowel between consonants, the last no w, x or Y; or a vowel and a consonant that are the whole; or
/// "past".
bool Stem::short_syllable_at(std::size_t end) const {
  const std::string_view before(buffer_, end);
  if (before == "past") return true;
  if (end == 2) return vowel(0) && !vowel(1);
  if (end < 3 || vowel(end - 3) || !vowel(end - 2) || vowel(end - 1)) return false;
  return !is_one_of(letters("wx"), buffer_[end - 1]) && buffer_[end - 1] != 'Y';
}

std::size_t Stem::region_after(std::size_t from) const {
  for (std::size_t k = from; k + 1 < size_; ++k) {
    if (vowel(k) && !vowel(k + 1)) return k + 2;
  }
  return size_;
}

std::size_t Stem::first_region() const {
  for (const std::string_view prefix : long_prefixes) {
    if (prefix.front() == buffer_[0] && text().starts_with(prefix)) return prefix.size();
  }
  return region_after(0);
}

void Stem::replace(std::size_t letters, std::string_view with) {
  cut(letters);
  std::memcpy(buffer_ + size_, with.data(), with.size());
  size_ += with.size();
}

void Stem::mark_consonant_y() {
  for (std::size_t k = 0; k < size_; ++k) {
    if (buffer_[k] == 'y' && (k == 0 || vowel(k - 1))) buffer_[k] = 'Y';
  }
}

void Stem::drop_possessive() {
  if (std::memchr(buffer_, '\'', size_) == nullptr) return;
  for (const std::string_view suffix : possessives) {
    if (ends_in(text(), suffix)) return cut(suffix.size());
  }
}

void Stem::drop_plural() {
  if (ends_in(text(), "sses")) return cut(2);
  if (ends_in(text(), "ied") || ends_in(text(), "ies")) return cut(size_ > 4 ? 2 : 1);
  if (!ends_in(text(), "s") || ends_in(text(), "us") || ends_in(text(), "ss")) return;
  if (size_ >= 2 && has_vowel(size_ - 2)) cut(1);
}

void Stem::drop_past_and_participle() {
  for (const std::string_view suffix : with_eed) {
    if (!ends_in(text(), suffix)) continue;
    const std::size_t start = size_ - suffix.size();
    if (start >= r1_ && !(suffix == "eed" && holds(keeps_eed, std::string_view(buffer_, start))))
      replace(suffix.size(), "ee");
    return;
  }
  for (const std::string_view suffix : participles) {
    if (!ends_in(text(), suffix)) continue;
    const std::size_t start = size_ - suffix.size();
    if (!has_vowel(start)) {
      // "dying" is "die"
      if (suffix == "ing" && start == 2 && buffer_[1] == 'y') replace(4, "ie");
      return;
    }
    if (suffix == "ing" && start == 2 && buffer_[1] == 'y' && !vowel(0)) return replace(4, "ie");
    if (suffix == "ing" && holds(keeps_ing, std::string_view(buffer_, start))) return;
    cut(suffix.size());
    return mend_after_participle();
  }
}

void Stem::mend_after_participle() {
  if (ends_in(text(), "at") || ends_in(text(), "bl") || ends_in(text(), "iz")) return replace(0, "e");
  if (doubled(text())) {
    const bool whole = size_ == 3 && is_one_of(letters("aeo"), buffer_[0]);
    if (!whole) cut(1);
    return;
  }
  if (r1_ >= size_ && short_syllable_at(size_)) replace(0, "e");
}

void Stem::final_y() {
  if (size_ > 2 && (ends_in(text(), "y") || ends_in(text(), "Y")) && !vowel(size_ - 2)) buffer_[size_ - 1] = 'i';
}

void Stem::double_suffixes() {
  if (size_ == 0 || !is_one_of(last_letters(doubles), buffer_[size_ - 1])) return;
  const Replacement* found = ending(doubles, text());
  if (found == nullptr || size_ - found->from.size() < r1_) return;
  const std::size_t start = size_ - found->from.size();
  if (found->from == "li") {
    if (start > 0 && is_one_of(letters("cdeghkmnrt"), buffer_[start - 1])) cut(2);
    return;
  }
  if (found->from == "ogi" && (start == 0 || buffer_[start - 1] != 'l')) return;
  replace(found->from.size(), found->to);
}

void Stem::middle_suffixes() {
  if (size_ == 0 || !is_one_of(last_letters(middles), buffer_[size_ - 1])) return;
  const Replacement* found = ending(middles, text());
  if (found == nullptr) return;
  const std::size_t start = size_ - found->from.size();
  if (start >= (found->from == "ative" ? r2_ : r1_)) replace(found->from.size(), found->to);
}

void Stem::last_suffixes() {
  if (size_ == 0 || !is_one_of(last_letters(step_four), buffer_[size_ - 1])) return;
  for (const std::string_view suffix : step_four) {
    if (!ends_in(text(), suffix)) continue;
    const std::size_t start = size_ - suffix.size();
    const bool allowed = suffix != "ion" || (start > 0 && (buffer_[start - 1] == 's' || buffer_[start - 1] == 't'));
    if (start >= r2_ && allowed) cut(suffix.size());
    return;
  }
}

void Stem::final_e_or_l() {
  if (size_ == 0) return;
  const std::size_t start = size_ - 1;
  if (buffer_[start] == 'e' && (start >= r2_ || (start >= r1_ && !short_syllable_at(start)))) cut(1);
  else if (buffer_[start] == 'l' && start >= r2_ && start > 0 && buffer_[start - 1] == 'l') cut(1);
}

}  // namespace decision_card::language
