// SPDX-License-Identifier: MIT
// The bundled pack's advice on situations that others described, and what it may never advise whatever is answered.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "decision_card/outlook.hpp"
#include "support/support.hpp"

using namespace decision_card;
using nlohmann::json;

namespace {

Pack bundled() { return tests::open(tests::read_file("packs/rag-vs-fine-tuning/decision.json")); }

struct Agreement {
  std::size_t all = 0, exact = 0, acceptable = 0;
};

/// What the file expects, against what comes out; a miss must be explained in the file.
Agreement agreement(const std::string& name) {
  const Pack pack = bundled();
  const json entries = json::parse(tests::read_file("tests/corpus/" + name + ".json"));
  Agreement got{entries.size()};
  for (const json& entry : entries) {
    const std::string given = tests::recommended(pack, entry["answers"].dump());
    const json& others = entry["also_acceptable"];
    const bool exact = given == entry["expected"];
    const bool acceptable = exact || std::find(others.begin(), others.end(), given) != others.end();
    CAPTURE(entry["id"].get<std::string>());
    CAPTURE(given);
    CHECK((acceptable || !entry.value("miss", "").empty()));
    got.exact += exact;
    got.acceptable += acceptable;
  }
  return got;
}

/// The part, in millionths, of all completions of these answers that end in the recommendation.
std::uint32_t share(const Pack& pack, const char* answers, const char* recommendation) {
  const auto& all = pack.decision().recommendations;
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == recommendation; });
  REQUIRE(found != all.end());
  const Outlook seen = outlook(pack, tests::answers(pack, answers));
  REQUIRE(seen.exact);
  const Prospect& prospect = seen.prospects[static_cast<std::size_t>(found - all.begin())];
  return prospect.possible ? std::max(prospect.share, 1U) : 0;
}

}  // namespace

TEST_CASE("real cases: at least 44 of 46 come out as the source recommends") {
  const Agreement got = agreement("real-cases");
  CHECK(got.all == 46);
  CHECK(got.acceptable >= 44);
}

TEST_CASE("30 situations aimed at weak spots: all acceptable, 22 exact") {
  const Agreement got = agreement("situations");
  CHECK(got.all == 30);
  CHECK(got.acceptable == 30);
  CHECK(got.exact >= 22);
}

TEST_CASE("50 situations of our own, expected answer first: all acceptable") {
  const Agreement got = agreement("own-situations");
  CHECK(got.all == 50);
  CHECK(got.acceptable == 50);
}

TEST_CASE("74 situations that others described in public, expected answer first: all but three acceptable") {
  const Agreement got = agreement("public-situations");
  CHECK(got.all == 74);
  CHECK(got.acceptable == 71);
  CHECK(got.exact >= 60);
}

TEST_CASE("continued pretraining is rare, and never for restricted text, narrow jobs, moving tasks or missing facts") {
  const Pack pack = bundled();
  CHECK(share(pack, "{}", "continued_pretraining") < 15'000);
  for (const char* answers :
       {R"({"must_hold":"rights"})", R"({"narrow_task":"narrow"})", R"({"task_stability":"moving"})",
        R"({"gap":"knowledge"})", R"({"gap":"behaviour"})", R"({"gap":"nothing"})", R"({"limit":"no_training"})",
        R"({"tried":"nothing"})", R"({"tried":"rag_passes"})"}) {
    CAPTURE(answers);
    CHECK(share(pack, answers, "continued_pretraining") == 0);
  }
}

TEST_CASE("nobody is told to train who has nobody to train, measured nothing, or whose task moves") {
  const Pack pack = bundled();
  for (const char* answers : {R"({"limit":"no_training"})", R"({"tried":"nothing"})", R"({"tried":"prompt_passes"})",
                              R"({"tried":"rag_passes"})", R"({"task_stability":"moving"})",
                              R"({"labelled_data":"under_50","tried":"prompt_short"})"})
    for (const char* trains : {"both", "fine_tuning"}) {
      CAPTURE(answers);
      CAPTURE(trains);
      CHECK(share(pack, answers, trains) == 0);
    }
}

TEST_CASE("who runs RAG is never told to start with it, and without documents there is no call for it") {
  const Pack pack = bundled();
  for (const char* answers : {R"({"tried":"rag_short"})", R"({"tried":"rag_dear"})", R"({"tried":"rag_passes"})",
                              R"({"tried":"both_short"})"}) {
    CAPTURE(answers);
    CHECK(share(pack, answers, "rag_first") == 0);
  }
  for (const char* gap : {"knowledge", "both", "domain"}) {
    const std::string answers = R"({"corpus":"unwritten","gap":")" + std::string(gap) + R"("})";
    CAPTURE(answers);
    CHECK(share(pack, answers.c_str(), "write_first") == 1'000'000);
  }
}

TEST_CASE("a reader who lacks behaviour alone and needs no facts is never told to use both") {
  const Pack pack = bundled();
  CHECK(share(pack, R"({"gap":"behaviour","corpus":"none_needed"})", "both") == 0);
  CHECK(share(pack, R"({"gap":"nothing","corpus":"none_needed","tried":"prompt_dear"})", "both") == 0);
}

TEST_CASE("an untested form sends a reader who measured nothing to the prompt, not to training") {
  const Pack pack = bundled();
  CHECK(share(pack, R"({"gap":"behaviour","tried":"nothing","output_style":"untested"})", "prompting") == 1'000'000);
}
