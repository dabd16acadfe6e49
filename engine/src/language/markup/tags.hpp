// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace decision_card::language {

/// An HTML tag, as far as it shows how a text is divided.
struct Tag {
  enum class Kind : std::uint8_t {
    none,
    struck,
    inside,
    line_break,
    block,
    list,
    item,
    heading,
    table,
    row,
    cell,
    header_cell
  };

  Kind kind =
      Kind::none;  ///< none: no tag stands here; struck: <del> and <s>; inside: others within a line, or a comment
  bool closes = false;
  std::uint8_t level = 0;  ///< of a heading: 1 to 6
  std::size_t size = 0;    ///< in bytes, from "<" to ">"

  [[nodiscard]] bool divides() const { return kind > Kind::inside; }
};

/// Reads the tag at a "<".
Tag tag_at(std::string_view text, std::size_t at);
/// Returns where the next closing tag of this kind begins, or the end of the text.
std::size_t closing_tag(std::string_view text, std::size_t from, Tag::Kind kind);

}  // namespace decision_card::language
