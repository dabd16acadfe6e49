// SPDX-License-Identifier: MIT
#include "base/utf8.hpp"

#include <doctest/doctest.h>

using namespace decision_card;

TEST_CASE("well-formed UTF-8 is told from ill-formed") {
  constexpr auto good = std::string_view::npos;
  CHECK(find_bad_utf8("plain, ü, €, 𝄞") == good);
  CHECK(find_bad_utf8("") == good);
  CHECK(find_bad_utf8("a\x80") == 1);             // lone continuation
  CHECK(find_bad_utf8("\xC0\xAF") == 0);          // overlong
  CHECK(find_bad_utf8("ok\xE0\x80\x80") == 2);    // overlong
  CHECK(find_bad_utf8("\xED\xA0\x80") == 0);      // surrogate
  CHECK(find_bad_utf8("\xF4\x90\x80\x80") == 0);  // above U+10FFFF
  CHECK(find_bad_utf8("\xF0\x9D\x84") == 0);      // cut off
  CHECK(find_bad_utf8("\xF0\x8F\xBF\xBF") == 0);  // overlong
  CHECK(find_bad_utf8("\xFF") == 0);
}

TEST_CASE("places count lines, and columns in UTF-16 code units") {
  const std::string text = "ab\nü€𝄞x\n";
  CHECK(place_of(text, 0).line == 1);
  CHECK(place_of(text, 3).line == 2);
  CHECK(place_of(text, 3).column == 1);
  CHECK(place_of(text, text.find('x')).column == 5);  // ü 1, € 1, 𝄞 2
  CHECK(place_of(text, 1000).line == 3);
}
