// SPDX-License-Identifier: MIT
#include "decision_card/decide.hpp"

#include "program.hpp"

// The hot path. Built with -O3 also where the rest is built for size; docs/decisions/0003 has the figures.
namespace decision_card {

namespace {

/// Words of the bit set that are known when the code is compiled; 0: read them from the program.
template <std::size_t QuestionWords, std::size_t Words>
class Decider {
 public:
  Decider(const Program& program, const Decision& decision) : program_(program), decision_(decision) {}

  int run(const std::uint8_t* choices, std::int32_t* scores) {
    if (!(program_.any_conditional ? answer<true>(choices) : answer<false>(choices))) return -1;
    for (const Program::LaneRule& rule : program_.lane_rules) apply(rule);
    for (std::size_t a = 0; a < decision_.alternatives.size(); ++a) scores[a] = score(a);
    test_scores(scores);
    test_gates();
    return recommend();
  }

 private:
  [[nodiscard]] std::size_t question_words() const {
    return QuestionWords != 0 ? QuestionWords : program_.question_words;
  }
  [[nodiscard]] std::size_t words() const { return Words != 0 ? Words : program_.words; }

  [[nodiscard]] bool term_holds(std::uint32_t term, std::size_t words) const {
    const std::uint64_t* forbidden = &program_.forbidden[term * this->words()];
    std::uint64_t broken = 0;
    for (std::size_t w = 0; w < words; ++w) broken |= bits_[w] & forbidden[w];
    return broken == 0;
  }

  [[nodiscard]] bool any_holds(Range terms, std::size_t words) const {
    for (std::uint32_t term = terms.first; term < terms.last; ++term) {
      if (term_holds(term, words)) return true;
    }
    return false;
  }

  template <bool Conditional>
  bool answer(const std::uint8_t* choices) {
    lanes_ = program_.start;
    const std::size_t stride = 1 + program_.lane_words;
    for (std::size_t q = 0; q < program_.question_rows.size(); ++q) {
      const Program::QuestionRows& question = program_.question_rows[q];
      std::size_t value = choices[q];
      if (Conditional && question.conditional && !any_holds(program_.question_when[q], question_words())) {
        value = question.choices;
      } else if (value >= question.choices) {
        return false;
      }
      const std::uint64_t* row = &program_.rows[question.row + value * stride];
      bits_[question.word] |= row[0];
      lanes_[0] += row[1];
      if (stride > 2) lanes_[1] += row[2];
    }
    return true;
  }

  void apply(const Program::LaneRule& rule) {
    if (rule.terms.last - rule.terms.first == 1) {
      const std::uint64_t mask =
          std::uint64_t{0} - static_cast<std::uint64_t>(term_holds(rule.terms.first, question_words()));
      lanes_[0] += rule.lanes[0] & mask;
      if (program_.lane_words > 1) lanes_[1] += rule.lanes[1] & mask;
    } else if (any_holds(rule.terms, question_words())) {
      lanes_[0] += rule.lanes[0];
      lanes_[1] += rule.lanes[1];
    }
  }

  [[nodiscard]] std::int32_t score(std::size_t alternative) const {
    const std::uint64_t lane =
        lanes_[alternative / Program::lanes_per_word] >> (16 * (alternative % Program::lanes_per_word));
    return static_cast<std::int32_t>(lane & 0xFFFF) - static_cast<std::int32_t>(Program::lane_bias);
  }

  void set(const Group& group, unsigned bit) { bits_[group.word] |= std::uint64_t{1} << (group.shift + bit); }

  void test_scores(const std::int32_t* scores) {
    for (std::size_t k = 0; k < decision_.score_tests.size(); ++k) {
      const ScoreTest& test = decision_.score_tests[k];
      const std::int32_t right = test.right == ScoreTest::none ? test.constant : scores[test.right];
      set(program_.score_tests[k], holds(scores[test.left], test.op, right) ? 1 : 0);
    }
  }

  void test_gates() {
    for (std::size_t k = 0; k < program_.gates.size(); ++k)
      set(program_.gates_groups[k], any_holds(program_.gates[k], words()) ? 0 : 1);
  }

  [[nodiscard]] int recommend() const {
    const std::size_t last = program_.recommendations.size() - 1;
    for (std::size_t k = 0; k < last; ++k) {
      if (any_holds(program_.recommendations[k], words())) return static_cast<int>(k);
    }
    return static_cast<int>(last);
  }

  const Program& program_;
  const Decision& decision_;
  std::array<std::uint64_t, 2> lanes_{};
  std::array<std::uint64_t, Words != 0 ? Words : Program::most_words> bits_ = {};
};

}  // namespace

int decide(const Pack& pack, std::span<const std::uint8_t> choices, std::span<std::int32_t> scores) {
  const Program& program = pack.program();
  const auto run = [&](auto decider) { return decider.run(choices.data(), scores.data()); };
  if (program.question_words == 1 && program.words == 2) return run(Decider<1, 2>(program, pack.decision()));
  return run(Decider<0, 0>(program, pack.decision()));
}

}  // namespace decision_card
