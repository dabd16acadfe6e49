// SPDX-License-Identifier: MIT
#include "decision_card/outlook.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/stable_order.hpp"
#include "decision_card/limits.hpp"
#include "proofs/completions.hpp"

// Compiled without contracting multiplications and additions, for the same bytes on every platform.
namespace decision_card {

namespace {

constexpr double million = 1'000'000;

/// The logarithm to base 2, digit by digit: a library's own differs in the last bits from platform to platform.
double log_2(double value) {
  int exponent = 0;
  double mantissa = 2 * std::frexp(value, &exponent);
  double sum = exponent - 1;
  for (double digit = 0.5; digit > 1e-12; digit /= 2) {
    mantissa *= mantissa;
    if (mantissa < 2) continue;
    mantissa /= 2;
    sum += digit;
  }
  return sum;
}

double entropy_term(double weight) { return weight > 0 ? weight * log_2(weight) : 0; }

class OutlookBuilder {
 public:
  OutlookBuilder(const Pack& pack, const Answers& answers)
      : program_(pack.program()), decision_(pack.decision()), answers_(answers), situation_(program_, decision_) {
    situation_.assess(answers);
  }

  Outlook run(std::size_t most_steps) {
    Diagram diagram;
    build_diagram(program_, decision_, answers_, recommendations_of(decision_), most_steps, diagram);
    return run(diagram);
  }

  Outlook run(const Diagram& diagram) {
    start(diagram);
    while (advance()) {
    }
    return result();
  }

  /// `diagram`: of these answers or of fewer.
  void start(const Diagram& diagram) {
    list_questions();
    find_ranges();
    outlook_.prospects.resize(diagram.outcomes);
    outlook_.exact = diagram.complete;
    if (diagram.complete) completions_.start(decision_, situation_, answers_, diagram);
  }

  /// Counts a layer; false when there is nothing left to count.
  bool advance() { return completions_.advance(); }

  Outlook result() {
    if (outlook_.exact) {
      completions_.finish();
      find_possible();
      find_shares();
      find_gains();
      choose_next();
    }
    return std::move(outlook_);
  }

 private:
  void list_questions() {
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      if (answers_.choices[q] == Answers::unanswered && !situation_.never_asked(q))
        outlook_.questions.push_back({static_cast<Index>(q), situation_.asked_for_certain(q)});
    }
  }

  void find_ranges() {
    std::vector<std::uint64_t> values;
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) values.push_back(situation_.values(q));
    for (std::size_t a = 0; a < decision_.alternatives.size(); ++a)
      outlook_.scores.push_back(score_range(program_, decision_, a, values));
  }

  void find_possible() {
    std::size_t possible = 0;
    for (std::size_t o = 0; o < outlook_.prospects.size(); ++o)
      possible += outlook_.prospects[o].possible = completions_.possible(o);
    outlook_.settled = possible == 1;
  }

  /// In parts per million, by the largest remainders, so that they add up to a million.
  void find_shares() {
    Array<double> left;
    std::uint32_t given = 0;
    for (std::size_t o = 0; o < outlook_.prospects.size(); ++o) {
      const double total = completions_.total(o);
      std::uint32_t& share = outlook_.prospects[o].share;
      left.push(long_division(total, share));
      if (share == 0 && total > 0) {
        share = 1;  // what can happen is not nothing
        left.back() = -1;
      }
      given += share;
    }
    const auto more = [&](std::uint32_t a, std::uint32_t b) { return left[a] > left[b]; };
    const std::vector<std::uint32_t> order = stable_order(left.size(), more);
    for (std::size_t k = 0; given < million; ++k, ++given) ++outlook_.prospects[order[k % order.size()]].share;
    for (; given > million; --given) {
      Prospect* largest = outlook_.prospects.data();
      for (Prospect& each : outlook_.prospects) largest = each.share > largest->share ? &each : largest;
      --largest->share;
    }
  }

  /// Six digits of weight / all; returns the remainder.
  double long_division(double weight, std::uint32_t& digits) const {
    const double all = completions_.all();
    double rest = weight;
    digits = static_cast<std::uint32_t>(rest == all);
    rest = digits == 1 ? 0 : rest;
    for (int k = 0; k < 6; ++k) {
      rest *= 10;
      const double digit = std::floor(rest / all);
      digits = digits * 10 + static_cast<std::uint32_t>(digit);
      rest -= digit * all;
    }
    return rest;
  }

  void find_gains() {
    std::uint64_t open_questions = 0;
    for (std::size_t k = 0; k < completions_.layers(); ++k) {
      for (OpenQuestion& open : outlook_.questions) {
        if (open.question != completions_.question(k)) continue;
        open.gain = gain(completions_.joint(k), completions_.choices(k));
        open_questions |= std::uint64_t{1} << open.question;
      }
    }
    const std::uint64_t matter = completions_.what_matters(open_questions);
    for (OpenQuestion& open : outlook_.questions) open.matters = (matter >> open.question & 1) != 0;
  }

  /// H(outcome) - H(outcome | choice). `joint`: by choice and outcome.
  [[nodiscard]] std::uint32_t gain(const double* joint, std::size_t choices) const {
    const std::size_t outcomes = outlook_.prospects.size();
    const double all = completions_.all();
    double sum = entropy_term(all);
    for (std::size_t o = 0; o < outcomes; ++o) sum -= entropy_term(completions_.total(o));
    for (std::size_t c = 0; c < choices; ++c) {
      double chosen = 0;
      for (std::size_t o = 0; o < outcomes; ++o, ++joint) {
        chosen += *joint;
        sum += entropy_term(*joint);
      }
      sum -= entropy_term(chosen);
    }
    return static_cast<std::uint32_t>(std::floor(std::max(0.0, sum / all) * million + 0.5));
  }

  /// The first of those that tell most; where none tells anything by itself, the first that matters.
  void choose_next() {
    const OpenQuestion* best = nullptr;
    for (const OpenQuestion& open : outlook_.questions) {
      if (open.asked && open.matters && (best == nullptr || open.gain > best->gain)) best = &open;
    }
    if (best != nullptr) outlook_.next = best->question;
  }

  const Program& program_;
  const Decision& decision_;
  const Answers& answers_;
  Situation situation_;
  Completions completions_{};
  Outlook outlook_{};
};

}  // namespace

class Preparation {
 public:
  Preparation(const Pack& pack, std::size_t most_steps)
      : pack_(pack), none_{std::vector<std::uint8_t>(pack.decision().questions.size(), Answers::unanswered)} {
    if (weights_are_exact(pack.decision()))
      builder_ = start_diagram(pack.program(), pack.decision(), none_, recommendations_of(pack.decision()), most_steps,
                               diagram_);
  }

  bool advance(std::size_t steps) {
    if (builder_ && !decision_card::advance(*builder_, steps)) {
      builder_.reset();
      if (!diagram_.complete) {
        Array<std::uint32_t>().swap(diagram_.children);
        return false;
      }
      counting_ = std::make_unique<OutlookBuilder>(pack_, none_);
      counting_->start(diagram_);
    } else if (counting_ && !counting_->advance()) {
      first_ = counting_->result();
      counting_.reset();
    }
    return builder_ || counting_;
  }

  Outlook outlook(const Answers& answers) {
    const bool none = answers.choices == none_.choices;
    while (none && advance(limits::preparation_steps)) {
    }
    if (builder_ || !diagram_.complete) return decision_card::outlook(pack_, answers);
    return none ? first_ : OutlookBuilder(pack_, answers).run(diagram_);
  }

 private:
  Pack pack_;
  Answers none_;
  Diagram diagram_{};
  std::shared_ptr<DiagramBuilder> builder_{};   ///< while the diagram is made
  std::unique_ptr<OutlookBuilder> counting_{};  ///< while the first outlook is made
  Outlook first_{};                             ///< of no answers
};

std::shared_ptr<Preparation> start_preparation(const Pack& pack, std::size_t most_steps) {
  return std::make_shared<Preparation>(pack, most_steps);
}

bool advance(Preparation& preparation, std::size_t steps) { return preparation.advance(steps); }

Outlook outlook(Preparation& preparation, const Answers& answers) { return preparation.outlook(answers); }

Outlook outlook(const Pack& pack, const Answers& answers, std::size_t most_steps) {
  return OutlookBuilder(pack, answers).run(most_steps);
}

}  // namespace decision_card
