// SPDX-License-Identifier: MIT
#include "language/markup/tags.hpp"

#include "base/wording.hpp"

namespace decision_card::language {

namespace {

using Kind = Tag::Kind;

constexpr std::size_t longest_tag = 2000;  // word processors write long ones
constexpr std::size_t longest_name = 10;

struct Names {
  Kind kind;
  std::string_view names;
};

constexpr Names tag_table[] = {
    {Kind::line_break, "br"},
    {Kind::block,
     "p div section article header footer main aside nav figure figcaption blockquote pre address fieldset form "
     "details summary hr dl dt dd title body head html caption"},
    {Kind::list, "ul ol menu"},
    {Kind::item, "li"},
    {Kind::heading, "h1 h2 h3 h4 h5 h6"},
    {Kind::table, "table thead tbody tfoot"},
    {Kind::row, "tr"},
    {Kind::cell, "td"},
    {Kind::header_cell, "th"},
    {Kind::struck, "del s strike"}};

bool is_name_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Kind kind_of(std::string_view name) {
  for (const Names& row : tag_table) {
    for (const std::string_view other : base::split(row.names, ' ')) {
      if (other == name) return row.kind;
    }
  }
  return Kind::inside;
}

/// Returns the bytes of "<!-- … -->", 0 where another one begins before its end, or the end is far away.
std::size_t comment_size(std::string_view text) {
  for (std::size_t at = 4; at < text.size(); ++at) {
    if (text[at] == '-' && text.substr(at, 3) == "-->") return at + 3;
    if (text[at] == '<' && text.substr(at, 4) == "<!--") return 0;
  }
  return 0;
}

/// Returns the bytes up to the tag's ">", 0 where another tag begins before it or the end is far away.
std::size_t size_of(std::string_view text) {
  const std::size_t end = text.find_first_of("<>", 1);
  return end == std::string_view::npos || text[end] == '<' ? 0 : end + 1;
}

}  // namespace

Tag tag_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, longest_tag);
  if (rest.starts_with("<!--")) {
    const std::size_t size = comment_size(rest);
    return {size == 0 ? Kind::none : Kind::inside, false, 0, size};
  }
  const bool closes = rest.starts_with("</");
  std::size_t after = closes ? 2 : 1;
  if (after >= rest.size() || !is_name_letter(rest[after])) return {};
  char name[longest_name];
  std::size_t length = 0;
  for (; after < rest.size() && (is_name_letter(rest[after]) || (rest[after] >= '0' && rest[after] <= '9')); ++after) {
    if (length < longest_name) name[length++] = static_cast<char>(rest[after] | 0x20);
  }
  const std::size_t size = size_of(rest);
  if (size == 0) return {};
  const Kind kind = kind_of({name, length});
  return {kind, closes, static_cast<std::uint8_t>(kind == Kind::heading ? name[1] - '0' : 0), size};
}

std::size_t closing_tag(std::string_view text, std::size_t from, Tag::Kind kind) {
  std::size_t at = text.find("</", from);
  while (at != std::string_view::npos && tag_at(text, at).kind != kind) at = text.find("</", at + 2);
  return at == std::string_view::npos ? text.size() : at;
}

}  // namespace decision_card::language
