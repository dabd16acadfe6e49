// SPDX-License-Identifier: MIT
// The module for the command line only: what looks at all answer sets. Plain exports on one pack.
#include <emscripten/emscripten.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "decision_card/contract.hpp"
#include "decision_card/enumerate.hpp"
#include "decision_card/explanation.hpp"
#include "decision_card/pack.hpp"

namespace {

std::string input, other;
std::string output;
std::optional<decision_card::Pack> pack;
std::shared_ptr<const decision_card::Grader> grader;  // made when it is first needed
std::vector<double> numbers;                          // whole ones: a double holds them exactly up to 2^53

/// Nothing where no pack with a rubric is open.
const decision_card::Grader* grader_of_pack() {
  if (!grader && pack && pack->rubric().present()) grader = decision_card::make_grader(*pack);
  return grader.get();
}

const char* give(std::string text) {
  output = std::move(text);
  return output.c_str();
}

}  // namespace

extern "C" {

/// Where the caller writes a text of this many bytes of UTF-8 before a call that reads one.
EMSCRIPTEN_KEEPALIVE char* dc_input(int size) {
  input.resize(static_cast<std::size_t>(size));
  return input.data();
}

/// Reads a pack; 0 when it has problems, which `dc_inspect` names.
EMSCRIPTEN_KEEPALIVE int dc_open() {
  decision_card::Result<decision_card::Pack> read = decision_card::parse_pack(input);
  pack.reset();
  grader.reset();
  if (read) pack.emplace(read.take());
  return pack.has_value();
}

/// Goes through all complete answer sets, if they are at most this many: how many there are, then how many end in each
/// recommendation. Returns how many numbers that is, which are at `dc_numbers`; 0 without an answer.
EMSCRIPTEN_KEEPALIVE int dc_enumerate(double most) {
  numbers.clear();
  if (!pack) return 0;
  const decision_card::Enumeration all = decision_card::enumerate(*pack, static_cast<std::uint64_t>(most));
  if (!all.complete) return 0;
  numbers.push_back(static_cast<double>(all.sets));
  for (const std::uint64_t count : all.counts) numbers.push_back(static_cast<double>(count));
  return static_cast<int>(numbers.size());
}

EMSCRIPTEN_KEEPALIVE const double* dc_numbers() { return numbers.data(); }

/// The same for the text of a newer version, which `dc_diff` compares.
EMSCRIPTEN_KEEPALIVE char* dc_other(int size) {
  other.resize(static_cast<std::size_t>(size));
  return other.data();
}

/// What the text that `dc_other` holds comes to for each code of the rubric's cues: a score, and 1 where a pattern
/// found it. Returns how many numbers that is.
EMSCRIPTEN_KEEPALIVE int dc_hear() {
  numbers.clear();
  if (grader_of_pack() == nullptr) return 0;
  for (const decision_card::CueHearing& heard : decision_card::hear_codes(*grader, other)) {
    numbers.push_back(heard.score);
    numbers.push_back(heard.pattern);
  }
  return static_cast<int>(numbers.size());
}

/// JSON of the same text, or nothing where no pack with a rubric is open: its traits, and how it is read.
EMSCRIPTEN_KEEPALIVE const char* dc_traits() {
  return give(grader_of_pack() == nullptr ? "" : decision_card::traits_json(decision_card::traits_of(*grader, other)));
}
EMSCRIPTEN_KEEPALIVE const char* dc_explain() {
  return give(grader_of_pack() == nullptr
                  ? ""
                  : decision_card::explanation_json(*pack, decision_card::explain(*grader, other)));
}

/// JSON text of the input, ending with a zero byte; valid until the next call. An inspection takes the languages of the
/// interface, with blanks between them, where `dc_other` puts them.
EMSCRIPTEN_KEEPALIVE const char* dc_inspect() { return give(decision_card::inspect_json(input, other)); }
EMSCRIPTEN_KEEPALIVE const char* dc_diff() { return give(decision_card::diff_json(input, other)); }
}
