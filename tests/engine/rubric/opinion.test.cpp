// SPDX-License-Identifier: MIT
// What counts neither way because its writer does not hold it, and what denies or affirms in other words than "not".
// All about trams and buses (tests/corpus/rubrics/journey.json).
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/support.hpp"

using decision_card::tests::found;

namespace {

void check_all(const std::vector<std::string>& texts, const std::string& expected) {
  for (const std::string& text : texts) {
    CAPTURE(text);
    CHECK(found(text) == expected);
  }
}

}  // namespace

TEST_CASE("what a writer doubts is not said") {
  check_all({"I doubt the bus is on time.", "I doubt that the bus is on time.", "We doubted a bus is on time.",
             "I don't buy that a bus is on time.", "I do not buy the bus is on time.",
             "I'm not convinced a bus is on time.", "I am not sure the bus is on time.",
             "Nobody should think the bus is on time.", "It is doubtful whether the bus is on time.",
             "The bus is on time, I doubt it.", "I'm sceptical that the bus is on time.",
             "It is hard to believe the bus is on time.", "It is often said that the bus is on time."},
            "");
  CHECK(found("I doubt the bus is on time, because the tram is on time.") == "");
  CHECK(found("When in doubt, take the tram to be on time.") == "keeps_time");
  CHECK(found("A tram does not buy you everything, but it is on time.") == "keeps_time");
}

TEST_CASE("a verdict beside a claim takes it back") {
  check_all(
      {"The bus is on time. That's false.", "A bus is on time? Not at all.", "The bus is on time. Wrong!",
       "The bus is on time. No.", "The bus is on time. It is not.", "The bus is on time. That is simply not true.",
       "The bus is on time. Far from it.", "The bus is on time. I don't think so.", "The bus is always on time: false.",
       "The bus is on time. The opposite is true.", "The bus is on time at any hour of any day of the year? Never."},
      "");
  check_all(
      {"The tram is on time. That's true.", "The tram is on time. That's not wrong.", "The tram is on time. Really.",
       "The tram is on time. No doubt.", "The tram is on time. Nothing more.", "The tram is on time. Of course it is."},
      "keeps_time");
  CHECK(found("The bus is on time. That's false, since the bus is stuck in traffic.") == "keeps_time");
  CHECK(found("Tram: on time; bus: never.") == "keeps_time");
}

TEST_CASE("what stands behind a label or a line that calls it wrong is not said") {
  check_all({"Myth: the bus is on time.", "Common misconception: a bus is on time.", "Myth 1: the bus is on time.",
             "## Myths\n- The bus is on time.", "Myths:\n- The bus is on time.\n- A tram goes to every village.",
             "Common mistakes\n\n- The bus is on time.", "It is not true that:\n- the bus is on time",
             "I doubt that:\n- the bus is on time", "People think that:\n- the bus is on time", "❌ The bus is on time.",
             "- The bus is on time: no", "- the bus is on time ✗"},
            "");
  CHECK(found("Myth: the bus is on time. Fact: the tram is on time.") == "keeps_time");
  CHECK(found("## Myths\n- The bus is on time, but it is stuck in traffic.") == "keeps_time");
  CHECK(found("## Myths\n- The bus is on time.\n\n## Facts\n- The tram is on time.") == "keeps_time");
  CHECK(found("That is a mistake: the tram is on time.") == "keeps_time");
  CHECK(found("✅ The tram is on time.") == "keeps_time");
}

TEST_CASE("crosses say no in a cell") {
  for (const std::string no : {"✗", "✘", "❌", "✖", "no", "No.", "not really", "🚫", "never", "not at all"}) {
    CAPTURE(no);
    CHECK(found("| | Tram | Bus |\n|---|---|---|\n| on time | yes | " + no + " |") == "keeps_time");
    CHECK(found("| | on time | every village |\n|---|---|---|\n| Tram | ✓ | " + no + " |\n| Bus | " + no + " | ✓ |") ==
          "keeps_time reaches_villages");
  }
  CHECK(found("| | Tram | Bus |\n|---|---|---|\n| on time | ✓ | ✓ |") == "keeps_time -bus_keeps_time");
}

TEST_CASE("two denials beside each other are two, one under the other is none") {
  check_all({"The bus is not cheap and not on time.", "A bus is neither cheap nor on time.",
             "The bus is never cheap or never on time.", "The bus isn't cheap and isn't on time.", "No bus is on time.",
             "None is on time, says the bus."},
            "");
  CHECK(found("The tram is not cheap and not late.") == "keeps_time");
  CHECK(found("A tram never fails to be on time.") == "keeps_time");
  CHECK(found("A bus needs no tram and no track.") == "reaches_villages");
}

TEST_CASE("denials in other words") {
  check_all({"The bus is far from on time.", "The bus is anything but on time.", "The bus is unlikely to be on time.",
             "No one says a bus is on time.", "The bus is too slow to be on time.",
             "The bus is too full and slow to be on time.", "The bus is not comfortable, let alone on time.",
             "The bus is by no means on time.", "The bus is nowhere near on time.", "None of the buses is on time.",
             "It is impossible for a bus to be on time.", "I deny that the bus is on time.", "bus != on time",
             "bus ≠ on time", "bus !== on time", "The bus is scarcely on time."},
            "");
  check_all({"The tram is unlikely to be late.", "The tram is far from late.", "The tram is too quick to be stuck."},
            "keeps_time");
}

TEST_CASE("what sounds like a denial and affirms") {
  check_all({"No doubt the tram is on time.", "Without a doubt the tram is on time.",
             "You can't deny the tram is on time.", "Nobody denies that the tram is on time.",
             "Not only is the tram on time.", "There is no question that the tram is on time.",
             "No matter when you go, the tram is on time.", "It is no wonder the tram is on time.",
             "The tram is not only on time.", "It's not wrong that the tram is on time.",
             "By mistake I took the tram and it was on time.", "Somebody at the wrong stop saw the tram on time."},
            "keeps_time");
}

TEST_CASE("the tram, not the bus") {
  check_all({"The tram, not the bus, is on time.", "The tram (not the bus) is on time.",
             "I take the tram, not the bus, because it is on time."},
            "keeps_time");
  CHECK(found("The bus, not the tram, is on time.") == "-bus_keeps_time");
  CHECK(found("The bus is cheap, not on time.") == "");
}

TEST_CASE("a denial goes on behind an aside") {
  check_all({"The bus is not (as some say) on time.", "The bus is not – as we all know – on time.",
             "The bus is never [ever] on time.", "The bus isn't - in my view - on time.",
             "The bus is without (any) punctual drivers."},
            "");
  CHECK(found("The bus is not cheap (I checked), but the tram is on time.") == "keeps_time");
  CHECK(found("The bus is not cheap (I checked) and the tram is on time.") == "keeps_time");
  CHECK(found("The tram is not – as we all know – late.") == "keeps_time");
}

TEST_CASE("apostrophes that another encoding broke") {
  for (const std::string apostrophe : {"'", "’", "´", "`", "¬", "\xEF\xBF\xBD", "\xC2\x92", ""}) {
    CAPTURE(apostrophe);
    CHECK(found("The bus isn" + apostrophe + "t on time.") == "");
    CHECK(found("The tram isn" + apostrophe + "t late.") == "keeps_time");
  }
}

TEST_CASE("struck text is taken back") {
  check_all({"~~The bus is on time.~~ The tram is on time.", "<del>The bus is on time.</del> The tram is on time.",
             "<s>The bus is on time.</s> The tram is on time.",
             "<strike class=\"x\">The bus is on time.</strike> The tram is on time.", "The ~~bus~~ tram is on time."},
            "keeps_time");
  CHECK(found("~~The tram is on time.") == "keeps_time");
  CHECK(found("<s> The tram is on time.") == "keeps_time");
  CHECK(found("The tram is ~5 minutes ~ on time.") == "keeps_time");
}

TEST_CASE("questions, however they open") {
  check_all({"Isn't the bus on time?", "When is the bus on time?", "Was the bus on time?", "Where is a bus on time?",
             "Won't the bus be on time?", "The bus is on time?", "Must the bus be on time?", "- The bus is on time?",
             "Bus on time?"},
            "");
  CHECK(found("Was it good to be on time? The tram.") == "keeps_time");
  CHECK(found("Late? The tram is on time.") == "keeps_time");
}

TEST_CASE("a table without a line under its header, and one whose rows have no label") {
  const std::string html =
      "<table><tr><td></td><td>Tram</td><td>Bus</td></tr><tr><td>on time</td><td>yes</td><td>no</td></tr></table>";
  CHECK(found(html) == "keeps_time");
  CHECK(found("| | Tram | Bus |\n| time | on time | stuck in traffic |\n| money | | cheap |") == "keeps_time weighs");
  CHECK(found("<table><tr><td>Tram</td><td>Bus</td></tr><tr><td>on time</td><td>cheap</td></tr></table>") ==
        "keeps_time weighs");
  CHECK(found("<table><tr><td>Tram</td><td>on time</td></tr><tr><td>Bus</td><td>cheap</td></tr></table>") ==
        "keeps_time weighs");
}
