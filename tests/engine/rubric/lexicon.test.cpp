// SPDX-License-Identifier: MIT
#include "rubric/lexicon.hpp"

#include <doctest/doctest.h>

#include <string>

#include "language/read.hpp"

using namespace decision_card;
using rubric::Hit;
using rubric::Lexicon;

namespace {

const std::vector<Concept> concepts{{"stop", "stop, tram stop"}, {"tram", "tram,trams,streetcar"}, {"fast", "fast"}};

/// The concepts found in a text by their first word, as "concept@word"; inner ones in brackets.
std::string hits_of(std::string_view text) {
  base::WordTable stems;
  const Lexicon lexicon(concepts, stems);
  language::English english;
  english.learn_stems(stems);
  const language::Prose prose = language::read_prose(text, english, stems);
  std::vector<Hit> hits;
  lexicon.find(prose.words, 0, hits);
  std::string found;
  for (const Hit& hit : hits) {
    const std::string one =
        std::string(concepts[hit.concept_index].id) + "@" + std::to_string(hit.first) + "-" + std::to_string(hit.last);
    found += (found.empty() ? "" : " ") + (hit.inner ? "[" + one + "]" : one);
  }
  return found;
}

}  // namespace

TEST_CASE("phrases are found by the stems of their words") {
  CHECK(hits_of("A streetcar is fast") == "tram@1-2 fast@3-4");
  CHECK(hits_of("It stopped") == "stop@1-2");
  CHECK(hits_of("A bus") == "");
  CHECK(hits_of("") == "");
}

TEST_CASE("a phrase within a longer one is an inner one") {
  CHECK(hits_of("the tram stop is near") == "[tram@1-2] stop@1-3 [stop@2-3]");
  CHECK(hits_of("Trams stopped") == "[tram@0-1] stop@0-2 [stop@1-2]");
}

TEST_CASE("a phrase does not reach over a pause") { CHECK(hits_of("the tram, stop it") == "tram@1-2 stop@2-3"); }

TEST_CASE("many phrases are told apart") {
  std::vector<std::string> texts;
  std::vector<Concept> many;
  for (int k = 0; k < 200; ++k) texts.push_back("zq" + std::to_string(k) + "x vw" + std::to_string(k % 7) + "x");
  for (const std::string& text : texts) many.push_back({text, text});
  base::WordTable stems;
  const Lexicon lexicon(many, stems);
  language::English english;
  for (std::size_t k = 0; k < many.size(); ++k) {
    const language::Prose prose = language::read_prose(texts[k], english, stems);
    std::vector<Hit> hits;
    lexicon.find(prose.words, 10, hits);
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].concept_index == k);
    CHECK(hits[0].first == 10);
    CHECK(hits[0].last == 12);
  }
}

TEST_CASE("a word with an equals sign is found only as it is written") {
  const std::vector<Concept> exact{{"it", "=IT"}, {"a", "=A"}, {"polish", "=Polish sausage"}, {"c", "=C, =C language"}};
  base::WordTable stems;
  const Lexicon lexicon(exact, stems);
  language::English english;
  english.learn_stems(stems);
  const auto hits = [&](std::string_view text) {
    const language::Prose prose = language::read_prose(text, english, stems);
    std::vector<Hit> found;
    lexicon.find(prose.words, 0, found);
    std::string ids;
    for (const Hit& hit : found) ids += std::string(exact[hit.concept_index].id) + (hit.inner ? "- " : " ");
    return ids;
  };
  CHECK(hits("the IT department") == "it ");
  CHECK(hits("is it so") == "");
  CHECK(hits("It is so") == "");
  CHECK(hits("C and A and P") == "c a ");
  CHECK(hits("a c") == "");
  CHECK(hits("A tram") == "");  // the capital is the sentence's
  CHECK(hits("a Polish Sausage") == "polish ");
  CHECK(hits("polish the sausage, polish sausage") == "");
  CHECK(hits("the C language") == "c- c ");
  CHECK(hits("the c language") == "");
}

TEST_CASE("phrases and texts meet in both spellings") {
  const std::vector<Concept> twins{{"x", "behaviour, organize, centre, modelling, catalogue, analyse, defense"}};
  base::WordTable stems;
  const Lexicon lexicon(twins, stems);
  language::English english;
  english.learn_stems(stems);
  for (const std::string_view text : {"behavior", "Behavioural", "organising", "organisation", "center", "centred",
                                      "modeling", "catalog", "catalogues", "analyzing", "defence"}) {
    CAPTURE(text);
    const language::Prose prose = language::read_prose(text, english, stems);
    std::vector<Hit> found;
    lexicon.find(prose.words, 0, found);
    CHECK(found.size() == 1);
  }
}

TEST_CASE("letters and their accents meet, written as one or as two") {
  const std::vector<Concept> cafes{{"x", "caf\u00E9"}, {"y", "nai\u0308ve, S\u030Ckoda"}};
  base::WordTable stems;
  const Lexicon lexicon(cafes, stems);
  const language::English english;
  const language::Prose prose = language::read_prose("cafe\u0301 CAF\u00C9, na\u00EFve \u0160koda", english, stems);
  std::vector<Hit> found;
  lexicon.find(prose.words, 0, found);
  CHECK(found.size() == 4);
}
