// SPDX-License-Identifier: MIT
#include "support/random_pack.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "support/support.hpp"

namespace decision_card::tests {

namespace {

using nlohmann::json;

class Generator {
 public:
  Generator(Dice& dice, bool telling, bool kinds = false) : dice_(dice), telling_(telling), kinds_(kinds) {}

  std::string run() {
    const std::uint32_t questions = 3 + dice_.below(kinds_ ? 2 : 4);
    for (std::uint32_t q = 0; q < questions; ++q) add_question(q);
    json rules = json::array(), gates = json::array(), entries = json::array();
    for (std::uint32_t left = 2 + dice_.below(8); left > 0; --left) rules.push_back(rule(rules.size()));
    for (std::uint32_t left = dice_.below(3); left > 0; --left) gates.push_back(gate(gates.size()));
    gates_ = static_cast<std::uint32_t>(gates.size());
    for (std::uint32_t left = 1 + dice_.below(4); left > 0; --left) entries.push_back(entry(entries.size(), true));
    entries.push_back(entry(entries.size(), false));
    json notes = json::array();
    for (std::uint32_t left = dice_.below(3); left > 0; --left) notes.push_back(note(notes.size(), entries.size()));
    json decision = {{"question", "Q"}, {"questions", questions_},    {"rules", rules},
                     {"gates", gates},  {"recommendations", entries}, {"notes", notes}};
    if (telling_) decision["gates_text"] = variants(true, false);
    for (const char* id : {"a", "b", "c"}) decision["alternatives"].push_back({{"id", id}, {"name", id}});
    return json{{"format", 1},      {"id", "random"}, {"version", "1.0.0"},
                {"language", "en"}, {"title", "T"},   {"decision", decision}}
        .dump();
  }

 private:
  static std::string id(const char* stem, std::size_t number) { return stem + std::to_string(number); }

  void add_question(std::uint32_t number) {
    json question = {{"id", id("q", number)}, {"text", "T"}, {"changeable", dice_.chance(40)}};
    if (number > 0 && dice_.chance(35)) question["when"] = over_questions(1 + dice_.below(2));
    if (kinds_ && number < 3) {
      const std::uint32_t kind = dice_.below(10);
      if (kind < 4) return add_several(question);
      if (kind < 7) return add_number(question);
      if (kind < 8) question["ends"] = {"Low", "High"};
      if (kind < 8) question["kind"] = "scale";
    }
    const std::uint32_t count = number < 4 ? 2 + dice_.below(3) : 2;
    const bool priors = dice_.chance(30);
    for (std::uint32_t c = 0; c < count; ++c) {
      json choice = {{"id", id("c", c)}, {"text", "T"}};
      if (priors) choice["prior"] = c == 0 ? 0.5 : dice_.below(4) * 0.25;
      question["choices"].push_back(choice);
    }
    questions_.push_back(question);
  }

  void add_several(json& question) {
    const bool exclusive = dice_.chance(35);
    const std::uint32_t count = 2 + dice_.below(2) + exclusive, least = dice_.below(2);
    question["kind"] = "several";
    for (std::uint32_t c = 0; c < count; ++c) question["choices"].push_back({{"id", id("c", c)}, {"text", "T"}});
    if (exclusive) question["choices"].back()["exclusive"] = true;
    if (least == 0 || dice_.chance(50)) question["least"] = least;
    if (dice_.chance(60)) question["most"] = 1 + dice_.below(count - exclusive);
    questions_.push_back(question);
  }

  void add_number(json& question) {
    static const double steps[] = {1, 0.5, 5, 0.1};
    const double step = steps[dice_.below(4)], low = static_cast<int>(dice_.below(5)) - 2;
    question["kind"] = "number";
    question["min"] = low;
    question["max"] = at(low, step, 1 + dice_.below(9));
    if (step != 1) question["step"] = step;
    questions_.push_back(question);
  }

  /// The decimal number so many steps above another.
  static double at(double low, double step, double steps) { return std::round((low + steps * step) * 1000) / 1000; }

  /// A comparison that some of its numbers satisfy.
  json about_a_number(const json& question) {
    static const char* const comparisons[] = {"<", ">=", "<=", ">", "==", "!="};
    const double low = question["min"], step = question.value("step", 1.0);
    const auto steps = static_cast<std::uint32_t>(std::round((question["max"].get<double>() - low) / step));
    const std::uint32_t op = dice_.below(6);
    const json name = {{"var", question["id"]}};
    double up = op < 4 ? dice_.below(steps) + (op < 2) : dice_.below(steps + 1);
    if (op < 4 && dice_.chance(30)) up += op < 2 ? -0.5 : 0.5;
    if (op == 0 && dice_.chance(20)) return {{"<=", {low, name, at(low, step, up)}}};
    if (op == 4 && dice_.chance(30)) return {{"in", {name, {at(low, step, up), low}}}};
    if (dice_.chance(20)) {
      static const char* const mirrored[] = {">", "<=", ">=", "<", "==", "!="};
      return {{mirrored[op], {at(low, step, up), name}}};
    }
    return {{comparisons[op], {name, at(low, step, up)}}};
  }

  json about_a_question() {
    const json& question = questions_[dice_.below(static_cast<std::uint32_t>(questions_.size()))];
    const std::string kind = question.value("kind", "one");
    if (kind == "number") return about_a_number(question);
    if (kind == "several")
      return {
          {"in",
           {id("c", dice_.below(static_cast<std::uint32_t>(question["choices"].size()))), {{"var", question["id"]}}}}};
    const auto count = static_cast<std::uint32_t>(question["choices"].size());
    const json name = {{"var", question["id"]}};
    if (dice_.chance(25) && count > 2) return {{"in", {name, {id("c", dice_.below(2)), id("c", 2)}}}};
    return {{dice_.chance(70) ? "==" : "!=", {name, id("c", dice_.below(count))}}};
  }

  json over_questions(std::uint32_t parts) {
    json list = json::array();
    for (; parts > 0; --parts)
      list.push_back(dice_.chance(15) ? json{{"!", {about_a_question()}}} : about_a_question());
    return list.size() == 1 ? list[0] : json{{dice_.chance(50) ? "and" : "or", list}};
  }

  json about_a_score() {
    static const char* const comparisons[] = {"<", "<=", ">", ">=", "==", "!="};
    static const char* const scores[] = {"score.a", "score.b", "score.c"};
    const std::uint32_t left = dice_.below(3);
    json right = static_cast<int>(dice_.below(7)) - 2;
    if (dice_.chance(50)) right = {{"var", scores[(left + 1 + dice_.below(2)) % 3]}};
    return {{comparisons[dice_.below(6)], {{{"var", scores[left]}}, right}}};
  }

  json about_a_gate() {
    static const char* const states[] = {"pass", "fail", "unknown"};
    const std::string name = "gate." + id("g", dice_.below(gates_));
    if (dice_.chance(20)) return {{"in", {{{"var", name}}, {"pass", "unknown"}}}};
    return {{dice_.chance(50) ? "==" : "!=", {{{"var", name}}, states[dice_.below(3)]}}};
  }

  json over_all(bool gates) {
    json list = json::array();
    for (std::uint32_t left = 1 + dice_.below(3); left > 0; --left) {
      const std::uint32_t kind = dice_.below(10);
      if (kind < 5) list.push_back(about_a_score());
      else if (kind < 8 && gates && gates_ > 0) list.push_back(about_a_gate());
      else list.push_back(over_questions(1 + dice_.below(2)));
    }
    return list.size() == 1 ? list[0] : json{{dice_.chance(70) ? "and" : "or", list}};
  }

  json rule(std::size_t number) {
    json points = json::object();
    for (const char* alternative : {"a", "b", "c"}) {
      const int value = static_cast<int>(dice_.below(7)) - 3;
      if (value != 0) points[alternative] = value;
    }
    if (points.empty()) points["a"] = 1;
    return {
        {"id", id("r", number)}, {"when", over_questions(1 + dice_.below(3))}, {"points", points}, {"because", "B"}};
  }

  json gate(std::size_t number) {
    json made = {{"id", id("g", number)}, {"text", "T"}, {"when", over_all(false)}};
    if (!telling_) return made;
    for (const char* state : {"pass", "fail", "unknown"}) made[state] = variants(false, false);
    return made;
  }

  /// One to three ways to say something; the last with a condition at most where that may be.
  json variants(bool gates, bool always) {
    json list = json::array();
    for (std::uint32_t left = dice_.below(3); left > 0; --left)
      list.push_back({{"when", over_all(gates)}, {"text", "V" + std::to_string(list.size())}});
    if (always || list.empty() || dice_.chance(40)) list.push_back({{"text", "V" + std::to_string(list.size())}});
    return list;
  }

  json claims() {
    json list = json::array();
    for (std::uint32_t left = dice_.below(4); left > 0; --left) {
      list.push_back({{"text", "C" + std::to_string(list.size())}});
      if (dice_.chance(70)) list.back()["when"] = over_all(true);
    }
    return list;
  }

  void tell(json& entry) {
    entry["summary"] = variants(true, true);
    entry["why_not"] = variants(true, false);
    if (dice_.chance(60)) entry["despite"] = variants(true, false);
    for (const char* list : {"steps", "risks"}) entry[list] = claims();
    for (const char* alternative : {"a", "b", "c"}) {
      if (dice_.chance(40)) entry["alternatives"].push_back(alternative);
    }
  }

  json entry(std::size_t number, bool conditional) {
    json made = {{"id", id("x", number)}, {"title", "T"}, {"summary", "S"}};
    if (conditional) made["when"] = over_all(true);
    if (telling_) tell(made);
    return made;
  }

  json note(std::size_t number, std::size_t entries) {
    json made = {{"id", id("n", number)}, {"title", "T"}, {"text", "T"}};
    if (dice_.chance(70)) made["when"] = over_all(true);
    if (dice_.chance(70)) made["recommendations"] = {id("x", dice_.below(static_cast<std::uint32_t>(entries)))};
    return made;
  }

  Dice& dice_;
  bool telling_, kinds_;
  json questions_ = json::array();
  std::uint32_t gates_ = 0;
};

}  // namespace

std::uint32_t Dice::below(std::uint32_t count) {
  state_ = state_ * 747796405u + 2891336453u;
  const std::uint32_t mixed = ((state_ >> ((state_ >> 28) + 4)) ^ state_) * 277803737u;
  return ((mixed >> 22) ^ mixed) % count;
}

std::string random_text(Dice& dice) { return Generator(dice, false).run(); }
std::string random_telling_text(Dice& dice) { return Generator(dice, true).run(); }

std::string random_kinds_text(Dice& dice) { return Generator(dice, false, true).run(); }
Pack random_kinds_pack(Dice& dice) { return open(random_kinds_text(dice)); }

int rounds(int usual) {
  const char* const asked = std::getenv("DECISION_CARD_ROUNDS");
  return asked == nullptr ? usual / one_of : std::atoi(asked);
}

Pack random_pack(Dice& dice) { return open(random_text(dice)); }

Answers random_answers(const Pack& pack, Dice& dice, std::uint32_t percent) {
  Answers answers;
  for (const Question& question : pack.decision().questions) {
    const auto choice = static_cast<std::uint8_t>(dice.below(static_cast<std::uint32_t>(question.choices.size())));
    answers.choices.push_back(dice.chance(percent) ? choice : Answers::unanswered);
  }
  return answers;
}

std::vector<Answers> completions(const Pack& pack, const Answers& answers) {
  std::vector<Answers> all{answers};
  for (std::size_t q = 0; q < answers.choices.size(); ++q) {
    if (answers.choices[q] != Answers::unanswered) continue;
    std::vector<Answers> more;
    for (const Answers& each : all) {
      for (std::uint8_t choice = 0; choice < pack.decision().questions[q].choices.size(); ++choice) {
        more.push_back(each);
        more.back().choices[q] = choice;
      }
    }
    all = std::move(more);
  }
  return all;
}

}  // namespace decision_card::tests
