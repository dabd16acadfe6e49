// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/prose.hpp"

namespace decision_card::language {

/// Words in a row that together mean something else than each of them: "far from", "no doubt".
class Idioms {
 public:
  Idioms();

  /// Gives the words of an idiom that ends with the last of these words its classes, if there is one. A pause divides
  /// what is none.
  void mark(std::span<Word> words) const;
  /// Calls with each word that an idiom ends with.
  template <class Use>
  void for_each_last(const Use& use) const {
    for (const Idiom& idiom : idioms_) use(idiom.last);
  }

 private:
  struct Idiom {
    std::uint32_t first = 0, size = 0;  ///< of `hashes_`
    std::uint32_t classes = 0;
    std::uint16_t senses = 0;
    std::string_view last;
  };
  void add(std::string_view phrase, std::uint32_t classes, std::uint16_t senses);
  [[nodiscard]] bool ends(const Idiom& idiom, std::span<const Word> words) const;

  std::vector<Idiom> idioms_;
  std::vector<std::uint32_t> hashes_;  ///< of their words; `any_negator` for any that negates
};

}  // namespace decision_card::language
