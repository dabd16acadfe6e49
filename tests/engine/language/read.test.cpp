// SPDX-License-Identifier: MIT
#include "language/read.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "language/english.hpp"

using namespace decision_card;
using namespace decision_card::language;
using Kind = Sentence::Kind;

namespace {

Prose read(std::string_view text) {
  static const English english;
  static const base::WordTable stems;
  return read_prose(text, english, stems);
}

/// The words of each sentence by their places in an ASCII text.
std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::string> found;
  const Prose prose = read(text);
  for (const Sentence& sentence : prose.sentences) {
    std::string words;
    for (std::uint32_t k = sentence.first; k < sentence.last; ++k) {
      const Word& word = prose.words[k];
      if (!words.empty()) words += ' ';
      words += text.substr(word.start, word.end - word.start);
    }
    found.push_back(words);
  }
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("sentences end with their marks, not with abbreviations or numbers") {
  CHECK(sentences("One fact. Two facts! Three?") == Texts{"One fact", "Two facts", "Three"});
  CHECK(sentences("Use it, e.g. for docs. Done.") == Texts{"Use it e g for docs", "Done"});
  CHECK(sentences("RAG vs. tuning in version 2.5 is new.") == Texts{"RAG vs tuning in version 2 5 is new"});
  CHECK(sentences("He said \"no.\" Then left.") == Texts{"He said no", "Then left"});
  CHECK(sentences("Use Node.JS, config.json, ASP.NET or v2.x in the U.S.A today.").size() == 1);
  CHECK(sentences("").empty());
  CHECK(sentences(" \n\t\r\n ").empty());
}

TEST_CASE("a question is told from a thought with a question mark") {
  CHECK(read("What is it about?").sentences[0].asks);
  CHECK(sentences("Need citations? RAG.") == Texts{"Need citations RAG"});
  CHECK_FALSE(read("Need citations? RAG.").sentences[0].asks);
}

TEST_CASE("headings have levels") {
  const Prose prose = read("## Cost\nIt is low.\n\nTitle\n=====\nText.\n####### seven\n#none");
  CHECK(prose.sentences[0].kind == Kind::heading);
  CHECK(prose.sentences[0].depth == 2);
  CHECK(prose.sentences[1].kind == Kind::text);
  CHECK(prose.sentences[2].kind == Kind::heading);
  CHECK(prose.sentences[2].depth == 1);
  CHECK(prose.sentences[4].kind == Kind::text);
}

TEST_CASE("bullets and list numbers have indents") {
  const Prose prose = read("- one\n  - two\n1. three\n12) four\n\xE2\x80\xA2 five\n-six");
  CHECK(prose.sentences[0].kind == Kind::bullet);
  CHECK(prose.sentences[1].depth == 2);
  CHECK(prose.sentences[2].kind == Kind::bullet);
  CHECK(prose.sentences[3].kind == Kind::bullet);
  CHECK(prose.sentences[4].kind == Kind::bullet);
  CHECK(prose.words[4].end - prose.words[4].start == 4);
  CHECK_FALSE(prose.sentences.back().opens);  // "-six" goes on with the bullet above
}

TEST_CASE("tables have rows, columns and headers") {
  const Prose prose = read("|x|RAG|\n|---|---|\n|cost||\n\n|other|table|");
  REQUIRE(prose.sentences.size() == 6);
  for (const Sentence& sentence : prose.sentences) CHECK(sentence.kind == Kind::cell);
  CHECK(prose.sentences[0].header);
  CHECK(prose.sentences[1].depth == 1);
  CHECK_FALSE(prose.sentences[2].header);
  CHECK(prose.sentences[2].row == prose.sentences[1].row + 1);
  CHECK(prose.sentences[3].first == prose.sentences[3].last);  // an empty cell keeps its column
  CHECK(prose.sentences[4].row > prose.sentences[3].row + 1);
}

TEST_CASE("labels are headings") {
  CHECK(read("Fine-tuning:\nIt changes style.").sentences[0].kind == Kind::heading);
  CHECK(read("**Costs**\nThey are low.").sentences[0].kind == Kind::heading);
  CHECK(read("Pros of RAG\n- fresh\n- cited").sentences[0].kind == Kind::heading);
  CHECK(read("This is a sentence.\n- fresh").sentences[0].kind == Kind::text);
}

TEST_CASE("code is no prose") {
  CHECK(sentences("Before.\n```\nint rag = 1;\n```\nAfter.") == Texts{"Before", "After"});
  CHECK(sentences("~~~\nopen to the end") == Texts{});
}

TEST_CASE("a quoted sentence is told by its first mark") {
  CHECK(read("\"RAG is dead\" is a claim.").sentences[0].quoted);
  CHECK(read("\xE2\x80\x9CRAG is dead\xE2\x80\x9D is a claim.").sentences[0].quoted);
  CHECK_FALSE(read("The \"best\" way.").sentences[0].quoted);
}

TEST_CASE("lines broken by hand are sentences, wrapped lines are not") {
  CHECK(sentences("fresh facts\ncited sources") == Texts{"fresh facts", "cited sources"});
  const std::string wrapped = "this line is long enough to have been wrapped by the\nwidth of a page";
  CHECK(sentences(wrapped).size() == 1);
  const std::string two_blanks =
      "this line is long enough to have been wrapped by an editor  \nbut ends with two blanks";
  CHECK(sentences(two_blanks).size() == 2);
}

TEST_CASE("all line ends are the same") {
  const Texts expected{"One", "Two", "Three"};
  CHECK(sentences("One\nTwo\n\nThree") == expected);
  CHECK(sentences("One\r\nTwo\r\n\r\nThree") == expected);
  CHECK(sentences("One\rTwo\r\rThree") == expected);
}

TEST_CASE("places count UTF-16 code units") {
  const Prose prose = read("😀 RAG ＲＡＧ é");
  REQUIRE(prose.words.size() == 3);
  CHECK(prose.words[0].start == 3);
  CHECK(prose.words[0].end == 6);
  CHECK(prose.words[1].start == 7);
  CHECK(prose.words[1].end == 10);
  CHECK(prose.words[0].hash == prose.words[1].hash);  // full-width letters are the same letters
  CHECK(prose.words[2].start == 11);
}

TEST_CASE("bytes that are no UTF-8 are one character each") {
  const Prose prose = read("\xFF\x80 a \xF0\x9F b");
  REQUIRE(prose.words.size() == 2);
  CHECK(prose.words[0].start == 3);
  CHECK(prose.words[1].start == 8);
}

TEST_CASE("addresses of links and tags are no text") {
  CHECK(sentences("See [the docs](https://example.org/a_b) now.") == Texts{"See the docs now"});
  CHECK(sentences("A <b>bold</b> word, 1 < 2.") == Texts{"A bold word 1 2"});
}

TEST_CASE("pauses stand in front of words") {
  const Prose prose = read("When fresh, RAG; else: tune - or both");
  CHECK(prose.words[2].pause == Pause::comma);
  CHECK(prose.words[3].pause == Pause::strong);
  CHECK(prose.words[4].pause == Pause::label);
  CHECK(prose.words[5].pause == Pause::label);
  CHECK(prose.words[6].pause == Pause::none);
}

TEST_CASE("marks without their partners are read in linear time") {
  const auto seconds = [](std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t k = 0; k < times; ++k) text += piece;
    const auto start = std::chrono::steady_clock::now();
    read(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  for (const std::string_view piece : {"](", "[a](", "<a", "|---|\n", "<br>", "<!--", "<td>", "a-\n", "&#3", "a.bb",
                                       "www.", "n' ", "a:\n", ".é", "1. "}) {
    CAPTURE(piece);
    CHECK(seconds(piece, 200'000) < 60);  // milliseconds; in quadratic time it would be hours, on any machine
  }
}

TEST_CASE("places count the units of entities, ligatures and accents as they are written") {
  const Prose prose = read("&eacute;a tra\uFB03c cafe\u0301 caf\u00E9");
  REQUIRE(prose.words.size() == 4);
  CHECK(prose.words[0].end == 9);
  CHECK(prose.words[1].start == 10);
  CHECK(prose.words[1].end == 15);
  CHECK(prose.words[2].end == 21);
  CHECK(prose.words[2].hash == prose.words[3].hash);
}
