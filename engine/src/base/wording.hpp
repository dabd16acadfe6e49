// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace decision_card {

/// The candidate nearest to a misspelt word, or "" when none is near enough to be meant.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// `"a", "b" or "c"`; at most eight are named.
std::string list_in_quotes(const std::vector<std::string_view>& words);

std::string in_quotes(std::string_view word);

/// A piece of a message. Messages are lists of pieces, joined in one place: chains of + would be a large part of the
/// WebAssembly module.
struct Part {
  Part(const char* piece) : text(piece) {}
  Part(std::string_view piece) : text(piece) {}
  Part(const std::string& piece) : text(piece) {}
  Part(std::string_view piece, bool in_quotes) : text(piece), quoted(in_quotes) {}

  std::string_view text;
  bool quoted = false;
};
using Parts = std::initializer_list<Part>;

inline Part quote(std::string_view word) { return {word, true}; }
std::string joined(Parts parts);

}  // namespace decision_card
