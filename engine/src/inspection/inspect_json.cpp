// SPDX-License-Identifier: MIT
#include "base/wording.hpp"
#include "decision_card/contract.hpp"
#include "decision_card/inspect.hpp"
#include "inspection/inspect_writer.hpp"

namespace decision_card::inspection {

namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : base::split(text, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

}  // namespace

}  // namespace decision_card::inspection

namespace decision_card {

std::string inspect_json(std::string_view text, std::string_view interface_languages) {
  const Result<ReadPack> read = read_pack(text);
  if (!read) return check_json(read.problems());
  const Pack& pack = read.value().pack;
  if (!pack.decision().present()) return check_json(pack);  // a rubric alone has nothing to prove
  return inspection::write_inspection(read.value(), inspect(read.value(), inspection::words_of(interface_languages)));
}

}  // namespace decision_card
