// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "decision_card/pack.hpp"
#include "decision_card/problem.hpp"

namespace decision_card::document {

enum class JsonKind : std::uint8_t { null, boolean, number, text, list, object };

std::string_view kind_name(JsonKind kind);

/// A JSON document as one flat array of values in document order: no tree to build, copy or free recursively.
/// Depth, size and number of values are bounded; duplicate keys, bad UTF-8 and non-finite numbers are problems.
class JsonDocument {
 public:
  struct Node {
    double number = 0;         ///< of a boolean: 1 where it is true
    std::string_view key;      ///< its member name; empty for none
    std::string_view text;     ///< of a text, or of a number as it was written
    std::uint32_t at = 0;      ///< where its first byte stands in the source
    std::uint32_t key_at = 0;  ///< where its member name stands; as `at` for none
    std::uint32_t parent = 0;  ///< the root is its own parent
    std::uint32_t next = 0;    ///< next sibling, 0 for none
    std::uint32_t first = 0;   ///< first child, 0 for none
    std::uint32_t size = 0;    ///< number of children
    JsonKind kind = JsonKind::null;
  };

  static Result<JsonDocument> parse(std::string_view text);

  [[nodiscard]] const Node& node(std::uint32_t index) const { return nodes_[index]; }
  /// All texts are views into these.
  [[nodiscard]] const Texts& texts() const { return texts_; }
  [[nodiscard]] std::string pointer(std::uint32_t index) const;
  /// Changes a member's name, which must live as long, or a condition into its opposite `{"!": [ … ]}`; for packs that
  /// are changed on purpose.
  void rename(std::uint32_t index, std::string_view key) { nodes_[index].key = key; }
  void negate(std::uint32_t index);
  /// Sets lines and columns of problems at these offsets of the source, which ascend: one walk for all of them.
  void locate(const std::vector<std::uint32_t>& offsets, Problems& problems) const;

 private:
  friend class JsonBuilder;

  std::string_view source_;
  std::vector<Node> nodes_;
  Texts texts_;
};

/// A value of a document: a cheap handle, valid as long as the document and its source text.
class JsonValue {
 public:
  JsonValue(const JsonDocument& document, std::uint32_t index) : document_(&document), index_(index) {}

  [[nodiscard]] JsonKind kind() const { return node().kind; }
  [[nodiscard]] bool is(JsonKind kind) const { return node().kind == kind; }
  [[nodiscard]] double number() const { return node().number; }
  [[nodiscard]] bool flag() const { return node().number != 0; }
  [[nodiscard]] std::uint32_t size() const { return node().size; }
  [[nodiscard]] std::string_view text() const { return node().text; }
  [[nodiscard]] std::string_view key() const { return node().key; }
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
