// SPDX-License-Identifier: MIT
// Any bytes as a request to the cost picture: JSON comes back, whatever the figures are.
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fuzz;
  static const Pack priced = pack("tests/corpus/packs/van.json");
  expect(well_formed(estimate_json(priced, {reinterpret_cast<const char*>(data), size})), "an estimate is an object");
  return 0;
}
