// SPDX-License-Identifier: MIT
// What all targets have: packs that are known to be good, and a way to say that an oracle failed.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "decision_card/contract.hpp"

namespace fuzz {

using namespace decision_card;

inline void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "oracle: %s\n", what);
  std::abort();
}

/// A file of the repository; the fuzzer runs in its root.
inline std::string file(const char* name) {
  std::ifstream in(name);
  std::ostringstream text;
  text << in.rdbuf();
  expect(in.good(), name);
  return text.str();
}

inline Pack pack(const char* name) {
  Result<Pack> read = parse_pack(file(name));
  expect(bool(read), name);
  return read.take();
}

inline bool well_formed(std::string_view json) { return json.empty() || json.front() == '{'; }

}  // namespace fuzz
