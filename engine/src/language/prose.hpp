// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace decision_card::language {

/// The punctuation in front of a word, the strongest there is.
enum class Pause : std::uint8_t { none, comma, strong, label };

/// Whether brackets or dashes in front of a word begin an aside, or end it: what stood before goes on.
enum class Aside : std::uint8_t { none, opens, closes };

struct Word {
  std::uint32_t start = 0, end = 0;  ///< UTF-16 code units of the text
  std::uint32_t stem = 0;            ///< in the table of stems that matter; 0 for any other
  std::uint32_t classes = 0;         ///< English's
  std::uint32_t hash = 0;            ///< of its folded letters: the same words have the same
  std::uint32_t capitals = 0;        ///< a bit for each of its first 32 letters
  Pause pause = Pause::none;
  Aside aside = Aside::none;
  std::uint16_t senses = 0;  ///< English's, too
};

struct Sentence {
  enum class Kind : std::uint8_t { text, heading, bullet, cell };

  std::uint32_t first = 0, last = 0;  ///< words, `last` exclusive
  Kind kind = Kind::text;
  std::uint8_t depth = 0;  ///< of a heading: its level; of a bullet: its indent; of a cell: its column
  bool opens = false;      ///< first of its paragraph, bullet or cell
  bool asks = false;       ///< ends with a question mark and opens like a question
  bool leads = false;      ///< ends with a colon: what follows hangs on it
  bool closed = false;     ///< ends with a mark that ends sentences
  bool quoted = false;     ///< begins with a quotation mark
  bool header = false;     ///< of a cell: in the first row, above a line
  bool crossed = false;    ///< of a bullet: its sign is a cross
  std::uint32_t row = 0;   ///< of a cell: rows of one table have consecutive numbers; tables are at least one apart
};

/// A text as words in sentences, with the structure that plain text and Markdown show by their lines.
struct Prose {
  std::vector<Word> words;
  std::vector<Sentence> sentences;
};

}  // namespace decision_card::language
