// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "decision_card/cases.hpp"
#include "decision_card/pack.hpp"

/// What can be proved about a whole pack. Everything ranges over all combinations of choices, as an outlook does: a
/// question that is not asked counts as all its choices. Nothing is sampled; what ends over its budget says so.
namespace decision_card {

namespace document {
class JsonDocument;
}

/// One statement about the pack (docs/findings.md).
struct Finding {
  Problem problem{};
  std::uint32_t value = 0;           ///< the value of the document that it is about
  std::string_view of{};             ///< the id of what it is about; empty for the whole decision
  std::vector<Answers> witnesses{};  ///< answers that show it: one set, or two that differ in one question
  std::string_view accepted{};       ///< why the author accepts it; empty: not accepted
};

/// One kind of proof: what it covered, and whether that was everything.
struct Proof {
  std::string_view check;
  bool proved = true;
  std::string covered{};
};

/// How often one recommendation is given, as an exact decimal number of all combinations.
struct Reach {
  std::string count{};
  std::uint32_t share = 0;  ///< parts per million, rounded down
};

/// What a law says of raising its question: the alternative's score never falls.
struct NeverLowers {
  Index alternative = 0;
};

/// What a law says of raising its question: where the recommendation is given, it stays given.
struct Keeps {
  Index recommendation = 0;
};

struct Law {
  std::string_view id, because;
  Index raise = 0;
  struct Step {
    std::uint8_t low, high;  ///< answers
  };
  std::vector<Step> steps{};  ///< all by which its question is raised
  std::variant<NeverLowers, Keeps> claim{};
};

enum class LawStatus : std::uint8_t { holds, refuted, not_proved };
inline constexpr ValueWord<LawStatus> law_status_words[] = {
    {LawStatus::holds, "holds"}, {LawStatus::refuted, "refuted"}, {LawStatus::not_proved, "not_proved"}};
static_assert(in_order(law_status_words));

/// The finding codes that the author accepts, with a reason.
struct Acceptance {
  std::string_view code, of, because;
};

/// What a pack says about itself for inspection alone; a card does not read it.
struct Declarations {
  std::vector<Law> laws{};
  std::vector<Acceptance> accepted{};
};

/// Questions that a reader answers, in the pack's order, until the end or until the recommendation is settled.
struct PathLengths {
  bool proved = false;
  std::uint32_t least = 0, most = 0;
  std::uint32_t mean_hundredths = 0;  ///< by the choices' weights
};

/// The words of the pack that a card says, folded and unfolded together, over the pack's cases.
struct CardWords {
  std::uint32_t mean_hundredths = 0, most = 0;
  Index worst = 0;  ///< the case with most
  struct Part {
    std::string_view name;
    std::uint32_t mean_hundredths = 0;
  };
  std::vector<Part> parts{};  ///< none without cases
};

/// Two alternatives that share the highest score, or are one point apart at the top.
struct Tie {
  Index left = 0, right = 0;
  bool proved = false;
  std::string equal{}, near{};  ///< how many combinations
  std::uint32_t equal_share = 0, near_share = 0;
};

/// How well the cases pin the pack down: changes of it that no case notices.
struct Mutation {
  std::uint32_t killed = 0, survived = 0;
  std::uint32_t equivalent = 0;  ///< proved to change no recommendation: not counted
  std::uint32_t refused = 0;     ///< the parser refuses the change: not counted
  std::uint32_t unresolved = 0;  ///< counted as survived, though perhaps equivalent
};

/// Answers that would make a good case: it notices changes of the pack that no case so far does.
struct Suggestion {
  Answers answers{};
  Index expect = 0;           ///< what the pack recommends today
  std::uint32_t notices = 0;  ///< changes that this one is the first to notice
};

/// How much is said for and against an alternative.
struct Balance {
  std::uint32_t reasons_for = 0, reasons_against = 0;
  std::uint32_t words_for = 0, words_against = 0;
  std::uint32_t first_choices = 0;  ///< questions whose first choice gives it the most points
};

struct Coverage {
  std::uint32_t recommendations = 0, rules = 0, choices = 0, gate_states = 0;
  std::uint32_t all_recommendations = 0, all_rules = 0, all_choices = 0, all_gate_states = 0;
};

struct Inspection {
  std::string combinations{};  ///< of all choices, in decimal
  std::vector<Reach> reach{};  ///< by recommendation; empty when it is not proved
  std::vector<CaseResult> cases{};
  std::vector<LawStatus> laws{};
  std::vector<Tie> ties{};
  PathLengths all_questions{}, early_stop{};
  PathLengths case_stop{};  ///< the same as `early_stop`, of the pack's cases: each answered to its end
  CardWords words{};
  std::vector<Balance> balance{};  ///< by alternative
  Coverage coverage{};
  Mutation mutation{};
  std::vector<Suggestion> suggestions{};
  std::vector<Proof> proofs{};
  std::vector<Finding> findings{};
};

/// A pack as its author's tools read it: with what it declares for them, and with its document, where findings have
/// their places and changes are tried. All of it comes from one parse.
struct ReadPack {
  Pack pack;
  Declarations declarations{};
  std::shared_ptr<const document::JsonDocument>
      document{};  ///< its text must live as long, and the declarations point into it
};

/// The problems of the pack, or of what it declares.
Result<ReadPack> read_pack(std::string_view text);

/// Precondition: the pack has a decision. `interface_languages`: those that the card's own words are in ("en"); none:
/// not checked.
Inspection inspect(const ReadPack& read, std::span<const std::string_view> interface_languages = {});

}  // namespace decision_card
