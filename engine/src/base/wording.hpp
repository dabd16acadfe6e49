// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace decision_card::base {

/// The pieces of a text between separators, in their order: one more than there are separators, empty ones too.
class Split {
 public:
  class Iterator {
   public:
    Iterator(std::string_view rest, char separator, bool more) : rest_(rest), separator_(separator), more_(more) {}
    std::string_view operator*() const { return rest_.substr(0, rest_.find(separator_)); }
    Iterator& operator++() {
      const std::size_t at = rest_.find(separator_);
      more_ = at != std::string_view::npos;
      if (more_) rest_.remove_prefix(at + 1);
      return *this;
    }
    bool operator!=(const Iterator& other) const { return more_ != other.more_; }

   private:
    std::string_view rest_;
    char separator_;
    bool more_;
  };

  Split(std::string_view text, char separator) : text_(text), separator_(separator) {}
  [[nodiscard]] Iterator begin() const { return {text_, separator_, true}; }
  [[nodiscard]] Iterator end() const { return {text_, separator_, false}; }

 private:
  std::string_view text_;
  char separator_;
};
inline Split split(std::string_view text, char separator) { return {text, separator}; }

/// How many words there are between blanks.
std::uint32_t words_in(std::string_view text);

/// Returns the candidate nearest to a misspelt word, or "" when none is near enough to be meant, or when more pairs of
/// letters would have to be compared than are `left`; those that were are taken off.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates, std::size_t& left);

/// Writes `"a", "b" or "c"`; at most eight are named.
std::string list_in_quotes(const std::vector<std::string_view>& words);

/// Cuts long words at a whole character.
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

}  // namespace decision_card::base
