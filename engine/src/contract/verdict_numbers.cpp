// SPDX-License-Identifier: MIT
#include "decision_card/contract.hpp"

namespace decision_card::contract {

namespace {

class NumberWriter {
 public:
  NumberWriter(const Decision& decision, const Verdict& verdict) : decision_(decision), verdict_(verdict) {}

  std::vector<std::int32_t> run() {
    out_.reserve(usual_size);
    for (const std::int32_t value :
         {static_cast<std::int32_t>(verdict_.status), static_cast<std::int32_t>(verdict_.exact),
          static_cast<std::int32_t>(verdict_.recommendation), static_cast<std::int32_t>(verdict_.clarity),
          static_cast<std::int32_t>(verdict_.same), static_cast<std::int32_t>(verdict_.of), verdict_.lead,
          verdict_.rival ? std::int32_t{*verdict_.rival} : -1}) {
      put(value);
    }
    write(verdict_.advice);
    for (const std::int32_t score : verdict_.scores) put(score);
    put(verdict_.reasons.size());
    for (const Reason& reason : verdict_.reasons) write(reason);
    for (const GateVerdict& gate : verdict_.gates) write(gate);
    put(verdict_.why_not.size());
    for (const WhyNot& why : verdict_.why_not) write(why);
    for (const Indices* list :
         {&verdict_.notes, &verdict_.open, &verdict_.pending, &verdict_.not_asked, &verdict_.ignored}) {
      write(*list);
    }
    return std::move(out_);
  }

 private:
  static constexpr std::size_t usual_size = 256;

  template <class Number>
  void put(Number value) {
    out_.push_back(static_cast<std::int32_t>(value));
  }

  void write(const Indices& list) {
    put(list.size());
    for (const Index index : list) put(index);
  }

  void write(const Wording& wording) { put(wording ? int{*wording} : -1); }

  void write(const Advice& advice) {
    for (const Wording* text : {&advice.summary, &advice.despite, &verdict_.gates_text}) write(*text);
    for (const Indices* list : {&advice.steps, &advice.risks, &advice.measure, &advice.costs}) write(*list);
  }

  void write(const Reason& reason) {
    put(reason.rule);
    put(reason.stance);
    write(reason.questions);
  }

  void write(const GateVerdict& gate) {
    put(gate.state);
    write(gate.text);
    write(gate.questions);
    write(gate.waits_for);
  }

  void write(const WhyNot& why) {
    put(why.recommendation);
    write(why.text);
    put(why.outranked);
    put(why.missing.size());
    for (const Literal& literal : why.missing) write(literal);
  }

  void write(const Literal& literal) {
    put(literal.subject);
    put(literal.index);
    if (literal.subject == Subject::score_test)
      return write(needed(decision_.score_tests[literal.index], literal.allowed));
    if (literal.subject == Subject::question && decision_.questions[literal.index].several()) put(literal.part);
    put(literal.allowed);
  }

  void write(const ScoreTest& test) {
    put(test.left);
    put(test.op);
    put(test.right ? int{*test.right} : -1);
    put(test.constant);
  }

  const Decision& decision_;
  const Verdict& verdict_;
  std::vector<std::int32_t> out_{};
};

}  // namespace

}  // namespace decision_card::contract

namespace decision_card {

std::vector<std::int32_t> verdict_numbers(const Pack& pack, const Verdict& verdict) {
  return contract::NumberWriter(pack.decision(), verdict).run();
}

}  // namespace decision_card
