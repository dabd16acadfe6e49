// SPDX-License-Identifier: MIT
// What a reader has before them in the pack's cases: the words of a card, and the questions before it is offered.
#include <algorithm>
#include <array>

#include "decision/settle.hpp"
#include "decision_card/verdict.hpp"
#include "inspection/checks.hpp"

namespace decision_card::inspection {

using base::words_in;
using decision::settle;
using decision::Situation;

namespace {

/// The parts of a card, in their order in `CardWords::parts`.
enum class CardPart : std::uint8_t { head, reasons, gates, why_not, steps, risks, measure, costs, notes };
constexpr std::array<std::string_view, 9> part_names{"head",  "reasons", "gates", "why_not", "steps",
                                                     "risks", "measure", "costs", "notes"};

/// Counts the words of one card.
class CardReader {
 public:
  using Counts = std::array<std::uint32_t, part_names.size()>;

  CardReader(const Decision& decision, const Verdict& verdict) : decision_(decision), verdict_(verdict) {}

  Counts run() {
    const Recommendation& given = decision_.recommendations[verdict_.recommendation];
    const Advice& advice = verdict_.advice;
    add(CardPart::head, given.title);
    add(CardPart::head, given.summary, advice.summary);
    add(CardPart::head, given.despite, advice.despite);
    if (decision_.heuristic) add(CardPart::head, decision_.heuristic->text);
    for (const Reason& reason : verdict_.reasons) {
      add(CardPart::reasons, decision_.rules[reason.rule].because);
      add(CardPart::reasons, decision_.rules[reason.rule].detail);
    }
    add(CardPart::gates, decision_.gates_text, verdict_.gates_text);
    for (std::size_t g = 0; g < verdict_.gates.size(); ++g) read_gate(decision_.gates[g], verdict_.gates[g]);
    for (const WhyNot& why : verdict_.why_not) {
      add(CardPart::why_not, decision_.recommendations[why.recommendation].title);
      add(CardPart::why_not, decision_.recommendations[why.recommendation].why_not, why.text);
    }
    add(CardPart::steps, given.steps, advice.steps);
    add(CardPart::risks, given.risks, advice.risks);
    add(CardPart::measure, given.measure, advice.measure);
    add(CardPart::costs, given.costs, advice.costs);
    for (const Index note : verdict_.notes) {
      add(CardPart::notes, decision_.notes[note].title);
      add(CardPart::notes, decision_.notes[note].text);
    }
    return counts_;
  }

 private:
  void add(CardPart part, std::string_view text) { counts_[static_cast<std::size_t>(part)] += words_in(text); }
  void add(CardPart part, const Variants& text, Wording wording) {
    if (wording) add(part, text[*wording].text);
  }
  void add(CardPart part, const std::vector<Claim>& claims, const Indices& said) {
    for (const Index claim : said) add(part, claims[claim].text);
  }
  void read_gate(const Gate& gate, const GateVerdict& verdict) {
    add(CardPart::gates, gate.text);
    add(CardPart::gates, gate.said(verdict.state), verdict.text);
  }

  const Decision& decision_;
  const Verdict& verdict_;
  Counts counts_{};
};

/// Of all `count`, in hundredths, half up.
std::uint32_t mean_of(std::uint64_t sum, std::size_t count) {
  return static_cast<std::uint32_t>((sum * 200 + count) / (2 * count));
}

/// Answers in the pack's order, as far as they have come.
class CaseWalk {
 public:
  CaseWalk(const Pack& pack, const Answers& answers) : pack_(pack), answers_(answers) {}

  /// How many questions are asked before the result is offered. What settles a recommendation goes on settling it, so
  /// the place is found by halving.
  std::uint32_t questions_until_offered() const {
    std::size_t low = 0, high = answers_.choices.size();
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (offered_after(middle)) high = middle;
      else low = middle + 1;
    }
    return asked_among(low);
  }

 private:
  [[nodiscard]] Answers first(std::size_t questions) const {
    Answers answers = answers_;
    std::fill(answers.choices.begin() + static_cast<std::ptrdiff_t>(questions), answers.choices.end(),
              Answers::unanswered);
    return answers;
  }

  [[nodiscard]] bool offered_after(std::size_t questions) const {
    return settle(pack_.program(), pack_.decision(), first(questions)).settled;
  }

  /// A question that is left open is asked, too; one that may not apply waits.
  [[nodiscard]] std::uint32_t asked_among(std::size_t questions) const {
    Situation situation(pack_.program(), pack_.decision());
    situation.assess(first(questions));
    std::uint32_t asked = 0;
    for (std::size_t q = 0; q < questions; ++q) asked += situation.asked_for_certain(q);
    return asked;
  }

  const Pack& pack_;
  const Answers& answers_;
};

}  // namespace

CardWords count_card_words(const Pack& pack) {
  const std::vector<Case>& cases = pack.decision().cases;
  CardWords words;
  if (cases.empty()) return words;
  std::uint64_t all = 0;
  std::array<std::uint64_t, part_names.size()> sums{};
  for (std::size_t k = 0; k < cases.size(); ++k) {
    const CardReader::Counts counts = CardReader(pack.decision(), verdict(pack, cases[k].answers)).run();
    std::uint32_t card = 0;
    for (std::size_t part = 0; part < counts.size(); ++part) {
      card += counts[part];
      sums[part] += counts[part];
    }
    all += card;
    if (card > words.most) words.worst = static_cast<Index>(k);
    words.most = std::max(words.most, card);
  }
  words.mean_hundredths = mean_of(all, cases.size());
  for (std::size_t part = 0; part < sums.size(); ++part)
    words.parts.push_back({part_names[part], mean_of(sums[part], cases.size())});
  return words;
}

PathLengths measure_case_stops(const Pack& pack) {
  const std::vector<Case>& cases = pack.decision().cases;
  if (cases.empty()) return {};
  PathLengths lengths{true, UINT32_MAX, 0, 0};
  std::uint64_t all = 0;
  for (const Case& each : cases) {
    const std::uint32_t length = CaseWalk(pack, each.answers).questions_until_offered();
    lengths.least = std::min(lengths.least, length);
    lengths.most = std::max(lengths.most, length);
    all += length;
  }
  lengths.mean_hundredths = mean_of(all, cases.size());
  return lengths;
}

}  // namespace decision_card::inspection
