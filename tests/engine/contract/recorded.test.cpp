// SPDX-License-Identifier: MIT
// The recorded outputs, natively: what tests/wasm and tests/browser compare in Node and in browsers, without either.
#include <doctest/doctest.h>

#include <map>
#include <sstream>

#include "decision_card/contract.hpp"
#include "oracle/verdict_json.hpp"
#include "support/sha256.hpp"
#include "support/support.hpp"

using namespace decision_card;
using nlohmann::json;

namespace {

std::vector<json> lines_of(const std::string& name) {
  std::vector<json> all;
  std::istringstream lines(tests::read_file("tests/corpus/" + name + ".ndjson"));
  for (std::string line; std::getline(lines, line);) all.push_back(json::parse(line));
  return all;
}

const Pack& pack_of(const std::string& id, const std::string& part) {
  static std::map<std::string, Pack> packs;
  const std::string name = id + "/" + part;
  if (packs.find(name) == packs.end()) packs.emplace(name, tests::open(tests::pack_text(id, part)));
  return packs.at(name);
}

/// What is graded: samples are named PACK/SAMPLE, answers are files.
struct Graded {
  std::string pack, text, follow_up;
};

Graded graded(const std::string& id) {
  const std::size_t slash = id.find('/');
  if (slash == std::string::npos) return {"rag-vs-fine-tuning", tests::read_file("tests/corpus/answers/" + id), ""};
  const std::string pack = id.substr(0, slash);
  const json document = json::parse(tests::pack_text(pack, "rubric"));
  for (const json& sample : document["rubric"]["samples"]) {
    if (sample["id"] == id.substr(slash + 1)) return {pack, sample["text"], sample.value("follow_up", "")};
  }
  return {};
}

}  // namespace

TEST_CASE("SHA-256 of nothing, of three letters and of more than a block is what the standard says") {
  CHECK(tests::sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(tests::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(tests::sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("recorded verdicts, and outlooks and flips of every fourth of them") {
  std::size_t count = 0;
  for (const json& line : lines_of("verdicts")) {
    const Pack& pack = pack_of(line["pack"], "decision");
    CAPTURE(line["answers"].dump());
    const Answers answers = tests::answers(pack, line["answers"].dump());
    CHECK(tests::sha256(verdict_json(pack, answers, verdict(pack, answers))) == line["verdict"]);
    if (count++ % 4 != 0) continue;  // tests/wasm has all of them; under the sanitizers they would take half a minute
    CHECK(tests::sha256(outlook_json(pack, outlook(pack, answers))) == line["outlook"]);
    CHECK(tests::sha256(flips_json(pack, answers, flips(pack, answers))) == line["flips"]);
  }
}

TEST_CASE("recorded grades") {
  std::map<std::string, std::shared_ptr<const Grader>> graders;
  for (const json& line : lines_of("grades")) {
    const Graded entry = graded(line["id"]);
    CAPTURE(line["id"].dump());
    const Pack& pack = pack_of(entry.pack, "rubric");
    if (graders[entry.pack] == nullptr) graders[entry.pack] = make_grader(pack);
    const auto follow_up = pack.rubric().find_follow_up(entry.follow_up);
    const Grade found = grade(*graders[entry.pack], entry.text, follow_up);
    CHECK(tests::sha256(grade_json(pack, found, follow_up)) == line["grade"]);
  }
}

TEST_CASE("recorded estimates") {
  for (const json& line : lines_of("estimates")) {
    const Pack& pack = pack_of(line["pack"], "decision");
    const json request = {{"inputs", line["inputs"]}, {"answers", line["answers"]}};
    CHECK(json::parse(estimate_json(pack, request.dump())) == line["estimate"]);
  }
}
