// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace decision_card::advice {

/// Something that other languages, word processors and merge tools leave in a file, and what to write for it.
struct Stray {
  std::string_view mark, what, instead;
};

inline constexpr std::string_view no_comments =
    "Take it out. Only at the top of a pack there is room for one: a key that begins with $, such as \"$comment\".";
inline constexpr std::string_view straight =
    "Write the straight one, \"; word processors and some keyboards curl it by themselves.";
inline constexpr std::string_view settle_conflict =
    "Settle the conflict, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>.";
inline constexpr std::string_view fill_in = "Fill it in before the file is read: JSON has no placeholders.";
inline constexpr std::string_view blank = "Put an ordinary blank in its place, or nothing.";
inline constexpr std::string_view written_out = "Write out what stands for it.";

/// The longest of those with the same beginning come first.
inline constexpr std::array<Stray, 59> strays{{
    {"<!--", "A comment begins here, and JSON has none.", no_comments},
    {"//", "A comment begins here, and JSON has none.", no_comments},
    {"/*", "A comment begins here, and JSON has none.", no_comments},
    {"#", "A comment begins here, and JSON has none.", no_comments},
    {"<<<<<<<", "A merge conflict was left in this file.", settle_conflict},
    {"=======", "A merge conflict was left in this file.", settle_conflict},
    {">>>>>>>", "A merge conflict was left in this file.", settle_conflict},
    {"```", "A fence of Markdown stands here.", "Take out the lines that begin with ```."},
    {"“", "A curly quotation mark stands here.", straight},
    {"”", "A curly quotation mark stands here.", straight},
    {"„", "A curly quotation mark stands here.", straight},
    {"‟", "A curly quotation mark stands here.", straight},
    {"‘", "A curly quotation mark stands here.", straight},
    {"’", "A curly quotation mark stands here.", straight},
    {"‚", "A curly quotation mark stands here.", straight},
    {"«", "A quotation mark of another kind stands here.", straight},
    {"»", "A quotation mark of another kind stands here.", straight},
    {"‹", "A quotation mark of another kind stands here.", straight},
    {"›", "A quotation mark of another kind stands here.", straight},
    {"「", "A quotation mark of another kind stands here.", straight},
    {"」", "A quotation mark of another kind stands here.", straight},
    {"″", "A quotation mark of another kind stands here.", straight},
    {"′", "A quotation mark of another kind stands here.", straight},
    {"＂", "A quotation mark of another kind stands here.", straight},
    {"\xC2\xA0", "An invisible character stands here, a no-break space (U+00A0).", blank},
    {"\xE2\x80\x8B", "An invisible character stands here, a zero-width space (U+200B).", blank},
    {"\xE2\x80\x8C", "An invisible character stands here (U+200C).", blank},
    {"\xE2\x80\x8D", "An invisible character stands here (U+200D).", blank},
    {"\xE2\x81\xA0", "An invisible character stands here, a word joiner (U+2060).", blank},
    {"\xC2\xAD", "An invisible character stands here, a soft hyphen (U+00AD).", blank},
    {"\xE2\x80\x83", "A wide blank stands here (U+2003).", blank},
    {"\xE2\x80\x82", "A wide blank stands here (U+2002).", blank},
    {"\xE2\x80\x89", "A thin blank stands here (U+2009).", blank},
    {"\xE2\x80\xAF", "A narrow blank stands here (U+202F).", blank},
    {"\xE3\x80\x80", "A wide blank stands here (U+3000).", blank},
    {"\xE2\x80\xA8", "A line separator stands here (U+2028).", "Put an ordinary line break in its place."},
    {"\xE2\x80\xA9", "A paragraph separator stands here (U+2029).", "Put an ordinary line break in its place."},
    {"\xC2\x85", "A line end of another system stands here (U+0085).", "Put an ordinary line break in its place."},
    {"\xEF\xBB\xBF", "A byte order mark stands inside the file, where two files were put together.", "Take it out."},
    {"\v", "A vertical tab stands here, which can't be seen.", blank},
    {"\f", "A form feed stands here, which can't be seen.", blank},
    {"：", "This is a full-width colon.", "Write an ordinary one, with the keyboard set to English."},
    {"，", "This is a full-width comma.", "Write an ordinary one, with the keyboard set to English."},
    {"、", "This is a comma of another script.", "Write an ordinary one, with the keyboard set to English."},
    {"｛", "This is a full-width bracket.", "Write an ordinary one, with the keyboard set to English."},
    {"｝", "This is a full-width bracket.", "Write an ordinary one, with the keyboard set to English."},
    {"［", "This is a full-width bracket.", "Write an ordinary one, with the keyboard set to English."},
    {"］", "This is a full-width bracket.", "Write an ordinary one, with the keyboard set to English."},
    {"【", "This is a full-width bracket.", "Write an ordinary one, with the keyboard set to English."},
    {"】", "This is a full-width bracket.", "Write an ordinary one, with the keyboard set to English."},
    {"…", "Something was left out here.", written_out},
    {"...", "Something was left out here.", written_out},
    {"{{", "A placeholder of a template stands here.", fill_in},
    {"{%", "A placeholder of a template stands here.", fill_in},
    {"${", "A placeholder of a template stands here.", fill_in},
    {"<%", "A placeholder of a template stands here.", fill_in},
    {"(", "JSON has no round brackets.", "Write { } around an object and [ ] around a list."},
    {")", "JSON has no round brackets.", "Write { } around an object and [ ] around a list."},
    {"\\", "A backslash stands outside a text.", "Take it out."},
}};
static_assert(!strays.back().mark.empty());

/// Words that other languages have for what JSON writes otherwise.
inline constexpr std::array<Stray, 24> words{{
    {"True", "JSON writes it in small letters.", "Write true."},
    {"TRUE", "JSON writes it in small letters.", "Write true."},
    {"False", "JSON writes it in small letters.", "Write false."},
    {"FALSE", "JSON writes it in small letters.", "Write false."},
    {"yes", "JSON has no yes and no.", "Write true, or put it into quotation marks."},
    {"Yes", "JSON has no yes and no.", "Write true, or put it into quotation marks."},
    {"on", "JSON has no on and off.", "Write true, or put it into quotation marks."},
    {"no", "JSON has no yes and no.", "Write false, or put it into quotation marks."},
    {"No", "JSON has no yes and no.", "Write false, or put it into quotation marks."},
    {"off", "JSON has no on and off.", "Write false, or put it into quotation marks."},
    {"None", "JSON has no None.", "Leave the member out."},
    {"nil", "JSON has no nil.", "Leave the member out."},
    {"Null", "JSON writes it in small letters, and a pack has no use for it.", "Leave the member out."},
    {"NULL", "JSON writes it in small letters, and a pack has no use for it.", "Leave the member out."},
    {"undefined", "JSON has no undefined.", "Leave the member out."},
    {"NaN", "JSON has no NaN: it is no number.", "Write a number."},
    {"nan", "JSON has no NaN: it is no number.", "Write a number."},
    {"Infinity", "JSON has no infinity.", "Write a number."},
    {"-Infinity", "JSON has no infinity.", "Write a number."},
    {"+Infinity", "JSON has no infinity.", "Write a number."},
    {"inf", "JSON has no infinity.", "Write a number."},
    {"-inf", "JSON has no infinity.", "Write a number."},
    {"function", "JSON holds data, and no functions.", "Write the value that it would give."},
    {"new", "JSON holds data, and calls nothing.", "Write the value that it would give."},
}};
static_assert(!words.back().mark.empty());

}  // namespace decision_card::advice
