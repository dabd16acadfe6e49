// SPDX-License-Identifier: MIT
#include "decision_card/enumerate.hpp"

#include <algorithm>
#include <bit>

#include "census/answer_block.hpp"
#include "decision/program.hpp"
#include "diagram/linear_forms.hpp"

// The last questions, whose choices make up a block of some thousand answer sets, are the inner ones: what depends on
// them alone is worked out once, as planes of one bit a set. The outer ones are counted through like an odometer. A
// score form is a number of planes, added up where rules look at inner and outer questions, and only as deep in the
// odometer as the rule's last outer question; a test is a comparison of planes with one number.
namespace decision_card::census {

using decision::Program;
using diagram::LinearForm;
using diagram::LinearForms;
using diagram::RegionTest;

namespace {

/// A term of a rule, gate or recommendation, taken apart: what inner questions, outer questions, and scores and gates
/// say.
struct SplitTerm {
  std::vector<Plane> inner{};  ///< by word of a block: the sets that satisfy its inner literals
  bool looks_inside = false;
  std::vector<Literal> on_scores_and_gates{};
};

struct Mixed {
  std::vector<std::size_t> terms{};
  std::vector<std::int32_t> points{};  ///< by form
  std::size_t depth = 0;               ///< the number of outer questions after which its outer literals are known
};

class Enumerator {
 public:
  explicit Enumerator(const Pack& pack)
      : decision_(pack.decision()), program_(pack.program()), forms_(decision_.score_tests), block_(decision_) {}

  Enumeration run(std::uint64_t most) {
    result_.counts.resize(decision_.recommendations.size());
    if (!fits(most)) return result_;
    words_ = block_.words();
    outer_questions_ = block_.outer();
    add_terms();
    find_sums();
    alive_.assign((outer_questions_.size() + 1) * terms_.size(), 1);
    descend(0);
    result_.complete = true;
    return std::move(result_);
  }

 private:
  [[nodiscard]] std::size_t choices(std::size_t q) const { return decision_.questions[q].choices.size(); }

  [[nodiscard]] bool fits(std::uint64_t most) const {
    std::uint64_t sets = block_.sets();
    for (const std::size_t q : block_.outer()) {
      if (sets > most / choices(q)) return false;
      sets *= choices(q);
    }
    return sets <= most;
  }

  // Terms ------------------------------------------------------------------------------------------------------------

  std::vector<std::size_t> add(const Condition& condition) {
    std::vector<std::size_t> numbers;
    for (const Term& term : condition.terms) {
      numbers.push_back(terms_.size());
      sources_.push_back(&term);
      SplitTerm& made = terms_.emplace_back();
      made.inner.assign(words_, everywhere);
      for (const Literal& literal : term) {
        if (literal.subject != Subject::question) made.on_scores_and_gates.push_back(literal);
        else if (block_.is_inner(literal.index)) look_inside(made, literal);
      }
    }
    return numbers;
  }

  void look_inside(SplitTerm& term, const Literal& literal) {
    term.looks_inside = true;
    for (std::size_t w = 0; w < words_; ++w) term.inner[w] &= block_.where(literal, w);
  }

  void add_terms() {
    for (const std::size_t q : outer_questions_) whens_.push_back(add(decision_.questions[q].when));
    for (const std::uint32_t r : program_.joint_rules) add_rule(r);
    for (const Gate& gate : decision_.gates) gates_.push_back(add(gate.when));
    for (const Recommendation& entry : decision_.recommendations) entries_.push_back(add(entry.when));
  }

  void add_rule(std::uint32_t r) {
    Mixed rule{add(decision_.rules[r].when), by_form(decision_.rules[r].points.data()), 0};
    for (const std::size_t term : rule.terms) {
      for (const Literal& literal : *sources_[term]) {
        const auto at = std::find(outer_questions_.begin(), outer_questions_.end(), literal.index);
        if (at != outer_questions_.end())
          rule.depth = std::max(rule.depth, static_cast<std::size_t>(at - outer_questions_.begin()) + 1);
      }
    }
    mixed_.push_back(std::move(rule));
  }

  [[nodiscard]] std::vector<std::int32_t> by_form(const std::int32_t* points) const {
    std::vector<std::int32_t> values;
    for (std::size_t f = 0; f < forms_.size(); ++f) values.push_back(forms_[f].of(points));
    return values;
  }

  // Sums -------------------------------------------------------------------------------------------------------------

  /// How many planes each form needs, and the sums of the inner questions alone.
  void find_sums() {
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      std::int32_t low = 0, high = 0;
      for (const std::size_t q : block_.inner()) widen(f, q, low, high);
      for (const Mixed& rule : mixed_) (rule.points[f] < 0 ? low : high) += rule.points[f];
      offsets_.push_back(-low);
      first_planes_.push_back(planes_);
      planes_ += static_cast<std::size_t>(std::bit_width(static_cast<std::uint32_t>(high - low)));
    }
    first_planes_.push_back(planes_);
    sums_.assign(outer_questions_.size() + 1, std::vector<Plane>(words_ * planes_, 0));
    bases_.assign(outer_questions_.size() + 1, by_form(start_points().data()));
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      for (std::size_t w = 0; w < words_; ++w) add_constant(sums_[0], w, f, offsets_[f], everywhere);
    }
    for (const std::size_t q : block_.inner()) {
      for (std::size_t value = 0; value <= choices(q); ++value)
        add_points(sums_[0], points(q, value), block_.value(q, value));
    }
    levels_.assign(outer_questions_.size() + 1, 0);
    alive_.assign(terms_.size(), 1);
    for (const Mixed& rule : mixed_) {
      if (rule.depth == 0) add_points(sums_[0], rule.points, plane_of(rule, alive_.data()));
    }
  }

  void widen(std::size_t f, std::size_t q, std::int32_t& low, std::int32_t& high) const {
    std::int32_t least = 0, most = 0;
    for (std::size_t value = 0; value <= choices(q); ++value) {
      least = std::min(least, points(q, value)[f]);
      most = std::max(most, points(q, value)[f]);
    }
    low += least;
    high += most;
  }

  [[nodiscard]] std::vector<std::int32_t> points(std::size_t q, std::size_t value) const {
    return by_form(program_.single_points[q].data() + value * decision_.alternatives.size());
  }

  [[nodiscard]] std::vector<std::int32_t> start_points() const {
    std::vector<std::int32_t> points(decision_.alternatives.size());
    for (const std::uint32_t r : program_.constant_rules) {
      if (decision_.rules[r].when.terms.empty()) continue;
      for (std::size_t a = 0; a < points.size(); ++a) points[a] += decision_.rules[r].points[a];
    }
    return points;
  }

  void add_points(std::vector<Plane>& sums, const std::vector<std::int32_t>& points,
                  const std::vector<Plane>& where) const {
    for (std::size_t w = 0; w < words_; ++w) {
      if (where[w] == 0) continue;
      for (std::size_t f = 0; f < points.size(); ++f) {
        if (points[f] != 0) add_constant(sums, w, f, points[f], where[w]);
      }
    }
  }

  /// A ripple-carry adder over planes, modulo the form's width: no sum leaves it.
  void add_constant(std::vector<Plane>& sums, std::size_t word, std::size_t form, std::int32_t constant,
                    Plane where) const {
    Plane carry = 0;
    auto bits = static_cast<std::uint32_t>(constant);
    for (std::size_t k = first_planes_[form]; k < first_planes_[form + 1]; ++k, bits >>= 1) {
      Plane& plane = sums[word * planes_ + k];
      const Plane added = (bits & 1) != 0 ? where : 0, half = plane ^ added;
      const Plane sum = half ^ carry;
      carry = (plane & added) | (half & carry);
      plane = sum;
    }
  }

  [[nodiscard]] std::vector<Plane> plane_of(const Mixed& rule, const std::uint8_t* alive) const {
    std::vector<Plane> where(words_, 0);
    for (const std::size_t term : rule.terms) {
      for (std::size_t w = 0; w < words_ && alive[term] != 0; ++w) where[w] |= terms_[term].inner[w];
    }
    return where;
  }

  // The odometer -----------------------------------------------------------------------------------------------------

  /// Recursion ends at the number of questions (limits::questions).
  void descend(std::size_t depth) {
    if (depth == outer_questions_.size()) {
      count_block(depth);
      return;
    }
    const std::size_t q = outer_questions_[depth];
    if (decision_.questions[q].conditional && !any_alive(whens_[depth], depth)) {
      enter(depth, q, choices(q));
      return;
    }
    for (std::size_t choice = 0; choice < choices(q); ++choice) enter(depth, q, choice);
  }

  [[nodiscard]] bool any_alive(const std::vector<std::size_t>& terms, std::size_t depth) const {
    return std::any_of(terms.begin(), terms.end(),
                       [&](std::size_t term) { return alive_[depth * terms_.size() + term] != 0; });
  }

  void enter(std::size_t depth, std::size_t q, std::size_t value) {
    const std::uint8_t* const before = &alive_[depth * terms_.size()];
    std::uint8_t* const after = &alive_[(depth + 1) * terms_.size()];
    const std::vector<std::uint8_t>& kept = kept_for(depth, q, value);
    for (std::size_t t = 0; t < terms_.size(); ++t) after[t] = before[t] & kept[t];
    const std::int32_t* const gained = gains_[depth].data() + value * forms_.size();
    for (std::size_t f = 0; f < forms_.size(); ++f) bases_[depth + 1][f] = bases_[depth][f] + gained[f];
    add_mixed(depth + 1, after);
    descend(depth + 1);
  }

  /// Tells by term whether it may still hold when the question has this value; found once for each depth.
  const std::vector<std::uint8_t>& kept_for(std::size_t depth, std::size_t q, std::size_t value) {
    if (kept_.size() <= depth) {
      kept_.resize(depth + 1);
      gains_.resize(depth + 1);
    }
    if (kept_[depth].empty()) {
      for (std::size_t v = 0; v <= choices(q); ++v) {
        std::vector<std::uint8_t>& kept = kept_[depth].emplace_back(terms_.size(), 1);
        for (std::size_t t = 0; t < terms_.size(); ++t) {
          for (const Literal& literal : *sources_[t]) {
            if (literal.subject == Subject::question && literal.index == q &&
                !decision_.questions[q].allows(literal, v))
              kept[t] = 0;
          }
        }
        const std::vector<std::int32_t> gained = points(q, v);
        gains_[depth].insert(gains_[depth].end(), gained.begin(), gained.end());
      }
    }
    return kept_[depth][value];
  }

  /// The sums at this depth: those of the depth before, unless a rule that is known from here on holds somewhere.
  void add_mixed(std::size_t depth, const std::uint8_t* alive) {
    levels_[depth] = levels_[depth - 1];
    for (const Mixed& rule : mixed_) {
      if (rule.depth != depth) continue;
      bool certain = false, possible = false;
      for (const std::size_t term : rule.terms) {
        possible = possible || alive[term] != 0;
        certain = certain || (alive[term] != 0 && !terms_[term].looks_inside);
      }
      if (certain) {
        for (std::size_t f = 0; f < forms_.size(); ++f) bases_[depth][f] += rule.points[f];
      } else if (possible) {
        if (levels_[depth] != depth) sums_[depth] = sums_[levels_[depth]];
        levels_[depth] = depth;
        add_points(sums_[depth], rule.points, plane_of(rule, alive));
      }
    }
  }

  // A block ----------------------------------------------------------------------------------------------------------

  /// The number that a break compares the sums of a form with; a sum's bits lie in the planes from `first` to `last`.
  struct Threshold {
    std::size_t first, last;
    std::uint32_t number;
    Plane all;  ///< the result where first == last: each sum reaches the number, or none does
  };

  void count_block(std::size_t depth) {
    find_thresholds(depth);
    const std::uint8_t* const alive = &alive_[depth * terms_.size()];
    const Plane* const sums = sums_[levels_[depth]].data();
    tests_.resize(decision_.score_tests.size());
    passes_.resize(gates_.size());
    for (std::size_t w = 0; w < words_; ++w) {
      judge_tests(sums + w * planes_);
      for (std::size_t g = 0; g < gates_.size(); ++g) passes_[g] = where_any_holds(gates_[g], alive, w);
      Plane left = block_.valid(w);
      result_.sets += static_cast<std::uint64_t>(std::popcount(left));
      for (std::size_t k = 0; k + 1 < entries_.size() && left != 0; ++k) {
        const Plane here = left & where_any_holds(entries_[k], alive, w);
        result_.counts[k] += static_cast<std::uint64_t>(std::popcount(here));
        left &= ~here;
      }
      result_.counts.back() += static_cast<std::uint64_t>(std::popcount(left));
    }
  }

  void find_thresholds(std::size_t depth) {
    thresholds_.clear();
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      for (std::uint32_t k = 0; k < forms_[f].breaks(); ++k) {
        const std::int32_t number = forms_.break_of(forms_[f], k) - bases_[depth][f] + offsets_[f];
        const std::size_t first = first_planes_[f], last = first_planes_[f + 1];
        if (number <= 0) thresholds_.push_back({0, 0, 0, everywhere});
        else if (static_cast<std::uint64_t>(number) >> (last - first) != 0) thresholds_.push_back({0, 0, 0, 0});
        else thresholds_.push_back({first, last, static_cast<std::uint32_t>(number), everywhere});
      }
    }
  }

  void judge_tests(const Plane* sums) {
    reached_.resize(thresholds_.size());
    for (std::size_t k = 0; k < thresholds_.size(); ++k) {
      const Threshold& threshold = thresholds_[k];
      Plane at_least = threshold.all;
      std::uint32_t bits = threshold.number;
      for (std::size_t p = threshold.first; p < threshold.last; ++p, bits >>= 1)
        at_least = (bits & 1) != 0 ? sums[p] & at_least : sums[p] | at_least;
      reached_[k] = at_least;
    }
    for (std::size_t k = 0; k < tests_.size(); ++k) {
      const RegionTest& test = forms_.test(k);
      const LinearForm& form = forms_[test.form];
      const Plane from = test.first == 0 ? everywhere : reached_[form.first_break + test.first - 1];
      const Plane to = test.last > form.breaks() ? 0 : reached_[form.first_break + test.last - 1];
      tests_[k] = (from & ~to) ^ (test.negated ? everywhere : 0);
    }
  }

  [[nodiscard]] Plane where_any_holds(const std::vector<std::size_t>& terms, const std::uint8_t* alive,
                                      std::size_t word) const {
    Plane any = 0;
    for (const std::size_t number : terms) {
      if (alive[number] == 0) continue;
      const SplitTerm& term = terms_[number];
      Plane all = term.inner[word];
      for (const Literal& literal : term.on_scores_and_gates) all &= where_holds(literal);
      any |= all;
    }
    return any;
  }

  /// A test's bits are false, true; a gate's pass, fail.
  [[nodiscard]] Plane where_holds(const Literal& literal) const {
    const bool is_test = literal.subject == Subject::score_test;
    const Plane yes = is_test ? tests_[literal.index] : passes_[literal.index];
    const std::uint64_t when_yes = is_test ? 2 : 1, when_no = 3 - when_yes;
    return ((literal.allowed & when_yes) != 0 ? yes : 0) | ((literal.allowed & when_no) != 0 ? ~yes : 0);
  }

  const Decision& decision_;
  const Program& program_;
  LinearForms forms_;
  Enumeration result_{};
  AnswerBlock block_;
  std::vector<std::size_t> outer_questions_{};
  std::size_t words_ = 0, planes_ = 0;
  std::vector<SplitTerm> terms_{};
  std::vector<const Term*> sources_{};
  std::vector<std::vector<std::size_t>> whens_{}, gates_{}, entries_{};  ///< their terms
  std::vector<Mixed> mixed_{};
  std::vector<std::int32_t> offsets_{};
  std::vector<std::size_t> first_planes_{}, levels_{};
  std::vector<std::vector<Plane>> sums_{};                      ///< by depth, word and plane
  std::vector<std::vector<std::int32_t>> bases_{}, gains_{};    ///< by depth: what outer questions add to each form
  std::vector<std::uint8_t> alive_{};                           ///< by depth and term
  std::vector<std::vector<std::vector<std::uint8_t>>> kept_{};  ///< by depth, value and term
  std::vector<Threshold> thresholds_{};
  std::vector<Plane> reached_{}, tests_{}, passes_{};
};

}  // namespace

}  // namespace decision_card::census

namespace decision_card {

Enumeration enumerate(const Pack& pack, std::uint64_t most) { return census::Enumerator(pack).run(most); }

}  // namespace decision_card
