// SPDX-License-Identifier: MIT
#include "base/utf8.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace decision_card::base;

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

TEST_CASE("a character is decoded with its length, at the edges of each length") {
  const auto decodes = [](std::string_view text, char32_t code) {
    const Character found = character_at(text, 0);
    return found.code == code && found.bytes == text.size() && found.well_formed();
  };
  CHECK(decodes("a", 'a'));
  CHECK(decodes("\x7F", 0x7F));
  CHECK(decodes("\xC2\x80", 0x80));
  CHECK(decodes("\xDF\xBF", 0x7FF));
  CHECK(decodes("\xE0\xA0\x80", 0x800));
  CHECK(decodes("\xED\x9F\xBF", 0xD7FF));
  CHECK(decodes("\xEE\x80\x80", 0xE000));
  CHECK(decodes("\xEF\xBF\xBD", 0xFFFD));  // written on purpose, it is a character
  CHECK(decodes("\xEF\xBF\xBF", 0xFFFF));
  CHECK(decodes("\xF0\x90\x80\x80", 0x10000));
  CHECK(decodes("\xF4\x8F\xBF\xBF", 0x10FFFF));
}

TEST_CASE("a byte that begins no character is one of its own that is not known") {
  for (const std::string_view text :
       {"\x80", "\xBF", "\xC0\xAF", "\xC1\xBF", "\xC2", "\xC2g", "\xE0\x9F\xBF", "\xE2\x82", "\xED\xA0\x80",
        "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80", "\xFF"}) {
    const Character found = character_at(text, 0);
    CHECK(found.code == Character::unknown);
    CHECK(found.bytes == 1);
    CHECK_FALSE(found.well_formed());
    CHECK(find_bad_utf8(text) == 0);
  }
}
