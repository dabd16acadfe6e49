// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace decision_card {

/// A stretch of one of the rubric's lists. A rubric is a handful of flat lists, and its parts point into them: lists
/// within lists would each bring their own code for growing, copying and freeing.
struct Slice {
  std::uint32_t first = 0, size = 0;

  template <class T>
  [[nodiscard]] std::span<const T> of(const std::vector<T>& list) const {
    return {list.data() + first, size};
  }
};

/// A lexicon concept said plainly or under a negation, as one number.
struct Mention {
  std::uint16_t key = 0;

  Mention() = default;
  Mention(std::size_t concept_index, bool negated) : key(static_cast<std::uint16_t>(concept_index * 2 + negated)) {}
  [[nodiscard]] std::uint16_t concept_index() const { return key / 2; }
};

/// A set of concepts, those said plainly told from those said under a negation.
class ConceptSet {
 public:
  static constexpr std::size_t most = 256;

  void add(Mention mention) { words_[mention.key / 64] |= std::uint64_t{1} << mention.key % 64; }
  [[nodiscard]] bool has(Mention mention) const { return (words_[mention.key / 64] >> mention.key % 64 & 1) != 0; }

 private:
  std::uint64_t words_[most * 2 / 64] = {};
};

/// What a pattern looks for: any one of these mentions.
struct Wanted {
  Slice choices{};  ///< of `Rubric::mentions`
};

/// Subjects are concepts that clauses are about. A set of them is bits, in the order of `Rubric::subjects`.
using SubjectSet = std::uint8_t;

struct Pattern {
  enum class Within : std::uint8_t { clause, sentence };

  SubjectSet subjects = 0;  ///< the clauses looked at are about one of these; 0: whatever they are about
  Within within = Within::sentence;
  bool ordered = false;                ///< the concepts of `has` follow one another
  std::optional<std::uint16_t> gap{};  ///< at most so many words between two of them (ordered only)
  std::uint16_t level = 0;             ///< index of the level it reaches at least
  Slice has{}, without{};              ///< of `Rubric::wanted`
  Slice claims{};                      ///< of `Rubric::indices`; these must all be found, anywhere in the text
};

struct Level {
  std::string_view id, title;
  std::int32_t points = 0;
  Slice also{};     ///< of `Rubric::wanted`: a match reaches this level when its sentence has these too
  Slice reasons{};  ///< of `Rubric::wanted`: and one of each of these leads to words with a verb among them
};

/// What is looked for in a text: by patterns, or by likeness to examples where there are none.
struct Matcher {
  Slice patterns{}, examples{};
};

struct Criterion {
  std::string_view id, title, hint, model;
  bool bonus = false;  ///< counts in the total, not in the maximum
  Slice levels{};
  Slice sources{};  ///< of `Rubric::indices`
  Matcher matcher{};
};

struct Misconception {
  std::string_view id, title, correction;
  std::int32_t points = 0;  ///< 0 or negative
  std::uint16_t cap = 0;    ///< index of the best band that an answer with it can have
  Slice sources{};
  Matcher matcher{};
};

/// What an answer must have for a band.
struct Bar {
  std::int32_t least = 0;  ///< percent of the maximum
  Slice needs{};           ///< of `Rubric::indices`: criteria of its question that must all be met
};

struct FollowUp {
  std::string_view id, question, why;
  Slice criteria{};
  Slice topic{};  ///< patterns
  Slice bars{};   ///< of `Rubric::bars`: one a band
};

struct Band {
  std::string_view id, title, text;
};

/// How well the rubric hears what people say, as its author measured it on labelled texts.
struct Quality {
  std::int32_t texts = 0;                  ///< 0: nobody has measured it
  std::int32_t recall = 0, precision = 0;  ///< percent
  std::string_view measured;               ///< the day
};

/// A text of the rubric's own with the ids it must be graded with.
struct Sample {
  std::string_view id, text, band;
  std::optional<std::uint16_t> follow_up{};  ///< index; none for the rubric's own question
  Slice criteria{}, misconceptions{};        ///< of `Rubric::indices`
};

struct Concept {
  std::string_view id;
  std::string_view phrases;  ///< as the pack writes them: with commas between them
};

/// A concept that shows what a clause is about where the clause names no subject: "training" for fine-tuning.
struct Implication {
  std::uint16_t concept_index = 0;
  SubjectSet subject = 0;
};

/// What labelled texts taught: traits that a sentence may have, each with how rare it is and how much it speaks for and
/// against what. All are integers, so that every platform comes to the same.
struct Cues {
  /// From which score on cues alone find something, and down to which they leave a pattern its word.
  struct Bar {
    std::int32_t found = 0, kept = 0;
  };
  /// A criterion of the rubric's own question, or a misconception.
  struct Code {
    bool misconception = false;
    std::uint16_t index = 0;
    std::int32_t bias = 0;
  };
  struct Weight {
    std::uint16_t code = 0;
    std::int16_t weight = 0;
  };
  struct Trait {
    std::string_view name;
    std::int32_t rarity = 0;
    Slice weights{};  ///< of `Cues::weights`
  };

  Bar criteria{}, misconceptions{};
  std::vector<Code> codes{};
  std::vector<Trait> traits{};
  std::vector<Weight> weights{};

  [[nodiscard]] bool present() const { return !codes.empty(); }
  [[nodiscard]] const Bar& bar_of(const Code& code) const { return code.misconception ? misconceptions : criteria; }
};

struct Rubric {
  /// A named set of patterns that other patterns build on.
  struct Claim {
    std::string_view id;
    Slice patterns{};
  };

  std::string_view question, why_asked, intro;
  std::int32_t seconds = 0;
  Quality quality{};
  std::vector<Concept> lexicon{};
  std::vector<std::uint16_t> subjects{};  ///< indices into the lexicon
  std::vector<Implication> implied{};
  std::vector<Claim> claims{};
  Slice topic{};  ///< patterns
  Slice criteria{};
  std::vector<Misconception> misconceptions{};
  std::vector<FollowUp> follow_ups{};
  std::vector<Band> bands{};
  std::vector<Sample> samples{};
  Cues cues{};

  // What the above have slices of.
  std::vector<Criterion> all_criteria{};  ///< the rubric's own, then those of each follow-up
  std::vector<Level> levels{};
  std::vector<Bar> bars{};  ///< those of the rubric's own question, one a band, then those of each follow-up
  std::vector<Pattern> patterns{};
  std::vector<Wanted> wanted{};
  std::vector<Mention> mentions{};
  std::vector<std::string_view> examples{};
  std::vector<std::uint16_t> indices{};

  [[nodiscard]] bool present() const { return !question.empty(); }
  /// `follow_up`: index of a follow-up question; none for the rubric's own.
  [[nodiscard]] std::span<const Criterion> criteria_of(std::optional<std::uint16_t> follow_up) const {
    return (follow_up ? follow_ups[*follow_up].criteria : criteria).of(all_criteria);
  }
  [[nodiscard]] std::optional<std::uint16_t> find_follow_up(std::string_view id) const {
    for (std::size_t k = 0; k < follow_ups.size(); ++k) {
      if (follow_ups[k].id == id) return static_cast<std::uint16_t>(k);
    }
    return std::nullopt;
  }
  [[nodiscard]] std::span<const Bar> bars_of(std::optional<std::uint16_t> follow_up) const {
    const auto size = static_cast<std::uint32_t>(bands.size());
    return (follow_up ? follow_ups[*follow_up].bars : Slice{0, size}).of(bars);
  }
  [[nodiscard]] Slice topic_of(std::optional<std::uint16_t> follow_up) const {
    return follow_up ? follow_ups[*follow_up].topic : topic;
  }
  [[nodiscard]] std::span<const Level> levels_of(const Criterion& criterion) const {
    return criterion.levels.of(levels);
  }
};

}  // namespace decision_card
