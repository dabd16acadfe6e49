// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "decision_card/problem.hpp"

namespace decision_card::document {

enum class JsonKind : std::uint8_t { null, boolean, number, text, list, object };

std::string_view kind_name(JsonKind kind);

/// A JSON document as one flat array of values in document order: no tree to build, copy or free recursively.
/// Depth, size and number of values are bounded; duplicate keys, bad UTF-8 and non-finite numbers are problems.
class JsonDocument {
 public:
  struct Node {
    double number = 0;
    std::uint32_t token = 0;   ///< its ordinal among the tokens of the text; from it line and column are found again
    std::uint32_t parent = 0;  ///< the root is its own parent
    std::uint32_t next = 0;    ///< next sibling, 0 for none
    std::uint32_t first = 0;   ///< first child, 0 for none
    std::uint32_t size = 0;    ///< number of children
    std::uint32_t key = 0;     ///< index of its member name in the texts, 0 for none
    std::uint32_t text = 0;    ///< index of its text (or of a number as it was written), 0 for none
    JsonKind kind = JsonKind::null;
    bool flag = false;
  };

  static Result<JsonDocument> parse(std::string_view text);

  [[nodiscard]] const Node& node(std::uint32_t index) const { return nodes_[index]; }
  [[nodiscard]] const std::string& text(std::uint32_t index) const { return texts_[index]; }
  /// Hands the texts over; views into them stay valid. The document is of no use afterwards.
  [[nodiscard]] std::vector<std::string> take_texts() { return std::move(texts_); }
  [[nodiscard]] std::string pointer(std::uint32_t index) const;
  /// Changes a member's name, or a condition into its opposite `{"!": [ … ]}`; for packs that are changed on purpose.
  void rename(std::uint32_t index, std::string_view key);
  void negate(std::uint32_t index);
  /// The ordinal of a value's token, or of its member name's.
  [[nodiscard]] std::uint32_t token(std::uint32_t index, bool at_key) const;
  /// Sets lines and columns of problems at these tokens, which ascend: one walk over the source text for all of them.
  void locate(const std::vector<std::uint32_t>& tokens, Problems& problems) const;

 private:
  friend class JsonBuilder;

  std::string_view source_;
  std::vector<Node> nodes_;
  std::vector<std::string> texts_{std::string()};
};

/// A value of a document: a cheap handle, valid as long as the document and its source text.
class JsonValue {
 public:
  JsonValue(const JsonDocument& document, std::uint32_t index) : document_(&document), index_(index) {}

  [[nodiscard]] JsonKind kind() const { return node().kind; }
  [[nodiscard]] bool is(JsonKind kind) const { return node().kind == kind; }
  [[nodiscard]] double number() const { return node().number; }
  [[nodiscard]] bool flag() const { return node().flag; }
  [[nodiscard]] std::uint32_t size() const { return node().size; }
  [[nodiscard]] const std::string& text() const { return document_->text(node().text); }
  [[nodiscard]] const std::string& key() const { return document_->text(node().key); }
  [[nodiscard]] std::uint32_t index() const { return index_; }
  [[nodiscard]] const JsonDocument& document() const { return *document_; }

  class Iterator {
   public:
    Iterator(const JsonDocument* document, std::uint32_t index) : document_(document), index_(index) {}
    JsonValue operator*() const { return {*document_, index_}; }
    Iterator& operator++() {
      index_ = document_->node(index_).next;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return index_ != other.index_; }

   private:
    const JsonDocument* document_;
    std::uint32_t index_;
  };
  [[nodiscard]] Iterator begin() const { return {document_, node().first}; }
  [[nodiscard]] Iterator end() const { return {document_, 0}; }
  /// Returns the child at a position. Precondition: position < size().
  [[nodiscard]] JsonValue at(std::uint32_t position) const {
    Iterator child = begin();
    while (position-- > 0) ++child;
    return *child;
  }

 private:
  [[nodiscard]] const JsonDocument::Node& node() const { return document_->node(index_); }

  const JsonDocument* document_;
  std::uint32_t index_;
};

}  // namespace decision_card::document
