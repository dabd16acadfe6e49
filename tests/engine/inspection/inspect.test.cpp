// SPDX-License-Identifier: MIT
// Inspection on 1,000 small packs against the plainest code there can be: all combinations of choices.
#include "decision_card/inspect.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>

#include "decision/situation.hpp"
#include "decision_card/decide.hpp"
#include "decision_card/verdict.hpp"
#include "document/json_document.hpp"
#include "support/random_pack.hpp"
#include "support/support.hpp"

using namespace decision_card;
using decision_card::decision::Range;
using decision_card::decision::Situation;
using decision_card::document::JsonDocument;

namespace {

/// What a reader sees for one complete set of answers.
struct Shown {
  Answers answers;
  Index recommendation = 0;
  std::vector<std::int32_t> scores;
  std::vector<bool> rules, gates, notes, asked;

  [[nodiscard]] std::vector<int> order() const {
    std::vector<int> signs;
    for (std::size_t a = 0; a < scores.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) signs.push_back((scores[a] > scores[b]) - (scores[a] < scores[b]));
    }
    return signs;
  }
  [[nodiscard]] auto rest() const { return std::tuple(order(), rules, gates, notes, asked); }
};

Shown shown(const Pack& pack, const Answers& answers) {
  const Decision& decision = pack.decision();
  Situation situation(pack.program(), decision);
  situation.assess(answers);
  Shown all{answers, situation.first_certain(), {}, {}, {}, {}, {}};
  for (std::size_t a = 0; a < decision.alternatives.size(); ++a) all.scores.push_back(situation.score(a));
  for (std::size_t r = 0; r < decision.rules.size(); ++r) all.rules.push_back(situation.rule(r) == Truth::yes);
  for (std::size_t g = 0; g < decision.gates.size(); ++g) all.gates.push_back(situation.gate(g) == GateState::pass);
  for (const Range note : pack.program().notes) all.notes.push_back(situation.truth(note) == Truth::yes);
  for (std::size_t q = 0; q < decision.questions.size(); ++q) all.asked.push_back(!situation.never_asked(q));
  return all;
}

std::vector<Shown> everything(const Pack& pack) {
  std::vector<Shown> all;
  const Answers none = Answers::none(pack.decision().questions.size());
  for (const Answers& answers : tests::completions(pack, none)) all.push_back(shown(pack, answers));
  return all;
}

using Key = std::pair<std::string, std::string>;  // code, path

std::multiset<Key> findings_of(const Inspection& inspection, const std::set<std::string>& codes) {
  std::multiset<Key> found;
  for (const Finding& finding : inspection.findings) {
    if (codes.count(std::string(finding.problem.code)) != 0) found.emplace(finding.problem.code, finding.problem.path);
  }
  return found;
}

std::string path(const char* list, std::size_t index, const char* member = "") {
  return std::string("/decision/") + list + "/" + std::to_string(index) + member;
}

class Expected {
 public:
  Expected(const Pack& pack, const std::vector<Shown>& all) : decision_(pack.decision()), all_(all) {}

  std::multiset<Key> conditions() {
    for (std::size_t k = 0; k < decision_.recommendations.size(); ++k) {
      if (none([&](const Shown& one) { return one.recommendation == k; }))
        add("unreachable_recommendation", path("recommendations", k));
    }
    for (std::size_t k = 0; k < decision_.questions.size(); ++k) {
      if (decision_.questions[k].conditional)
        condition("question_never_asked", "question_always_asked", "questions", k, &Shown::asked);
    }
    for (std::size_t k = 0; k < decision_.rules.size(); ++k)
      condition("rule_never_holds", "rule_always_holds", "rules", k, &Shown::rules);
    for (std::size_t k = 0; k < decision_.gates.size(); ++k)
      condition("gate_never_passes", "gate_never_fails", "gates", k, &Shown::gates);
    for (std::size_t k = 0; k < decision_.notes.size(); ++k) note(k);
    return found_;
  }

  std::multiset<Key> questions() {
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      const std::size_t choices = decision_.questions[q].choices.size();
      bool decides = false, seen = false;
      for (std::uint8_t b = 1; b < choices; ++b) {
        decides = decides || differ(q, 0, b, false);
        seen = seen || differ(q, 0, b, true);
      }
      if (!decides) add(seen ? "question_never_decides" : "question_changes_nothing", path("questions", q));
      if (decision_.questions[q].several()) parts(q, decides);
      for (std::uint8_t b = 1; decides && !decision_.questions[q].several() && b < choices; ++b) pairs(q, b);
    }
    return found_;
  }

 private:
  void add(const char* code, const std::string& at) { found_.emplace(code, at); }

  [[nodiscard]] bool none(const std::function<bool(const Shown&)>& holds) const {
    return std::none_of(all_.begin(), all_.end(), holds);
  }

  void condition(const char* never, const char* always, const char* list, std::size_t k,
                 std::vector<bool> Shown::*flags) {
    if (none([&](const Shown& one) { return (one.*flags)[k]; })) add(never, path(list, k, "/when"));
    if (none([&](const Shown& one) { return !(one.*flags)[k]; })) add(always, path(list, k, "/when"));
  }

  void note(std::size_t k) {
    const Indices& only = decision_.notes[k].recommendations;
    const auto meant = [&](const Shown& one) {
      return only.empty() || std::find(only.begin(), only.end(), one.recommendation) != only.end();
    };
    const Condition& when = decision_.notes[k].when;
    const bool plain = when.terms.size() == 1 && when.terms[0].empty();
    if (none([&](const Shown& one) { return one.notes[k] && meant(one); }))
      add("note_never_shown", path("notes", k, plain ? "" : "/when"));
    if (!plain && none([&](const Shown& one) { return !one.notes[k]; }))
      add("note_always_holds", path("notes", k, "/when"));
  }

  /// `all`: also in what else is seen, not only in the recommendation.
  bool differ(std::size_t q, std::uint8_t a, std::uint8_t b, bool all) {
    std::map<std::vector<std::uint8_t>, const Shown*> by_answers;
    for (const Shown& one : all_) {
      if (one.answers.choices[q] == a) by_answers[one.answers.choices] = &one;
    }
    for (const Shown& one : all_) {
      if (one.answers.choices[q] != b) continue;
      std::vector<std::uint8_t> key = one.answers.choices;
      key[q] = a;
      const Shown& other = *by_answers[key];
      if (one.recommendation != other.recommendation || (all && one.rest() != other.rest())) return true;
    }
    return false;
  }

  /// Where several may be chosen: answers of which one has this choice more.
  void parts(std::size_t q, bool decides) {
    const Question& question = decision_.questions[q];
    for (std::size_t part = 0; decides && part < question.parts.size(); ++part) {
      bool any = false, first = false, seen = false;
      for (std::uint8_t a = 0; a < question.sets.size(); ++a) {
        const auto b = question.changed_by(a, part);
        if (!b) continue;
        any = true;
        first = first || differ(q, a, *b, false);
        seen = seen || differ(q, a, *b, true);
      }
      if (any && !first)
        add(seen ? "choice_never_decides" : "same_choices", path("questions", q) + "/choices/" + std::to_string(part));
    }
  }

  void pairs(std::size_t q, std::uint8_t b) {
    for (std::uint8_t a = 0; a < b; ++a) {
      if (differ(q, a, b, false)) continue;
      add(differ(q, a, b, true) ? "choice_never_decides" : "same_choices",
          path("questions", q) +
              (decision_.questions[q].kind == QuestionKind::number ? "" : "/choices/" + std::to_string(b)));
      return;
    }
  }

  const Decision& decision_;
  const std::vector<Shown>& all_;
  std::multiset<Key> found_;
};

const std::set<std::string> condition_codes{
    "unreachable_recommendation", "question_never_asked", "question_always_asked", "rule_never_holds",
    "rule_always_holds",          "gate_never_passes",    "gate_never_fails",      "note_never_shown",
    "note_always_holds",          "not_proved",           "early_stop_unsound"};
const std::set<std::string> question_codes{"question_never_decides", "question_changes_nothing", "choice_never_decides",
                                           "same_choices"};

void check_reach(const Inspection& got, const std::vector<Shown>& all) {
  std::vector<std::size_t> counts(got.reach.size());
  for (const Shown& one : all) ++counts[one.recommendation];
  CHECK(got.combinations == std::to_string(all.size()));
  for (std::size_t k = 0; k < counts.size(); ++k) CHECK(got.reach[k].count == std::to_string(counts[k]));
}

void check_ties(const Inspection& got, const std::vector<Shown>& all) {
  for (const Tie& tie : got.ties) {
    std::size_t equal = 0, near = 0;
    for (const Shown& one : all) {
      const std::int32_t a = one.scores[tie.left], b = one.scores[tie.right];
      bool top = true;
      for (std::size_t k = 0; k < one.scores.size(); ++k)
        top = top && (k == tie.left || k == tie.right || one.scores[k] <= std::min(a, b));
      equal += top && a == b;
      near += top && std::abs(a - b) == 1;
    }
    CHECK(tie.proved);
    CHECK(tie.equal == std::to_string(equal));
    CHECK(tie.near == std::to_string(near));
  }
}

const Shown& with(const std::vector<Shown>& all, std::vector<std::uint8_t> choices, Index question,
                  std::uint8_t choice) {
  choices[question] = choice;
  return *std::find_if(all.begin(), all.end(), [&](const Shown& one) { return one.answers.choices == choices; });
}

bool breaks(const Law& law, const Shown& low, const Shown& high) {
  if (const auto* lowers = std::get_if<NeverLowers>(&law.claim))
    return high.scores[lowers->alternative] < low.scores[lowers->alternative];
  const Index kept = std::get<Keeps>(law.claim).recommendation;
  return low.recommendation == kept && high.recommendation != kept;
}

LawStatus expected_status(const Law& law, const std::vector<Shown>& all) {
  for (const Shown& one : all) {
    for (const auto [low, high] : law.steps) {
      if (one.answers.choices[law.raise] == low && breaks(law, one, with(all, one.answers.choices, law.raise, high)))
        return LawStatus::refuted;
    }
  }
  return LawStatus::holds;
}

Law random_law(std::string_view id, const Pack& pack, tests::Dice& dice) {
  const Decision& decision = pack.decision();
  Law law{id, "B", static_cast<Index>(dice.below(static_cast<std::uint32_t>(decision.questions.size())))};
  std::vector<std::uint8_t> order;
  for (std::uint8_t c = 0; c < decision.questions[law.raise].choices.size(); ++c)
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(dice.below(c + 1u)), c);
  for (std::size_t k = 1; k < order.size(); ++k) law.steps.push_back({order[k - 1], order[k]});
  const auto one_of = [&](const auto& list) {
    return static_cast<Index>(dice.below(static_cast<std::uint32_t>(list.size())));
  };
  if (dice.chance(50)) law.claim = NeverLowers{one_of(decision.alternatives)};
  else law.claim = Keeps{one_of(decision.recommendations)};
  return law;
}

void check_laws(const Pack& pack, const Declarations& declared, const Inspection& got, const std::vector<Shown>& all) {
  for (std::size_t k = 0; k < declared.laws.size(); ++k) CHECK(got.laws[k] == expected_status(declared.laws[k], all));
  for (const Finding& finding : got.findings) {
    if (finding.problem.code != "law_refuted") continue;
    const Law& law = finding.of == "a" ? declared.laws[0] : declared.laws[1];
    CHECK(breaks(law, shown(pack, finding.witnesses[0]), shown(pack, finding.witnesses[1])));
  }
}

/// Every path in the pack's order: each set of answers weighs what its asked questions' choices do.
class Paths {
 public:
  Paths(const Pack& pack, const std::vector<Shown>& all, bool early) : pack_(pack), all_(all), early_(early) {
    std::vector<std::size_t> every(all.size());
    for (std::size_t k = 0; k < every.size(); ++k) every[k] = k;
    walk(every, 0, 0, 1);
  }

  void check(const PathLengths& got) const {
    CHECK(got.proved);
    CHECK(got.least == least_);
    CHECK(got.most == most_);
    CHECK(std::abs(got.mean_hundredths - mean_ * 100) < 1.0);
  }

 private:
  /// `behind`: what agrees with the answers to the questions before this one.
  void walk(const std::vector<std::size_t>& behind, std::size_t question, std::uint32_t length, double chance) {
    const auto same = [&](std::size_t k) { return all_[k].recommendation == all_[behind[0]].recommendation; };
    if (question == pack_.decision().questions.size() || (early_ && std::all_of(behind.begin(), behind.end(), same))) {
      least_ = std::min(least_, length);
      most_ = std::max(most_, length);
      mean_ += chance * length;
      return;
    }
    const Question& asks = pack_.decision().questions[question];
    const bool asked = all_[behind[0]].asked[question];
    double total = 0;
    for (const Choice& choice : asks.choices) total += choice.weight;
    for (std::uint8_t c = 0; c < (asked ? asks.choices.size() : 1); ++c) {
      std::vector<std::size_t> rest;
      for (const std::size_t k : behind) {
        if (all_[k].answers.choices[question] == c) rest.push_back(k);
      }
      walk(rest, question + 1, length + asked, asked ? chance * asks.choices[c].weight / total : chance);
    }
  }

  const Pack& pack_;
  const std::vector<Shown>& all_;
  bool early_;
  std::uint32_t least_ = 99, most_ = 0;
  double mean_ = 0;
};

/// Inspects random packs, and compares with what all combinations show.
void check_random(std::uint32_t seed, int rounds, std::string (*make)(tests::Dice&)) {
  tests::Dice dice(seed);
  std::map<std::string, int> seen;
  for (int round = 0; round < rounds; ++round) {
    CAPTURE(round);
    const std::string text = make(dice);
    const Pack pack = tests::open(text);
    const std::vector<Shown> all = everything(pack);
    const Declarations declared{{random_law("a", pack, dice), random_law("b", pack, dice)}, {}};
    const auto document = std::make_shared<const JsonDocument>(JsonDocument::parse(text).take());
    const Inspection got = inspect({pack, declared, document});
    for (const Finding& finding : got.findings) ++seen[std::string(finding.problem.code)];
    check_reach(got, all);
    CHECK(findings_of(got, condition_codes) == Expected(pack, all).conditions());
    CHECK(findings_of(got, question_codes) == Expected(pack, all).questions());
    check_ties(got, all);
    check_laws(pack, declared, got, all);
    Paths(pack, all, false).check(got.all_questions);
    Paths(pack, all, true).check(got.early_stop);
  }
  for (const auto& [code, count] : seen) MESSAGE(code << ": " << count);
}

}  // namespace

TEST_CASE("inspection of 1,000 random packs finds what all combinations show") {
  check_random(2026, tests::rounds(1000), tests::random_text);
}

TEST_CASE("inspection of random packs with all kinds of questions finds what all combinations show") {
  check_random(2032, tests::rounds(120), tests::random_kinds_text);
}
