// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace decision_card::language {

/// Where a line ends, and the bytes of the mark that ends it: none at the end of the text.
struct LineEnd {
  std::size_t at = 0, bytes = 0;
  bool paragraph = false;  ///< a paragraph ends here, too
};

/// Reads what ends a line here: a line feed, a carriage return or both, or one of Unicode's others. No bytes: nothing.
LineEnd line_end_at(std::string_view text, std::size_t at);
/// Finds the end of the line.
LineEnd line_end(std::string_view text, std::size_t from);

/// The row of marks that opens or closes a block of code, as CommonMark has it.
struct Fence {
  char mark = 0;         ///< 0: the line is no fence
  std::size_t size = 0;  ///< how many marks
  bool bare = false;     ///< nothing follows the marks

  [[nodiscard]] bool closes(const Fence& open) const { return mark == open.mark && size >= open.size && bare; }
};
Fence fence_of(std::string_view line);

// All these look at a line without its indent.

/// A row of a table has a bar at the front, or two anywhere.
bool is_row(std::string_view line);
/// A rule is a line of dashes, or the line under a table's header.
bool is_rule(std::string_view line);
/// Returns 1 to 6 for "# …" to "###### …", 0 for any other line.
std::size_t heading_level(std::string_view line);
/// True for a short line in bold letters only.
bool is_bold(std::string_view line);
/// True for at most four words and a colon: "Tram:", "**Tram:**".
bool is_label(std::string_view line);

}  // namespace decision_card::language
