// SPDX-License-Identifier: MIT
// What people type and paste is read like what they mean: the same sentence earns the same, however it got here. All
// about trams and buses (tests/corpus/rubrics/journey.json).
#include <doctest/doctest.h>

#include "decision_card/grade.hpp"
#include "support/support.hpp"

using decision_card::tests::found;

namespace {

constexpr const char* denied = "I do not want to stand at the stop in the rain every single morning";

}  // namespace

TEST_CASE("a label is about the lines below it, with or without a blank line") {
  for (const std::string text :
       {"Tram:\nIt is on time.\n\nBus:\nIt is cheap.", "Tram:\nIt is on time.\nBus:\nIt is cheap.",
        "Tram :\nOn time.\nBus :\nCheap.", "**Tram**:\n\nOn time.\n\n**Bus**:\nCheap.",
        "Tram:\n- on time\nBus:\n- cheap", "1. Tram:\n\nOn time.\n\n2. Bus:\n\nCheap."}) {
    CAPTURE(text);
    CHECK(found(text) == "keeps_time weighs");
  }
  CHECK(found("The tram is better.\nMy reasons:\n- on time\n- you can read") == "keeps_time use_of_time");
}

TEST_CASE("a digit or a single letter ends a sentence") {
  for (const std::string text : {"I do not like line 4. ", "I would not go by GPT-4. ", "It is not plan B. ",
                                 "It is not vitamin C. ", "It is not 5 p.m. ", "It is not before 2020."}) {
    CAPTURE(text);
    CHECK(found(text + "The tram is on time.") == "keeps_time");
  }
  CHECK(found("There are two reasons not to drive: 1. The tram is on time.") == "keeps_time");
}

TEST_CASE("abbreviations do not end a sentence") {
  for (const std::string text :
       {"The bus is not, esp. in the morning, on time.", "The bus is not, see Smith et al. 2020, on time.",
        "The bus is not, for rain, ice etc. in the winter, on time.", "The bus is not, e.g. on Mondays, on time.",
        "The bus is not, i.e. never, on time.", "The bus is not, incl. today, on time.",
        "The bus is not, approx. never, on time.", "The bus is not, cf. fig. 3, on time."}) {
    CAPTURE(text);
    CHECK(found(text) == "");
  }
  CHECK(found("I do not like rain, ice etc. The tram is on time.") == "keeps_time");
}

TEST_CASE("every apostrophe makes a negation, and so does none") {
  for (const std::string mark : {"'", "`", "\u00B4", "\u2032", "\u02B9", "\u02BC", "\u2018", "\u2019", "\uFF07", "' ",
                                 " '", "\u2019 ", "&#39;", "&rsquo;", "&#x2019;"}) {
    CAPTURE(mark);
    CHECK(found("The bus isn" + mark + "t on time.") == "");
  }
  for (const std::string word : {"isnt", "wasnt", "aint", "is'nt", "is n't"})
    CHECK(found("A bus " + word + " on time.") == "");
  for (const std::string word :
       {"werent", "didnt", "wouldnt", "couldnt", "hasnt", "havent", "hadnt", "mustnt", "neednt"}) {
    CAPTURE(word);
    CHECK(found("Buses " + word + " be on time.") == "");
  }
}

TEST_CASE("a blank that is missing behind a stop does not join sentences") {
  for (const std::string stop :
       {".", "!", "?", "…", "...", ".\U0001F44D", ".\U0001F44D ", ".\u00B9 ", ".[1] ", ".1 ", ".\u201D"}) {
    CAPTURE(stop);
    CHECK(found("The tram is not cheap" + stop + "The tram is on time.") == "keeps_time");
  }
  CHECK(found("The tram is not cheap.the tram is on time.") == "keeps_time");
}

TEST_CASE("Unicode's line ends and blanks are line ends and blanks") {
  for (const std::string end : {"\u2028", "\u2029", "\v", "\f", "\u0085"}) {
    CHECK(found("The tram is not cheap" + end + "The tram is on time") == "keeps_time");
  }
  for (const std::string blank : {"\u00A0", "\u2003", "\u2009", "\u200B", "\u202F", "\u3000"})
    CHECK(found("The tram is not cheap." + blank + "The tram is on time") == "keeps_time");
  CHECK(found("The tram is on\u202Ftime.") == "keeps_time");
}

TEST_CASE("pasted HTML keeps its lines") {
  for (const std::string text :
       {"<p>The tram is not cheap</p><p>The tram is on time</p>", "The tram is not cheap<br/>The tram is on time",
        "<ul><li>The tram is not cheap</li><li>The tram is on time</li></ul>",
        "<div style='a'>The tram is not cheap</div><!-- x --><div>The tram is on time</div>"}) {
    CAPTURE(text);
    CHECK(found(text) == "keeps_time");
  }
  CHECK(found("<h2>Tram</h2><ul><li>on time</li></ul><h2>Bus</h2><ul><li>cheap</li></ul>") == "keeps_time weighs");
  CHECK(found("<b>Tram:</b><br>It is on time.<br><br><b>Bus:</b><br>It is cheap.") == "keeps_time weighs");
  CHECK(found("<table><tr><th></th><th>Tram</th><th>Bus</th></tr><tr><td>time</td><td>on time</td><td></td></tr>"
              "<tr><td>money</td><td></td><td>cheap</td></tr></table>") == "keeps_time weighs");
  CHECK(found("The <b>tram</b> is&nbsp;on time &lt;b&gt;") == "keeps_time");
}

TEST_CASE("all bullets are bullets") {
  for (const std::string bullet :
       {"- ",      "-\u00A0", "\u2013 ",  "\u00B7\t", "o\t",         "o ",         "\uF0B7 ",        "\u00A7 ",
        "\u25A0 ", "\u25CB ", "\u2605 ",  "\u27A2 ",  "\U0001F449 ", "\U0001F539", "1\uFE0F\u20E3 ", "a. ",
        "b) ",     "(1) ",    "1)\u00A0", "iv. ",     "&bull; "}) {
    CAPTURE(bullet);
    CHECK(found("Tram:\n" + bullet + "on time\n" + bullet + "you can read\n") == "keeps_time use_of_time");
    CHECK(found(bullet + denied + "\n" + bullet + "The tram is on time") == "keeps_time");
  }
}

TEST_CASE("addresses are no text") {
  for (const std::string address : {"https://example.org/no-tram-on-time", "www.the-bus-is-on-time.com",
                                    "the-bus-is-on-time.com/x", "<https://x.org/bus-on-time>", "never@example.com"}) {
    CAPTURE(address);
    CHECK(found(address + " says: the tram is on time.") == "keeps_time");
  }
  CHECK(found("See https://example.org/why-not. The tram is on time.") == "keeps_time");
}

TEST_CASE("blocks of code are those of CommonMark") {
  CHECK(found("```The tram is late```\n\nThe tram is on time.") == "keeps_time");
  CHECK(found("````\n```\nThe bus is on time.\n````\nThe tram is on time.") == "keeps_time");
  CHECK(found("~~~\n```\nThe bus is on time.\n~~~\nThe tram is on time.") == "keeps_time");
}

TEST_CASE("ligatures, divided words and letters with accents of their own are the plain ones") {
  CHECK(found("The bus is stuck in tra\uFB03c.") == "keeps_time");
  for (const std::string hyphen : {"-", "\u2010", "\u00AD", "- "})
    CHECK(found("The bus is stuck in traf" + hyphen + "\nfic.") == "keeps_time");
  CHECK(found("The bus goes to every small-\ntown.") == "reaches_villages");
  CHECK(found("The tram is on-\ntime.") == "keeps_time");
}

TEST_CASE("nothing in front of a list of keywords makes it say something") {
  const std::string words = "Punctual reading sleeping tram village bus cheap traffic jam";
  for (const std::string front :
       {"", "\u2013 ", "- ", "A: ", "tram = ", "Tram: ", "My answer: ", "The ", "> ", "1. "}) {
    CAPTURE(front);
    CHECK(found(front + words) == "");
  }
  CHECK(found("Tram: on time, cheap, quiet, clean, warm, dry, bright, new") == "keeps_time");
}
