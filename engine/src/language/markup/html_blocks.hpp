// SPDX-License-Identifier: MIT
#pragma once

#include "language/markup/tags.hpp"
#include "language/prose_builder.hpp"

namespace decision_card::language {

/// Turns the tags between the pieces of a text into blocks: paragraphs, headings, bullets and cells.
class HtmlBlocks {
 public:
  explicit HtmlBlocks(ProseBuilder& prose) : prose_(prose) {}

  /// Ends what the tag ends. What it begins waits for its text, but for a cell, which counts even when it is empty.
  void read(const Tag& tag);
  /// Begins the block that waits, if there is one. Returns whether words belong to a block that a tag began.
  bool begin_piece();

 private:
  using Kind = Sentence::Kind;

  void read_list(bool closes);
  void read_row(bool closes);
  void read_cell(const Tag& tag);
  void wait_for(Kind kind, std::uint8_t depth, bool closes);

  ProseBuilder& prose_;
  Kind waiting_ = Kind::text;  ///< text: nothing waits
  std::uint8_t waiting_depth_ = 0, lists_ = 0;
  std::uint8_t column_ = 0;
  bool in_heading_ = false, in_cell_ = false, all_headers_ = false, had_row_ = false;
};

}  // namespace decision_card::language
