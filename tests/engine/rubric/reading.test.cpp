// SPDX-License-Identifier: MIT
// How a text is read: what is denied, what a clause is about, what the structure of a text says. All about trams and
// buses (tests/corpus/rubrics/journey.json).
#include "decision_card/grade.hpp"

#include <doctest/doctest.h>

#include "support/support.hpp"

using decision_card::tests::found;

TEST_CASE("a negation denies what follows it, up to the end of its clause") {
  CHECK(found("A bus is cheap and the tram is on time.") == "keeps_time weighs");
  CHECK(found("A bus is not cheap, but the tram is on time.") == "keeps_time");
  CHECK(found("The bus isn't stuck in traffic.") == "");
  CHECK(found("The bus is never on time.") == "");
  CHECK(found("Neither the bus nor the tram is on time.") == "");
  CHECK(found("Without the tram I could not read.") == "");
}

TEST_CASE("what is denied can be what a pattern wants") {
  CHECK(found("A tram is not late.") == "keeps_time");
  CHECK(found("The tram doesn't get stuck or held up.") == "keeps_time");
  CHECK(found("A bus needs no track.") == "reaches_villages");
  CHECK(found("The bus does not need a track.") == "reaches_villages");
  CHECK(found("There is no need for a track with a bus.") == "reaches_villages");
  CHECK(found("The tram doesn't stop in any village, but it is on time.") == "keeps_time reaches_villages");
}

TEST_CASE("words that take a negation back, and words that make one") {
  CHECK(found("Not only is the tram on time, it also lets me read.") == "keeps_time use_of_time");
  CHECK(found("The tram is not just on time.") == "keeps_time");
  CHECK(found("The bus is no longer cheap. The tram is on time.") == "keeps_time");
  CHECK(found("The tram is no longer late.") == "keeps_time");
  CHECK(found("It is not true that the tram is on time.") == "");
  CHECK(found("It is not the case that the bus is on time.") == "");
}

TEST_CASE("a clause is about the subject that it names") {
  CHECK(found("The tram is on time.") == "keeps_time");
  CHECK(found("The bus is on time.") == "-bus_keeps_time");
  CHECK(found("The bus is cheap, whereas the tram is on time.") == "keeps_time weighs");
  CHECK(found("Tram: on time. Bus: cheap.") == "keeps_time weighs");
  CHECK(found("A tram never gets held up; a bus does.") == "keeps_time");
  CHECK(found("The tram, which is on time, beats the bus.") == "keeps_time");
  CHECK(found("At the tram stop you can read.") == "");  // a longer phrase that names no subject
}

TEST_CASE("a clause that names no subject takes over the one before, or the one it leads to") {
  CHECK(found("A tram is on time. It lets you read.") == "keeps_time use_of_time");
  CHECK(found("A bus is cheap. It is on time.") == "-bus_keeps_time");
  CHECK(found("Because it stands in no traffic, the tram is on time.") == "keeps_time");
  CHECK(found("If I want to read, I take the tram.") == "use_of_time");
  CHECK(found("For reading, take the tram.") == "use_of_time");
  CHECK(found("The track keeps it on time.") == "keeps_time");  // implied
  CHECK(found("It is on time.") == "");
}

TEST_CASE("a subject that is only compared with is not what the clause is about") {
  CHECK(found("Unlike the bus, the tram is on time.") == "keeps_time");
  CHECK(found("Unlike a bus, which is stuck in traffic, a tram lets you read.") == "keeps_time use_of_time");
  CHECK(found("I pick the tram over the bus: it is on time.") == "keeps_time");
  CHECK(found("The tram is better than the bus because it is on time.") == "keeps_time");
}

TEST_CASE("what is said of two subjects together is said of neither alone") {
  CHECK(found("Trams and buses are on time.") == "");
}

TEST_CASE("the former and the latter") {
  CHECK(found("There is the tram and there is the bus. The former is on time, the latter is cheap.") ==
        "keeps_time weighs");
}

TEST_CASE("a question says nothing, unless a subject answers it") {
  CHECK(found("Is the bus on time?") == "");
  CHECK(found("Do you want to be on time? The tram.") == "keeps_time");
  CHECK(found("Do you want to be on time? The bus.") == "-bus_keeps_time");
}

TEST_CASE("what others believe is neither credit nor blame") {
  CHECK(found("Some people think the bus is always on time.") == "");
  CHECK(found("People say that the bus is on time. That is wrong.") == "");
  CHECK(found("“The bus is always on time” is a myth.") == "");
  CHECK(found("A common mistake is to think that the bus is on time, but it is stuck in traffic.") == "keeps_time");
  CHECK(found("I don't think the bus is on time.") == "");
}

TEST_CASE("conditions and hedges count as said") {
  CHECK(found("I would take the tram if I want to read.") == "use_of_time");
  CHECK(found("A tram is usually on time.") == "keeps_time");
  CHECK(found("A tram might be on time.") == "keeps_time");
}

TEST_CASE("bullets are about their heading or label") {
  for (const std::string heading : {"## Tram", "Tram:", "**Tram**", "Tram\n===="}) {
    CAPTURE(heading);
    CHECK(found(heading + "\n\n- on time\n- you can read") == "keeps_time use_of_time");
  }
  CHECK(found("Tram:\n- on time\n\nBus:\n- cheap\n- every village") == "keeps_time reaches_villages weighs");
  CHECK(found("## Tram\n### Pros\n- on time\n\n## Bus\n### Pros\n- cheap") == "keeps_time weighs");
  CHECK(found("- The tram is on time\n- You can read") == "keeps_time use_of_time");
}

TEST_CASE("a cell is about its column or its row, and no cell says that it is not so") {
  CHECK(found("| | Tram | Bus |\n|---|---|---|\n| time | on time | stuck in traffic |\n| money | | cheap |") ==
        "keeps_time weighs");
  CHECK(found("| | good for |\n|---|---|\n| Tram | on time |\n| Bus | every village |") ==
        "keeps_time reaches_villages");
  CHECK(found("| | Tram | Bus |\n|---|---|---|\n| on time | yes | no |\n| cheap | no | yes |") == "keeps_time weighs");
  CHECK(found("| | Tram | Bus |\n|---|---|---|\n| on time | no | no |") == "");
}

TEST_CASE("Markdown and plain text are read the same") {
  const std::string plain = found("The tram is on time. You can read.");
  CHECK(plain == "keeps_time use_of_time");
  for (const std::string text :
       {"The **tram** is *on time*. You can `read`.", "> The tram is on time.\n> You can read.",
        "The tram is [on time](https://example.org/bus). You can read.", "1. The tram is on time.\n2. You can read.",
        "The <b>tram</b> is on time. You can read.",
        "As everyone in our town can tell you, the tram is on\r\ntime. You can read."}) {
    CAPTURE(text);
    CHECK(found(text) == plain);
  }
  CHECK(found("```\nThe bus is on time.\n```\nThe tram lets you read.") == "use_of_time");
}

TEST_CASE("full-width letters, curly marks and soft hyphens are the plain ones") {
  CHECK(found("Ｔｈｅ ｔｒａｍ isn’t ｌａｔｅ.") == "keeps_time");
  CHECK(found("The tram is punc\u00ADtual.") == "keeps_time");
  CHECK(found("THE TRAM IS ON TIME") == "keeps_time");
}

TEST_CASE("patterns: order and gap, and all in one clause") {
  CHECK(found("To change trams is hard.") == "changes");
  CHECK(found("You change to a tram.") == "");  // two words between
  CHECK(found("Trams change.") == "");
}

TEST_CASE("a short line ends its sentence, unless a small letter goes on with it") {
  CHECK(found("The tram is on\nTime") == "");
  CHECK(found("The tram is on\ntime.") == "keeps_time");
  CHECK(found("The tram is on  \ntime.") == "");  // two blanks break the line
  CHECK(found("I am not\nThe tram is on time") == "keeps_time");
}

// What the reading gets wrong today. Take a line up into the cases above once it is read right.
TEST_CASE("modal verbs, joined subjects and refused cells") {
  CHECK(found("You can't simply read on a tram.") == "");
  CHECK(found("I know buses and trams. The former is cheap, the latter is on time.") == "keeps_time weighs");
  CHECK(found("| | on time | every village |\n|---|---|---|\n| Tram | yes | no |\n| Bus | no | yes |") ==
        "keeps_time reaches_villages");
}
