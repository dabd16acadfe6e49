// SPDX-License-Identifier: MIT
// The n-th allocation fails, natively: for every n up to a bound, once and for ever, in each call of the engine. The
// engine throws nothing and catches nothing, so that bad_alloc passes through it to the caller. Nothing may be read or
// written that is not its own (run.mjs builds with AddressSanitizer where it can), and the next call must be right,
// since the engine has no state. Prints a JSON list of rows; a wrong answer or a crash ends in exit code 1.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <new>
#include <string>
#include <vector>

#include "decision_card/contract.hpp"
#include "decision_card/inspect.hpp"
#include "decision_card/verdict.hpp"

using namespace decision_card;

namespace {

std::size_t seen = 0, fails_at = 0;  // 0: none
bool for_ever = false;

bool due() {
  ++seen;
  return fails_at != 0 && (for_ever ? seen >= fails_at : seen == fails_at);
}

void* allocate(std::size_t size) {
  if (due()) throw std::bad_alloc();
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return due() ? nullptr : std::malloc(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return due() ? nullptr : std::malloc(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

struct Tally {
  std::size_t allocations = 0, tried = 0, refused = 0, survived = 0, wrong = 0;
};

using Call = std::function<std::string()>;

std::size_t count(const Call& call) {
  seen = 0;
  fails_at = 0;
  call();
  return seen;
}

/// What the call says while the n-th allocation fails must be right, or nothing; and what it says next must be right.
void attempt(const Call& call, const std::string& expected, std::size_t n, bool ever, Tally& tally) {
  seen = 0;
  fails_at = n;
  for_ever = ever;
  bool right = true;
  try {
    const std::string said = call();
    fails_at = 0;
    right = said == expected;
    ++tally.survived;
  } catch (const std::bad_alloc&) {
    fails_at = 0;
    ++tally.refused;
  }
  ++tally.tried;
  tally.wrong += !right || call() != expected;
}

Tally loop(const Call& call, bool ever, std::size_t most) {
  Tally tally;
  const std::string expected = call();
  tally.allocations = count(call);
  const std::size_t step = 1 + tally.allocations / most;
  for (std::size_t n = 1; n <= tally.allocations; n += step) attempt(call, expected, n, ever, tally);
  return tally;
}

std::string file(const std::string& name) {
  std::ifstream in(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string numbers(const std::vector<std::int32_t>& all) {
  std::string text;
  for (const std::int32_t number : all) text += std::to_string(number) + ' ';
  return text;
}

}  // namespace

int main(int, char** words) {
  const std::size_t most = std::strtoul(words[2], nullptr, 10);
  const std::string root = words[1];
  const std::string decision_text = file(root + "/tests/corpus/packs/lunch.json");
  const std::string costs_text = file(root + "/packs/rag-vs-fine-tuning/decision.json");
  const std::string rubric_text = file(root + "/tests/corpus/rubrics/tea.json");
  const Pack lunch = parse_pack(decision_text).take(), costs = parse_pack(costs_text).take();
  const Pack tea = parse_pack(rubric_text).take();
  const Answers none = Answers::none(lunch.decision().questions.size());
  Answers whole = none;
  for (auto& choice : whole.choices) choice = 0;
  const std::pair<const char*, Call> calls[] = {
      {"open", [&] { return description_json(parse_pack(decision_text).value()); }},
      {"open, the pack that ships", [&] { return check_json(parse_pack(costs_text)); }},
      {"open, a pack that is refused", [&] { return check_json(parse_pack(decision_text.substr(0, 900))); }},
      {"answers", [&] { return std::to_string(parse_answers(lunch, R"({"weather":"cold"})").value().choices[0]); }},
      {"verdict", [&] { return numbers(verdict_numbers(lunch, verdict(lunch, none))); }},
      {"outlook", [&] { return outlook_json(lunch, outlook(lunch, none)); }},
      {"flips", [&] { return flips_json(lunch, whole, flips(lunch, whole)); }},
      {"estimate", [&] { return estimate_json(costs, "{\"inputs\":{},\"answers\":{}}"); }},
      {"grade", [&] { return grade_json(tea, grade(*make_grader(tea), "Boil the water first."), std::nullopt); }},
      {"check", [&] { return inspect_json(decision_text, "en"); }},
  };
  std::size_t wrong = 0;
  const char* between = "[";
  for (const auto& [name, call] : calls) {
    for (const bool ever : {false, true}) {
      const Tally tally = loop(call, ever, most);
      wrong += tally.wrong;
      std::printf(
          "%s{\"what\":\"native %s: the n-th allocation, %s\",\"allocations\":%zu,\"tried\":%zu,"
          "\"refused\":%zu,\"survived\":%zu,\"wrong\":%zu}",
          between, name, ever ? "for ever" : "once", tally.allocations, tally.tried, tally.refused, tally.survived,
          tally.wrong);
      between = ",";
    }
  }
  std::puts("]");
  return wrong == 0 ? 0 : 1;
}
