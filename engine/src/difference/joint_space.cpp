// SPDX-License-Identifier: MIT
#include "difference/joint_space.hpp"

#include "condition/algebra.hpp"
#include "diagram/elimination_order.hpp"
#include "difference/common_numbers.hpp"
#include "document/fields.hpp"

namespace decision_card::difference {

using base::Array;
using base::QuestionSet;
using condition::questions_of;
using decision::compile;
using decision::Program;
using decision::Situation;
using diagram::elimination_order;
using diagram::LinearForms;
using document::index_of;

namespace {

/// Whether the questions can be put in an order at all.
bool acyclic(const std::vector<Question>& questions) {
  QuestionSet placed;
  for (std::size_t round = 0; round < questions.size(); ++round) {
    for (std::size_t q = 0; q < questions.size(); ++q) {
      if (placed.includes(questions_of(questions[q].when))) placed.add(q);
    }
  }
  return placed == QuestionSet::below(questions.size());
}

/// Puts the questions in the order of the wish, but none before one that its `when` looks at. Those that have no place
/// in the wish come when no other can.
Array<Index> sorted(const Array<Index>& wish, const std::vector<Question>& questions) {
  Array<Index> all, order;
  all.append(wish.data(), wish.size());
  for (Index q = 0; q < questions.size(); ++q) all.push(q);
  QuestionSet placed;
  while (order.size() < questions.size()) {
    for (const Index q : all) {
      if (placed.has(q) || !placed.includes(questions_of(questions[q].when))) continue;
      order.push(q);
      placed.add(q);
      break;
    }
  }
  return order;
}

bool is_number(const Question& question) { return question.kind == QuestionKind::number; }

/// Whether they are of a kind.
bool comparable(const Question& before, const Question& after) {
  return before.several() == after.several() && is_number(before) == is_number(after);
}

/// Both sets have the same ids.
bool same_set(const Question& before, std::size_t a, const Question& after, std::size_t b) {
  ChosenSet found = 0;
  for (std::size_t part = 0; part < before.parts.size(); ++part) {
    if ((before.sets[a] >> part & 1) == 0) continue;
    const auto same = index_of(after.parts, before.parts[part].id);
    if (!same) return false;
    found |= ChosenSet{1} << *same;
  }
  return found == after.sets[b];
}

bool in_common(const Question& before, std::size_t a, const Question& after, std::size_t b) {
  const Choice &one = before.choices[a], &other = after.choices[b];
  if (before.several()) return same_set(before, a, after, b);
  if (!is_number(before)) return one.id == other.id;
  return have_common_number(before.range, after.range, std::max(one.value, other.value),
                            std::min(one.highest, other.highest));
}

/// Whether every number of an interval is still an answer.
bool keeps_all(const NumberRange& before, const NumberRange& after, const Choice& interval) {
  const bool same_steps = NumberRange::whole(before.step) % NumberRange::whole(after.step) == 0;
  return after.has(interval.value) && after.has(interval.highest) && (same_steps || interval.value == interval.highest);
}

}  // namespace

std::uint32_t kept_answers(const Question& before, const Question& after) {
  std::uint32_t kept = 0;
  for (std::size_t a = 0; a < before.choices.size() && comparable(before, after); ++a) {
    bool found = false;
    for (std::size_t b = 0; b < after.choices.size() && !found; ++b) found = in_common(before, a, after, b);
    if (is_number(before)) found = keeps_all(before.range, after.range, before.choices[a]);
    kept += found;
  }
  return kept;
}

JointSpace::JointSpace(const Decision& before, const Decision& after) : decisions_{&before, &after} {
  joint_[0].resize(before.questions.size());
  joint_[1].resize(after.questions.size());
  for (std::size_t q = 0; q < after.questions.size(); ++q) {
    const auto old = index_of(before.questions, after.questions[q].id);
    add(old ? static_cast<int>(*old) : -1, static_cast<int>(q));
    if (sizes_.back() != 0) continue;
    // Without a choice in common they are two questions.
    questions_.pop_back();
    sizes_.pop_back();
    add(static_cast<int>(*old), -1);
    add(-1, static_cast<int>(q));
  }
  for (std::size_t q = 0; q < before.questions.size(); ++q) {
    if (!index_of(after.questions, before.questions[q].id)) add(static_cast<int>(q), -1);
  }
}

void JointSpace::add(int before, int after) {
  JointQuestion question{{before, after}};
  const int side = after >= 0 ? 1 : 0;
  const Question& own = decisions_[side]->questions[static_cast<std::size_t>(question.own[side])];
  if (before >= 0 && after >= 0) {
    add_common(decisions_[0]->questions[static_cast<std::size_t>(before)], own, question);
  } else {
    for (std::size_t c = 0; c < own.choices.size(); ++c) question.choices[side].push_back(static_cast<std::uint8_t>(c));
  }
  for (const int each : {0, 1}) {
    if (question.own[each] >= 0) joint_[each][static_cast<std::size_t>(question.own[each])] = questions_.size();
  }
  sizes_.push_back(static_cast<std::uint32_t>(question.choices[side].size()));
  questions_.push_back(std::move(question));
}

/// Lists the answers that both versions have: equal choices, equal sets of choices, or the numbers that an interval of
/// each has in common. Questions of different kinds have none.
void JointSpace::add_common(const Question& before, const Question& after, JointQuestion& question) {
  if (!comparable(before, after)) return;
  for (std::size_t b = 0; b < after.choices.size(); ++b) {
    for (std::size_t a = 0; a < before.choices.size(); ++a) {
      if (!in_common(before, a, after, b)) continue;
      question.choices[0].push_back(static_cast<std::uint8_t>(a));
      question.choices[1].push_back(static_cast<std::uint8_t>(b));
    }
  }
}

void JointSpace::remap(Condition& condition, int side) const {
  for (Term& term : condition.terms) {
    for (Literal& literal : term) {
      if (literal.subject != Subject::question) continue;
      const Question& own = decisions_[side]->questions[literal.index];
      const std::size_t joint = joint_[side][literal.index];
      if (own.several()) {  // whose choices are the version's own (see `decision`)
        literal.index = static_cast<std::uint16_t>(joint);
        continue;
      }
      const std::vector<std::uint8_t>& choices = questions_[joint].choices[side];
      std::uint64_t allowed = own.allows(literal, own.choices.size()) ? std::uint64_t{1} << choices.size() : 0;
      for (std::size_t c = 0; c < choices.size(); ++c) allowed |= (literal.allowed >> choices[c] & 1) << c;
      literal.index = static_cast<std::uint16_t>(joint);
      literal.allowed = allowed;
    }
  }
}

Decision JointSpace::decision(int side) const {
  const Decision& own = *decisions_[side];
  Decision joint = own;
  joint.questions.clear();
  for (std::size_t k = 0; k < questions_.size(); ++k) {
    Question& question = joint.questions.emplace_back();
    if (questions_[k].own[side] >= 0) {
      question = own.questions[static_cast<std::size_t>(questions_[k].own[side])];
      remap(question.when, side);
    }
    question.choices.resize(sizes_[k]);
    const std::vector<ChosenSet> sets = std::move(question.sets);
    question.sets.clear();
    for (std::size_t c = 0; c < sizes_[k] && !sets.empty(); ++c)
      question.sets.push_back(sets[questions_[k].choices[side][c]]);
  }
  for (Rule& rule : joint.rules) remap(rule.when, side);
  for (Gate& gate : joint.gates) remap(gate.when, side);
  for (Recommendation& entry : joint.recommendations) remap(entry.when, side);
  joint.notes.clear();
  joint.text_conditions.clear();
  joint.cases.clear();
  return joint;
}

std::optional<Array<Index>> JointSpace::order(const Decision& before, const Decision& after) const {
  Decision both = after;
  for (std::size_t q = 0; q < both.questions.size(); ++q) {
    Question& question = both.questions[q];
    question.conditional = question.conditional || before.questions[q].conditional;
    for (Term term : before.questions[q].when.terms) {
      for (Literal& literal : term) literal.part = 0;  // only which questions it looks at counts here
      question.when.terms.push_back(std::move(term));
    }
  }
  if (!acyclic(both.questions)) return std::nullopt;
  const Program program = compile(both);
  const LinearForms forms(both.score_tests);
  Situation situation(program, both);
  situation.assess(Answers::none(both.questions.size()));
  return sorted(elimination_order(program, both, situation, forms), both.questions);
}

Answers JointSpace::answers(int side, const Answers& joint) const {
  Answers own = Answers::none(decisions_[side]->questions.size());
  for (std::size_t k = 0; k < questions_.size(); ++k) {
    if (questions_[k].own[side] >= 0)
      own.choices[static_cast<std::size_t>(questions_[k].own[side])] = questions_[k].choices[side][joint.choices[k]];
  }
  return own;
}

}  // namespace decision_card::difference
