// SPDX-License-Identifier: MIT
#include "language/characters.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace decision_card::language;

namespace {

std::vector<char32_t> taken(std::string_view text) {
  std::vector<char32_t> characters;
  Cursor cursor(text);
  while (cursor.before(text.size())) {
    const char32_t seen = cursor.peek();
    characters.push_back(cursor.take());
    CHECK(characters.back() == seen);
  }
  CHECK(cursor.peek() == 0);
  return characters;
}

using Characters = std::vector<char32_t>;

}  // namespace

TEST_CASE("a cursor takes characters and counts UTF-16 code units") {
  CHECK(taken("aü€𝄞") == Characters{'a', 0xFC, 0x20AC, 0x1D11E});
  const std::string text = "aü€𝄞";
  Cursor cursor(text);
  cursor.skip_to(text.size());
  CHECK(cursor.at() == 10);
  CHECK(cursor.unit() == 5);
}

TEST_CASE("what is not well-formed is one unknown character a byte, as the documents' decoder has it") {
  constexpr char32_t no = 0xFFFD;
  CHECK(taken("a\x80z") == Characters{'a', no, 'z'});
  CHECK(taken("\xE0\x80\x80") == Characters{no, no, no});                // more bytes than needed
  CHECK(taken("\xED\xA0\x80") == Characters{no, no, no});                // half of a UTF-16 pair
  CHECK(taken("\xF0\x80\x80\x80") == Characters{no, no, no, no});        // more bytes than needed
  CHECK(taken("\xF4\x90\x80\x80") == Characters{no, no, no, no});        // above U+10FFFF
  CHECK(taken("\xF5\x80\x80\x80z") == Characters{no, no, no, no, 'z'});  // no lead byte
  CHECK(taken("\xE2\x82") == Characters{no, no});                        // cut off
}

TEST_CASE("twins of plain characters are folded to them, capitals to small letters") {
  CHECK(folded('A') == 'a');
  CHECK(folded(0xFF21) == 'a');  // full width
  CHECK(folded(0x2019) == '\'');
  CHECK(folded(0x201C) == '"');
  CHECK(folded(0x2011) == '-');
  CHECK(folded(0x2026) == '.');
  CHECK(folded(0xC4) == 0xE4);
  CHECK(folded(0xD7) == 0xD7);    // the multiplication sign stands among capitals
  CHECK(folded(0x413) == 0x433);  // Cyrillic
}

TEST_CASE("letters, marks and signs are told apart") {
  CHECK(is_letter('7'));
  CHECK(is_letter(0xE4));
  CHECK(is_letter(0x4E2D));
  CHECK_FALSE(is_letter('-'));
  CHECK_FALSE(is_letter(0xF7));
  CHECK_FALSE(is_letter(0x2192));
  CHECK_FALSE(is_letter(0x1F600));
  CHECK(is_invisible(0xAD));
  CHECK(is_blank(0x202F));
  CHECK(is_blank(0xA0));
}

TEST_CASE("the letters of a word are kept as UTF-8, as far as they fit") {
  Letters letters;
  for (const char32_t c : {U'a', U'ü', U'€', U'𝄞'}) letters.add(c);
  CHECK(letters.text() == "aü€𝄞");
  letters.clear();
  CHECK(letters.empty());
  for (int k = 0; k < 200; ++k) letters.add(U'€');
  CHECK(letters.text().size() <= Stem::longest);
  CHECK(letters.text().ends_with("€"));
}
