// SPDX-License-Identifier: MIT
#include "diagram/equal_nodes.hpp"

namespace decision_card::diagram {

using base::Array;

EqualNodes::EqualNodes(const Diagram& diagram) : diagram_(diagram) {
  same_.resize(diagram.nodes);
  for (std::uint32_t outcome = 0; outcome < diagram.outcomes; ++outcome) same_[outcome] = outcome;
}

bool EqualNodes::merge(const Diagram::Layer& layer, std::size_t first, std::size_t last, const Array<bool>* reached) {
  rows_.reset();
  firsts_.clear();
  choices_ = last - first;
  row_.clear();
  row_.resize((choices_ + 1) / 2);
  bool matters = false;
  for (std::uint32_t node = layer.first; node < layer.last; ++node) {
    if (reached != nullptr && !(*reached)[node]) continue;
    const bool differ = merge_node(node, diagram_.children_of(layer, node) + first);
    matters = matters || differ;
  }
  return matters;
}

/// Returns whether the children differ.
bool EqualNodes::merge_node(std::uint32_t node, const std::uint32_t* children) {
  same_[node] = same_[children[0]];
  bool differ = false;
  for (std::uint64_t& word : row_) word = 0;
  for (std::size_t c = 0; c < choices_; ++c) {
    const std::uint32_t same = same_[children[c]];
    differ = differ || same != same_[node];
    row_[c / 2] |= std::uint64_t{same} << (32 * (c % 2));
  }
  if (!differ) return false;
  const std::uint32_t number = rows_.intern(row_.data(), row_.size());
  if (number == firsts_.size()) firsts_.push(node);
  same_[node] = firsts_[number];
  return true;
}

}  // namespace decision_card::diagram
