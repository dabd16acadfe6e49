// SPDX-License-Identifier: MIT
#pragma once

#include "base/interner.hpp"
#include "diagram/diagram.hpp"

namespace decision_card::diagram {

using base::Array;
using base::Interner;

/// Finds the nodes of a diagram below which all is the same, layer by layer from the last one up.
class EqualNodes {
 public:
  explicit EqualNodes(const Diagram& diagram);

  /// Compares the nodes of a layer by its choices from `first` to before `last`; where `reached` is given, only nodes
  /// that are. Returns whether the choice makes a difference at some node.
  bool merge(const Diagram::Layer& layer, std::size_t first, std::size_t last, const Array<bool>* reached = nullptr);
  bool merge(const Diagram::Layer& layer) { return merge(layer, 0, layer.choices); }

  /// The first node below which all is the same; an outcome where nothing below makes a difference any more.
  std::uint32_t operator[](std::uint32_t node) const { return same_[node]; }

 private:
  bool merge_node(std::uint32_t node, const std::uint32_t* children);

  const Diagram& diagram_;
  Array<std::uint32_t> same_;    ///< by node
  Array<std::uint32_t> firsts_;  ///< by number in rows_: the first node of that row
  Array<std::uint64_t> row_;     ///< what a node's choices lead to, two in a word
  std::size_t choices_ = 0;
  Interner rows_;
};

}  // namespace decision_card::diagram
