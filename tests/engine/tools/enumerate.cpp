// SPDX-License-Identifier: MIT
// Goes through all complete answer sets of a pack and prints {"sets", "ms", "counts"} as one line of JSON.
#include "decision_card/enumerate.hpp"

#include <chrono>
#include <cstdio>

#include "support/support.hpp"

using namespace decision_card;

int main(int count, char** arguments) {
  if (count < 2) return 1;
  const Pack pack = tests::open(tests::read_file(arguments[1]));
  nlohmann::json line;
  double best = 1e300;
  for (int round = 0; round < 7; ++round) {
    const auto start = std::chrono::steady_clock::now();
    const Enumeration all = enumerate(pack, UINT64_MAX);
    best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    line = {{"complete", all.complete}, {"sets", all.sets}, {"counts", all.counts}, {"ms", best}};
  }
  std::puts(line.dump().c_str());
}
