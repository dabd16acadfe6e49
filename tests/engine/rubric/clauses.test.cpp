// SPDX-License-Identifier: MIT
#include "rubric/clauses.hpp"

#include <doctest/doctest.h>

#include <string>

#include "language/read.hpp"

using namespace decision_card;
using rubric::Clause;

namespace {

constexpr SubjectSet tram = 1, bus = 2;

/// The clauses of one sentence about trams and buses; a track is a tram's.
std::vector<Clause> clauses_of(std::string_view text) {
  const std::vector<Concept> concepts{{"tram", "tram"}, {"bus", "bus"}, {"track", "track"}};
  const std::vector<rubric::Naming> namings{{tram, 0}, {bus, 0}, {0, tram}};
  base::WordTable stems;
  const rubric::Lexicon lexicon(concepts, stems);
  language::English english;
  english.learn_stems(stems);
  const language::Prose prose = language::read_prose(text, english, stems);
  std::vector<rubric::Hit> hits;
  lexicon.find(prose.words, 0, hits);
  std::vector<Clause> clauses;
  rubric::ClauseSplitter(prose, namings, clauses).split(prose.sentences.front(), hits);
  return clauses;
}

/// What each clause names, as "t", "b", "tb" or "-", with "|" between them.
std::string named(std::string_view text) {
  std::string found;
  for (const Clause& clause : clauses_of(text)) {
    if (!found.empty()) found += '|';
    found += clause.own == 0 ? "-" : clause.own == tram ? "t" : clause.own == bus ? "b" : "tb";
  }
  return found;
}

}  // namespace

TEST_CASE("a pause and a word that joins sentences begin a clause") {
  CHECK(named("The tram is fast but the bus is cheap") == "t|b");
  CHECK(named("The tram, when it comes, is fast") == "t|-|-");
  CHECK(named("The tram is fast and it is quiet") == "t|-");
  CHECK(named("The tram is fast and quiet") == "t");
}

TEST_CASE("a second subject begins a clause of its own, unless both are named together") {
  CHECK(named("The bus is cheap and the tram is quick") == "b|t");
  CHECK(named("The tram and the bus are full") == "tb");
}

TEST_CASE("a clause ends where the next one begins, and the last one with its sentence") {
  const std::vector<Clause> clauses = clauses_of("The tram is fast but the bus is cheap");
  REQUIRE(clauses.size() == 2);
  CHECK(clauses[0].first == 0);
  CHECK(clauses[0].last == 4);
  CHECK(clauses[1].first == 4);
  CHECK(clauses[1].last == 9);
}

TEST_CASE("a subject that is compared with is not the clause's own") {
  const Clause clause = clauses_of("The tram is faster than a bus").front();
  CHECK(clause.own == tram);
  CHECK(clause.compared == bus);
}

TEST_CASE("a subject that is advised against is rejected, and twice negated is not denied") {
  CHECK(clauses_of("Never take the bus").front().rejected);
  CHECK(clauses_of("Never take the bus").front().denied);
  CHECK_FALSE(clauses_of("Take the bus").front().rejected);
  CHECK(clauses_of("Avoid the bus").front().rejected);
  CHECK_FALSE(clauses_of("Avoid the bus").front().denied);
  CHECK_FALSE(clauses_of("You can't not take the bus").front().denied);
}

TEST_CASE("a word can imply a subject, but not under a negation") {
  CHECK(clauses_of("On a track it is fast").front().implied == tram);
  CHECK(clauses_of("It is never on a track").front().implied == 0);
}
