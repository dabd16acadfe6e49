// SPDX-License-Identifier: MIT
// Reads lines of {"pack": id, "text": …, "followUp": id, if any} and prints each grade's JSON on a line, for comparison
// with other platforms.
#include <cstdio>
#include <iostream>
#include <map>

#include "decision_card/contract.hpp"
#include "support/support.hpp"

using namespace decision_card;

namespace {

struct Graded {
  Pack pack;
  std::shared_ptr<const Grader> grader = make_grader(pack);
};

}  // namespace

int main() {
  std::map<std::string, Graded> packs;
  for (std::string line; std::getline(std::cin, line);) {
    const auto entry = nlohmann::json::parse(line);
    const std::string id = entry["pack"];
    if (packs.find(id) == packs.end()) packs.emplace(id, Graded{tests::open(tests::pack_text(id, "rubric"))});
    const auto& [pack, grader] = packs.at(id);
    const auto follow_up = pack.rubric().find_follow_up(entry.value("followUp", ""));
    std::puts(grade_json(pack, grade(*grader, entry["text"].get<std::string>(), follow_up), follow_up).c_str());
  }
}
