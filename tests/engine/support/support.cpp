// SPDX-License-Identifier: MIT
#include "support/support.hpp"

#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "decision_card/contract.hpp"
#include "decision_card/grade.hpp"

namespace decision_card::tests {

namespace {

[[noreturn]] void give_up(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::exit(2);
}

}  // namespace

std::string read_file(const std::string& path) {
  std::ifstream file(path.front() == '/' ? path : std::string(DECISION_CARD_ROOT) + "/" + path, std::ios::binary);
  if (!file) give_up("can't read " + path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string pack_text(const std::string& id, const std::string& part) {
  for (const std::string& path : {"packs/" + id + "/" + part + ".json", "tests/corpus/packs/" + id + ".json",
                                  "tests/corpus/rubrics/" + id + ".json"}) {
    if (std::ifstream(std::string(DECISION_CARD_ROOT) + "/" + path)) return read_file(path);
  }
  give_up("no pack " + id);
}

std::string edited(std::string text, const nlohmann::json& edits) {
  for (const nlohmann::json& edit : edits) {
    const std::string from = edit[0], to = edit[1];
    const std::size_t at = text.find(from);
    if (at == std::string::npos) give_up("nothing to edit: " + from);
    text.replace(at, from.size(), to);
  }
  return text;
}

std::optional<std::string> corpus_folder(const std::string& name) {
  const char* set = std::getenv("DECISION_CARD_CORPORA");
  const std::string folder =
      (set != nullptr ? std::string(set) : std::string(DECISION_CARD_ROOT) + "/../shared/corpora") + "/" + name;
  struct stat status {};
  if (stat(folder.c_str(), &status) != 0) {
    std::printf("skipped: corpus %s not found\n", name.c_str());
    return std::nullopt;
  }
  return folder;
}

Pack open(const std::string& text) {
  Result<Pack> pack = parse_pack(text);
  if (!pack) give_up(problems_json(pack.problems()));
  return pack.take();
}

Pack pack_with_condition(const std::string& condition) {
  return open(
      R"({"format":1,"id":"t","version":"1.0.0","language":"en","title":"T","decision":{"question":"Q","questions":[
    {"id":"size","text":"S","choices":[{"id":"small","text":"s","value":1},{"id":"medium","text":"m","value":5},{"id":"large","text":"l","value":9}]},
    {"id":"color","text":"C","choices":[{"id":"red","text":"r"},{"id":"green","text":"g"},{"id":"blue","text":"b"}]},
    {"id":"shade","text":"H","when":{"==":[{"var":"color"},"red"]},"choices":[{"id":"light","text":"l"},{"id":"dark","text":"d"}]},
    {"id":"paint","text":"P","choices":[{"id":"red","text":"r"},{"id":"green","text":"g"}]}],
    "alternatives":[{"id":"a","name":"A"},{"id":"b","name":"B"}],
    "rules":[{"id":"r1","when":{"==":[{"var":"color"},"red"]},"points":{"a":3},"because":"x"},
             {"id":"r2","when":{"==":[{"var":"color"},"blue"]},"points":{"b":2,"a":-1},"because":"x"}],
    "gates":[{"id":"big","text":"G","when":{">":[{"var":"size"},4]}}],
    "recommendations":[{"id":"yes","title":"Y","summary":"y","when":)" +
      condition + R"(},{"id":"no","title":"N","summary":"n"}]}})");
}

Answers answers(const Pack& pack, const std::string& json) {
  Result<Answers> parsed = parse_answers(pack, json);
  if (!parsed) give_up(problems_json(parsed.problems()));
  return parsed.take();
}

const Pack& journey() {
  static const Pack pack = open(pack_text("journey"));
  return pack;
}

std::string found(const std::string& text) {
  static const auto grader = make_grader(journey());
  const Rubric& rubric = journey().rubric();
  const Grade result = grade(*grader, text);
  std::string ids;
  for (std::size_t k = 0; k < result.criteria.size(); ++k) {
    if (result.criteria[k].level > 0) ids += " " + std::string(rubric.criteria_of(std::nullopt)[k].id);
  }
  for (const MisconceptionGrade& entry : result.misconceptions)
    ids += " -" + std::string(rubric.misconceptions[entry.index].id);
  return ids.empty() ? ids : ids.substr(1);
}

std::string recommended(const Pack& pack, const std::string& answers_json) {
  const Verdict result = verdict(pack, answers(pack, answers_json));
  return std::string(pack.decision().recommendations[result.recommendation].id);
}

}  // namespace decision_card::tests
