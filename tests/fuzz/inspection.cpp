// SPDX-License-Identifier: MIT
// Any bytes as a pack to inspect, and to compare with itself: nothing is different then.
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fuzz;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (size > 6000) return 0;  // a proof may take seconds; this is about what is read
  expect(well_formed(inspect_json(text, "en")), "an inspection is an object");
  expect(well_formed(diff_json(text, text)), "a difference is an object");
  return 0;
}
