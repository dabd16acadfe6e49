// SPDX-License-Identifier: MIT
// What inspection says of texts that know the reader, on random packs, against the verdicts on all combinations.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "decision_card/inspect.hpp"
#include "decision_card/verdict.hpp"
#include "support/random_pack.hpp"
#include "support/support.hpp"

using namespace decision_card;
using nlohmann::json;

namespace {

using Key = std::pair<std::string, std::string>;  // code, path

const std::set<std::string> sentence_codes{"text_never_said", "state_without_text", "fewer_points_unexplained"};

class ExpectedTexts {
 public:
  explicit ExpectedTexts(const Pack& pack) : decision_(pack.decision()) {
    for (const Answers& answers : tests::completions(pack, Answers::none(decision_.questions.size())))
      all_.push_back(verdict(pack, answers));
  }

  std::set<Key> run() {
    text("/gates_text", decision_.gates_text, [](const Verdict& one) { return std::pair(true, one.gates_text); });
    for (std::size_t g = 0; g < decision_.gates.size(); ++g) gate(g);
    for (Index k = 0; k < decision_.recommendations.size(); ++k) recommendation(k);
    return std::move(found_);
  }

 private:
  void add(const char* code, const std::string& path) { found_.emplace(code, "/decision" + path); }

  /// `look`: whether a verdict shows the text, and what it says.
  template <class Look>
  void text(const std::string& path, const Variants& variants, Look look) {
    std::vector<Wording> sayings;
    for (const Verdict& one : all_) {
      const auto [shown, said] = look(one);
      if (shown) sayings.push_back(said);
    }
    if (sayings.empty() || variants.empty() || is_plain(variants)) return;
    for (std::size_t k = 0; k < variants.size(); ++k) {
      const bool said = std::find(sayings.begin(), sayings.end(), Wording(static_cast<Index>(k))) != sayings.end();
      if (!said) never(variants[k].when, path, k);
    }
    if (std::find(sayings.begin(), sayings.end(), std::nullopt) != sayings.end()) add("state_without_text", path);
  }

  void never(TextCondition when, const std::string& path, std::size_t index) {
    if (when && !for_open_gates(decision_.text_conditions[*when]))
      add("text_never_said", path + "/" + std::to_string(index) + "/when");
  }

  static bool for_open_gates(const Condition& when) {
    for (const Term& term : when.terms) {
      for (const Literal& literal : term) {
        if (literal.subject == Subject::gate && literal.allowed >= 4) return true;
      }
    }
    return false;
  }

  void gate(std::size_t g) {
    for (const auto& [name, state] : {std::pair("pass", GateState::pass), std::pair("fail", GateState::fail)}) {
      text("/gates/" + std::to_string(g) + "/" + name, decision_.gates[g].said(state),
           [&, wanted = state](const Verdict& one) {
             return std::pair(one.gates[g].state == wanted, one.gates[g].text);
           });
    }
  }

  void recommendation(Index k) {
    const Recommendation& entry = decision_.recommendations[k];
    const std::string path = "/recommendations/" + std::to_string(k);
    text(path + "/summary", entry.summary,
         [k](const Verdict& one) { return std::pair(one.recommendation == k, one.advice.summary); });
    text(path + "/why_not", entry.why_not, [k](const Verdict& one) {
      const auto why = std::find_if(one.why_not.begin(), one.why_not.end(),
                                    [&](const WhyNot& other) { return other.recommendation == k; });
      return why == one.why_not.end() ? std::pair(false, Wording{}) : std::pair(true, why->text);
    });
    despite(k, entry.despite, path);
    claims(k, entry.steps, path + "/steps", &Advice::steps);
    claims(k, entry.risks, path + "/risks", &Advice::risks);
  }

  void despite(Index k, const Variants& variants, const std::string& path) {
    const auto given = [k](const Verdict& one) { return one.recommendation == k; };
    const auto behind = [&](const Verdict& one) { return given(one) && one.lead < 0; };
    const bool ever = std::any_of(all_.begin(), all_.end(), behind);
    if (ever && variants.empty()) add("fewer_points_unexplained", path);
    if (!ever && !variants.empty() && std::any_of(all_.begin(), all_.end(), given))
      add("text_never_said", path + "/despite");
    text(path + "/despite", variants, [&](const Verdict& one) { return std::pair(behind(one), one.advice.despite); });
  }

  void claims(Index k, const std::vector<Claim>& items, const std::string& path, Indices Advice::*list) {
    std::set<Index> said;
    bool given = false, left = false, conditional = !items.empty();
    for (const Verdict& one : all_) {
      if (one.recommendation != k) continue;
      const Indices& all = one.advice.*list;
      given = true;
      left = left || all.empty();
      said.insert(all.begin(), all.end());
    }
    for (std::size_t item = 0; item < items.size(); ++item) {
      conditional = conditional && items[item].when.has_value();
      if (given && said.count(static_cast<Index>(item)) == 0) never(items[item].when, path, item);
    }
    if (conditional && left && list == &Advice::steps) add("state_without_text", path);
  }

  const Decision& decision_;
  std::vector<Verdict> all_{};
  std::set<Key> found_{};
};

}  // namespace

TEST_CASE("texts never said, states without one and fewer points without a word, as all combinations show") {
  tests::Dice dice(13);
  std::map<std::string, int> seen;
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    const std::string text = tests::random_telling_text(dice);
    const Result<ReadPack> read = read_pack(text);
    REQUIRE(read);
    std::set<Key> found;
    for (const Finding& finding : inspect(read.value()).findings) {
      if (sentence_codes.count(std::string(finding.problem.code)) == 0) continue;
      found.emplace(finding.problem.code, finding.problem.path);
      ++seen[std::string(finding.problem.code)];
    }
    CHECK(found == ExpectedTexts(read.value().pack).run());
  }
  for (const std::string& code : sentence_codes) CHECK(seen[code] > 20);
}

TEST_CASE("the words of a card and the questions before it are counted over the cases") {
  std::string text = tests::pack_text("lunch");
  text = tests::edited(
      text, json::array({json::array({R"({ "id": "winter")",
                                      R"({ "id": "summer", "answers": { "weather": "hot" }, "expect": "salad" },
      { "id": "winter")"})}));
  const Result<ReadPack> read = read_pack(text);
  REQUIRE(read);
  const Inspection got = inspect(read.value());
  // Summer: title 3 + summary 3; no reason; the gate 6 and what it waits for 4; "Have the soup" 3. It is settled after
  // one question. Winter: 3 + 7; one reason of 5; 6 and 5 of the gate; "Have the salad" 3; after two questions.
  CHECK(got.words.most == 29);
  CHECK(got.words.worst == 1);
  CHECK(got.words.mean_hundredths == 2400);
  REQUIRE(got.words.parts.size() == 9);
  CHECK(got.words.parts[0].mean_hundredths == 800);
  CHECK(got.words.parts[1].mean_hundredths == 250);
  CHECK(got.words.parts[2].mean_hundredths == 1050);
  CHECK(got.case_stop.least == 1);
  CHECK(got.case_stop.most == 2);
  CHECK(got.case_stop.mean_hundredths == 150);
}
