// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/json_document.hpp"

namespace decision_card::document {

/// Reads a text into an empty document, and stops at its first problem.
class JsonParser {
 public:
  /// The source must live as long.
  JsonParser(JsonDocument& document, std::string_view source);

  /// False after a problem.
  bool run();
  [[nodiscard]] Problems take_problems() { return std::move(problems_); }

 private:
  /// A list or an object whose end was not read yet.
  struct Open {
    std::uint32_t node;
    std::uint32_t last_child = 0;
  };

  /// The byte that is read next; below 0 at the end.
  [[nodiscard]] int here() const { return at_ < source_.size() ? static_cast<unsigned char>(source_[at_]) : -1; }

  // Each reads what its name says, and is false after a problem.
  bool member();
  bool name();
  bool value();
  bool word(std::string_view whole);
  bool text(std::string_view& result);
  bool long_character(char*& out);
  bool escape(char*& out);
  bool code_point(char32_t& code);
  bool four_digits(char32_t& code);
  bool number();
  bool scan_number(bool& whole);
  bool digits();
  bool open(JsonKind kind);
  bool close(bool object);

  void skip_blanks();
  [[nodiscard]] bool number_begins() const;
  std::string_view copied(std::string_view text);
  bool add(JsonKind kind, std::size_t from, std::string_view written = {}, double number = 0);
  [[nodiscard]] bool all_differ(std::uint32_t first) const;
  bool no_duplicates();

  // Problems; all return false.
  bool misplaced();
  bool unexpected_before();
  bool unexpected_byte();
  bool fail(std::string_view code, std::size_t offset, std::string message, std::string_view suggestion);

  JsonDocument& document_;
  std::string_view source_;
  std::shared_ptr<char[]> texts_;
  char* end_of_texts_;  ///< what is before it is written
  std::vector<Open> open_;
  std::string_view key_;    ///< the last member's name
  std::size_t key_at_ = 0;  ///< and where it stands
  std::size_t at_ = 0;      ///< how far the source is read
  std::size_t token_ = 0;   ///< where the last text or number began
  Problems problems_;
};

/// A problem of a whole text, at this place in it.
Problems one_problem(std::string_view code, std::string_view source, std::size_t offset, std::string message,
                     std::string_view suggestion);

}  // namespace decision_card::document
