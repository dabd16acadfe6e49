// SPDX-License-Identifier: MIT
#include "language/english.hpp"

#include <doctest/doctest.h>

#include "base/hash.hpp"

using namespace decision_card;
using namespace decision_card::language;

namespace {

std::uint32_t classes_of(std::string_view word) {
  static const English english;
  const English::Entry* const entry = english.find(word, base::hash_of(word));
  return entry == nullptr ? 0 : entry->classes;
}

}  // namespace

TEST_CASE("a word has all classes under which it is listed") {
  CHECK(classes_of("cannot") == (negates | is_verb));
  CHECK((classes_of("without") & (negates_noun | preposition)) == (negates_noun | preposition));
  CHECK((classes_of("because") & (subordinates | explains | function_word)) ==
        (subordinates | explains | function_word));
  CHECK((classes_of("fails") & negates) != 0);
  CHECK((classes_of("fail") & negates) != 0);
}

TEST_CASE("a word without a class is not there, nor is the empty one") {
  CHECK(classes_of("tram") == 0);
  CHECK(classes_of("") == 0);
  CHECK(classes_of("Not") == 0);  // words come in small letters
}

TEST_CASE("English learns the stems that matter") {
  English english;
  base::WordTable stems;
  const std::uint32_t add = stems.add("add"), use = stems.add("use");
  english.learn_stems(stems);
  CHECK(english.find("adds", base::hash_of("adds"))->stem == add);
  CHECK(english.find("use", base::hash_of("use"))->stem == use);
  CHECK(english.find("not", base::hash_of("not"))->stem == 0);
}
