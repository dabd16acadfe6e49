// SPDX-License-Identifier: MIT
#include "diagram/equal_nodes.hpp"

#include <doctest/doctest.h>

#include <map>

#include "decision_card/budgets.hpp"
#include "support/random_pack.hpp"

using namespace decision_card;
using decision_card::diagram::Diagram;
using decision_card::diagram::EqualNodes;

namespace {

/// The outcomes of all ways below a node of this layer, or of an outcome that is reached before it.
std::vector<std::uint32_t> below(const Diagram& diagram, std::size_t layer, std::uint32_t node) {
  if (layer == diagram.layers.size()) return {node};
  std::vector<std::uint32_t> all;
  const Diagram::Layer& here = diagram.layers[layer];
  for (std::size_t c = 0; c < here.choices; ++c) {
    const std::uint32_t child = node < diagram.outcomes ? node : diagram.children_of(here, node)[c];
    const std::vector<std::uint32_t> rest = below(diagram, layer + 1, child);
    all.insert(all.end(), rest.begin(), rest.end());
  }
  return all;
}

}  // namespace

TEST_CASE("nodes are equal exactly where all ways below them lead to the same outcomes") {
  tests::Dice dice(7);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const Pack pack = tests::random_pack(dice);
    const Decision& decision = pack.decision();
    Diagram diagram;
    build_diagram(pack.program(), decision, Answers::none(decision.questions.size()),
                  diagram::recommendations_of(decision), budgets::diagram_steps, diagram);
    REQUIRE(diagram.complete);
    EqualNodes equal(diagram);
    for (std::size_t k = diagram.layers.size(); k-- > 0;) {
      const bool matters = equal.merge(diagram.layers[k]);
      std::map<std::vector<std::uint32_t>, std::uint32_t> same;
      bool differ = false;
      for (std::uint32_t node = diagram.layers[k].first; node < diagram.layers[k].last; ++node) {
        const auto [first, fresh] = same.emplace(below(diagram, k, node), equal[node]);
        CHECK(first->second == equal[node]);
        for (const auto& [ways, other] : same) CHECK((other == equal[node]) == (ways == first->first));
        const std::uint32_t* const children = diagram.children_of(diagram.layers[k], node);
        for (std::size_t c = 1; c < diagram.layers[k].choices; ++c)
          differ = differ || equal[children[c]] != equal[children[0]];
      }
      CHECK(matters == differ);
    }
  }
}
