// SPDX-License-Identifier: MIT
#include "inspection/markup.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "inspection/rich_text.hpp"

namespace decision_card::inspection {

namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
  });
}

/// From `at` to the end of the first `close` behind it; empty where there is none on the way to the next blank line.
std::string_view enclosed(std::string_view text, std::size_t at, std::string_view open, std::string_view close) {
  if (at == none) return {};
  const std::size_t end = text.find(close, at + open.size());
  return end == none || end == at + open.size() ? std::string_view() : text.substr(at, end + close.size() - at);
}

/// <b>, </p>, <br/>, <a href="…">
std::string_view tag_in(std::string_view text) {
  for (std::size_t at = text.find('<'); at != none; at = text.find('<', at + 1)) {
    const std::size_t name = at + 1 < text.size() && text[at + 1] == '/' ? at + 2 : at + 1;
    const std::size_t end = text.find('>', name);
    if (name < text.size() && is_letter(text[name]) && end != none && text.find('<', name) > end)
      return text.substr(at, end + 1 - at);
  }
  return {};
}

/// &nbsp; &#8217;
std::string_view entity_in(std::string_view text) {
  for (std::size_t at = text.find('&'); at != none; at = text.find('&', at + 1)) {
    const std::size_t end = text.find(';', at);
    if (end == none || end - at > 10) continue;
    std::string_view name = text.substr(at + 1, end - at - 1);
    if (name.starts_with('#')) name.remove_prefix(1);
    if (is_word(name)) return text.substr(at, end + 1 - at);
  }
  return {};
}

/// [words](address), ![picture](address)
std::string_view link_in(std::string_view text) {
  const std::size_t middle = text.find("](");
  const std::size_t open = middle == none ? none : text.rfind('[', middle), close = text.find(')', middle);
  return open == none || close == none ? std::string_view() : text.substr(open, close + 1 - open);
}

std::string_view pair_in(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  const std::size_t behind = at + mark.size();
  if (at == none || behind >= text.size() || text[behind] == ' ') return {};
  return enclosed(text, at, mark, mark);
}

/// {{team_size}}, ${team_size}
std::string_view template_in(std::string_view text) {
  const std::string_view doubled = enclosed(text, text.find("{{"), "{{", "}}");
  if (!doubled.empty()) return doubled;
  return enclosed(text, text.find("${"), "${", "}");
}

/// {team_size}, where that is no question.
std::string_view placeholder_in(std::string_view text, const Decision& decision) {
  for (std::size_t at = text.find('{'); at != none; at = text.find('{', at + 1)) {
    const std::string_view all = enclosed(text, at, "{", "}");
    if (all.empty()) continue;
    const std::string_view name = all.substr(1, all.size() - 2);
    const bool known = std::any_of(decision.questions.begin(), decision.questions.end(),
                                   [&](const Question& question) { return question.id == name; });
    if (is_word(name) && !known) return all;
  }
  return {};
}

std::string_view heading_in(std::string_view text) {
  return text.starts_with("# ") || text.starts_with("## ") ? text.substr(0, 3) : std::string_view();
}

std::string_view line_break_in(std::string_view text) { return text.find('\n') == none ? std::string_view() : "\\n"; }

std::string_view bold_in(std::string_view text) { return pair_in(text, "**"); }
std::string_view underlined_in(std::string_view text) { return pair_in(text, "__"); }
std::string_view code_in(std::string_view text) { return pair_in(text, "`"); }

struct Kind {
  std::string_view (*find)(std::string_view);
  std::string_view what, instead;
};
constexpr std::array<Kind, 2> html{{
    {tag_in, "HTML is not read", "Take the tags out; a text is words alone."},
    {entity_in, "HTML is not read", "Write the character itself."},
}};
constexpr std::array<Kind, 4> in_labels{{
    {link_in, "a name, a title or a label has no links", "Name the source in \"sources\", which gives it a link."},
    {bold_in, "a name, a title or a label has no emphasis", "Take the stars out."},
    {underlined_in, "a text has no emphasis", "Take the lines out."},
    {line_break_in, "a line break is shown as a blank", "Write one line."},
}};
constexpr std::array<Kind, 3> in_prose{{
    {link_in, "a link leads to an address that begins with https://", "Write [words](https://example.org/page)."},
    {underlined_in, "only stars stress", "Write *words* or **words**."},
    {line_break_in, "a line break is shown as a blank",
     "Leave a line empty between paragraphs; begin each line of a list with \"- \", or with \"1. \", \"2. \"."},
}};
constexpr std::array<Kind, 3> anywhere{{
    {code_in, "a text has no marked code", "Take the backquotes out, or write quotation marks."},
    {heading_in, "a text has no headings", "Take the sign out."},
    {template_in, "a question's answer stands for its id in single braces", "Write {question}, with its id."},
}};

Markup first_of(std::span<const Kind> kinds, std::string_view text) {
  for (const Kind& kind : kinds) {
    if (const std::string_view sign = kind.find(text); !sign.empty())
      return {std::string(sign), kind.what, kind.instead};
  }
  return {};
}

Markup first_of(const RichRest& rest, bool rich) {
  if (rich && !rest.alone.empty())
    return {std::string(rest.alone), "these stars stress nothing",
            "Put them on both sides of the words, with no blank inside; a star that is meant is \\*."};
  if (!rich && !rest.marked.empty())
    return {std::string(rest.marked), "a name, a title or a label is plain", "Take the markup out."};
  return {};
}

}  // namespace

Markup markup_in(std::string_view text, bool rich, const Decision& decision) {
  const RichRest rest = rest_of(text);
  const std::string_view words = rich ? std::string_view(rest.words) : text;
  const std::span<const Kind> own = rich ? std::span<const Kind>(in_prose) : std::span<const Kind>(in_labels);
  for (const std::span<const Kind> kinds : {std::span<const Kind>(html), own, std::span<const Kind>(anywhere)}) {
    if (Markup found = first_of(kinds, words); !found.what.empty()) return found;
  }
  if (Markup found = first_of(rest, rich); !found.what.empty()) return found;
  if (const std::string_view sign = placeholder_in(text, decision); !sign.empty())
    return {std::string(sign), "no question has this id",
            "Write the id of a question; then the reader's own answer stands there."};
  return {};
}

}  // namespace decision_card::inspection
