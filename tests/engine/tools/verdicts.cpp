// SPDX-License-Identifier: MIT
#include "oracle/verdict_json.hpp"
// Reads lines of {"pack": id, "answers": {…}} and prints the JSON of each verdict, outlook and flips on a line each,
// for comparison with other platforms.
#include <cstdio>
#include <iostream>
#include <map>

#include "decision_card/contract.hpp"
#include "support/support.hpp"

using namespace decision_card;

int main() {
  std::map<std::string, Pack> packs;
  for (std::string line; std::getline(std::cin, line);) {
    const auto entry = nlohmann::json::parse(line);
    const std::string id = entry["pack"];
    if (packs.find(id) == packs.end()) packs.emplace(id, tests::open(tests::pack_text(id)));
    const Pack& pack = packs.at(id);
    const Answers answers = tests::answers(pack, entry["answers"].dump());
    std::puts(verdict_json(pack, answers, verdict(pack, answers)).c_str());
    std::puts(outlook_json(pack, outlook(pack, answers)).c_str());
    std::puts(flips_json(pack, answers, flips(pack, answers)).c_str());
  }
}
