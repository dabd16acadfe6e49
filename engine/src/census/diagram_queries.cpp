// SPDX-License-Identifier: MIT
#include "census/diagram_queries.hpp"

#include <algorithm>

#include "base/interner.hpp"
#include "diagram/equal_nodes.hpp"

namespace decision_card::census {

using base::Array;
using base::Interner;
using diagram::Diagram;
using diagram::EqualNodes;

namespace {

bool in_layer(const Diagram::Layer& layer, std::uint32_t node) { return layer.first <= node && node < layer.last; }

class ProductBuilder {
 public:
  ProductBuilder(const Diagram& left, const Diagram& right, std::size_t& steps, Diagram& product)
      : left_(left), right_(right), steps_(steps), product_(product) {
    product_.outcomes = product_.nodes = left.outcomes * right.outcomes;
  }

  bool run(const Array<Index>& order) {
    product_.root = number(left_.root, right_.root);
    for (const Index question : order) {
      const Diagram::Layer* const a = next_layer(left_, at_left_, question);
      const Diagram::Layer* const b = next_layer(right_, at_right_, question);
      if ((a != nullptr || b != nullptr) && !expand(a, b)) return false;
    }
    return product_.complete = true;
  }

 private:
  static const Diagram::Layer* next_layer(const Diagram& diagram, std::size_t& at, Index question) {
    if (at == diagram.layers.size() || diagram.layers[at].question != question) return nullptr;
    return &diagram.layers[at++];
  }

  std::uint32_t number(std::uint32_t a, std::uint32_t b) {
    if (a < left_.outcomes && b < right_.outcomes) return a * right_.outcomes + b;
    const std::uint64_t pair = std::uint64_t{a} << 32 | b;
    return product_.nodes + pairs_.intern(&pair, 1);
  }

  bool expand(const Diagram::Layer* a, const Diagram::Layer* b) {
    const Diagram::Layer& either = a != nullptr ? *a : *b;
    pairs_.swap(parents_);
    pairs_.reset();
    const std::size_t edges = std::size_t{parents_.size()} * either.choices;
    if (edges >= steps_) return false;
    steps_ -= edges;
    const Diagram::Layer layer{either, product_.nodes, product_.nodes + parents_.size(), product_.children.size()};
    product_.nodes = layer.last;
    product_.layers.push(layer);
    for (std::uint32_t k = 0; k < parents_.size(); ++k) {
      const std::uint64_t pair = *parents_.row(k);
      const auto from_a = static_cast<std::uint32_t>(pair >> 32), from_b = static_cast<std::uint32_t>(pair);
      for (std::size_t c = 0; c < layer.choices; ++c)
        product_.children.push(number(step(left_, a, from_a, c), step(right_, b, from_b, c)));
    }
    return true;
  }

  const Diagram &left_, &right_;
  std::size_t& steps_;
  Diagram& product_;
  std::size_t at_left_ = 0, at_right_ = 0;
  Interner pairs_, parents_;
};

}  // namespace

Sizes sizes_of(const std::vector<Question>& questions) {
  Sizes sizes;
  for (const Question& question : questions) sizes.push_back(static_cast<std::uint32_t>(question.choices.size()));
  return sizes;
}

Count combinations(const Sizes& sizes) {
  Count all(1);
  for (const std::uint32_t size : sizes) all *= size;
  return all;
}

/// Layer by layer, how many ways lead to each node; an outcome that is reached has all choices of what comes behind it,
/// and of the questions without a layer.
std::vector<Count> count_outcomes(const Diagram& diagram, Sizes sizes) {
  std::vector<Count> ends(diagram.outcomes), ways{Count(1)};
  if (diagram.root < diagram.outcomes) ends[diagram.root] = combinations(sizes);
  for (std::size_t k = 0; k < diagram.layers.size() && diagram.root >= diagram.outcomes; ++k) {
    const Diagram::Layer& layer = diagram.layers[k];
    sizes[layer.question] = 1;
    const std::size_t next = k + 1 < diagram.layers.size() ? diagram.layers[k + 1].last - layer.last : 0;
    std::vector<Count> here(diagram.outcomes), further(next);
    for (std::uint32_t node = layer.first; node < layer.last; ++node) {
      const std::uint32_t* const children = diagram.children_of(layer, node);
      for (std::size_t c = 0; c < layer.choices; ++c) {
        const std::uint32_t child = children[c];
        (child < diagram.outcomes ? here[child] : further[child - layer.last]) += ways[node - layer.first];
      }
    }
    const Count behind = combinations(sizes);
    for (std::size_t outcome = 0; outcome < here.size(); ++outcome) ends[outcome].add_product(here[outcome], behind);
    ways = std::move(further);
  }
  return ends;
}

std::optional<Answers> example_of(const Diagram& diagram, std::size_t questions, std::uint32_t outcome) {
  Array<std::uint8_t> leads;
  leads.resize(diagram.nodes);
  leads[outcome] = 1;
  for (std::size_t k = diagram.layers.size(); k-- > 0;) {
    const Diagram::Layer& layer = diagram.layers[k];
    for (std::uint32_t node = layer.first; node < layer.last; ++node) {
      const std::uint32_t* const children = diagram.children_of(layer, node);
      for (std::size_t c = 0; c < layer.choices; ++c) leads[node] |= leads[children[c]];
    }
  }
  if (leads[diagram.root] == 0) return std::nullopt;
  Answers answers{std::vector<std::uint8_t>(questions, 0)};
  std::uint32_t node = diagram.root;
  for (const Diagram::Layer& layer : diagram.layers) {
    if (!in_layer(layer, node)) continue;
    const std::uint32_t* const children = diagram.children_of(layer, node);
    std::size_t c = 0;
    while (leads[children[c]] == 0) ++c;
    answers.choices[layer.question] = layer.choice(c);
    node = children[c];
  }
  return answers;
}

std::uint32_t step(const Diagram& diagram, const Diagram::Layer* layer, std::uint32_t node, std::size_t choice) {
  return layer != nullptr && in_layer(*layer, node) ? diagram.children_of(*layer, node)[choice] : node;
}

std::vector<const Diagram::Layer*> layers_of(const Diagram& diagram, std::size_t questions) {
  std::vector<const Diagram::Layer*> layers(questions, nullptr);
  for (const Diagram::Layer& layer : diagram.layers) layers[layer.question] = &layer;
  return layers;
}

void Differences::add(const Diagram& diagram) {
  EqualNodes same(diagram);
  for (std::size_t k = diagram.layers.size(); k-- > 0;) {
    const Diagram::Layer& layer = diagram.layers[k];
    auto& apart = by_question_[layer.question];
    const Question& question = (*questions_)[layer.question];
    for (std::uint32_t node = layer.first; node < layer.last; ++node) {
      const std::uint32_t* const children = diagram.children_of(layer, node);
      if (question.several()) add_sets(question, apart.data(), children, same);
      for (std::size_t a = 0; a < layer.choices && !question.several(); ++a) {
        for (std::size_t b = 0; b < layer.choices; ++b)
          apart[a] |= std::uint32_t{same[children[a]] != same[children[b]]} << b;
      }
    }
    same.merge(layer);
  }
}

void Differences::add_sets(const Question& question, std::uint32_t* apart, const std::uint32_t* children,
                           const EqualNodes& same) {
  for (std::size_t answer = 0; answer < question.sets.size(); ++answer) {
    if (same[children[answer]] != same[children[0]]) apart[limits::choices] = 1;
    for (std::size_t part = 0; part < question.parts.size(); ++part) {
      const auto other = question.changed_by(answer, part);
      if (other && same[children[answer]] != same[children[*other]]) apart[part] |= std::uint32_t{1} << part;
    }
  }
}

bool Differences::any(std::size_t question) const {
  const auto& apart = by_question_[question];
  return std::any_of(apart.begin(), apart.end(), [](std::uint32_t others) { return others != 0; });
}

bool build_product(const Diagram& left, const Diagram& right, const Array<Index>& order, std::size_t& steps,
                   Diagram& product) {
  return ProductBuilder(left, right, steps, product).run(order);
}

void restrict_to(const Diagram& diagram, Index question, std::uint8_t choice, Diagram& restricted) {
  restricted.complete = diagram.complete;
  restricted.outcomes = diagram.outcomes;
  restricted.root = diagram.root;
  restricted.nodes = diagram.nodes;
  restricted.layers.append(diagram.layers.data(), diagram.layers.size());
  restricted.children.append(diagram.children.data(), diagram.children.size());
  for (const Diagram::Layer& layer : diagram.layers) {
    for (std::uint32_t node = layer.first; layer.question == question && node < layer.last; ++node) {
      std::uint32_t* const children =
          restricted.children.data() + layer.children + std::size_t{node - layer.first} * layer.choices;
      std::fill(children, children + layer.choices, diagram.children_of(layer, node)[choice]);
    }
  }
}

}  // namespace decision_card::census
