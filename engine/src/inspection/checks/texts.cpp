// SPDX-License-Identifier: MIT
// Citations, and whether the alternatives are spoken for alike. What is even here is the author's to judge: notes only.
#include <algorithm>
#include <span>

#include "inspection/checks.hpp"

namespace decision_card::inspection {

using base::quote;
using base::words_in;
using document::JsonValue;

namespace {

/// From here on a difference between alternatives is worth a look.
constexpr std::uint32_t uneven_factor = 3;     ///< so many times the reasons
constexpr std::uint32_t uneven_percent = 150;  ///< the words of a reason, in percent
constexpr std::uint32_t first_percent = 60;    ///< of the questions begin with what favours one alternative
constexpr std::uint32_t few_questions = 4;     ///< fewer say nothing

class TextCheck {
 public:
  TextCheck(const Pack& pack, Ledger& ledger, std::span<const std::string_view> interface_languages)
      : pack_(pack),
        ledger_(ledger),
        interface_languages_(interface_languages),
        content_(pack.content()),
        decision_(pack.decision()),
        balance_(decision_.alternatives.size()),
        cited_(content_.sources.size()) {}

  std::vector<Balance> run() {
    cite(decision_.questions, "questions", {});
    cite(decision_.rules, "rules", "uncited_rule");
    cite(decision_.gates, "gates", "uncited_gate");
    cite(decision_.recommendations, "recommendations", "uncited_recommendation");
    cite(decision_.notes, "notes", "uncited_note");
    for (std::size_t k = 0; k < decision_.recommendations.size(); ++k) cite_claims(k);
    if (decision_.heuristic) cite_claim(*decision_.heuristic, ledger_.list("heuristic"), "heuristic");
    for (const EstimateInput& input : decision_.estimates.inputs) use(input.sources);
    use_in_rubric();
    for (std::size_t k = 0; k < cited_.size(); ++k) {
      if (!cited_[k]) report_unused(k);
    }
    weigh();
    translate();
    return std::move(balance_);
  }

 private:
  void use(std::span<const Index> sources) {
    for (const Index source : sources) cited_[source] = true;
  }

  void use_in_rubric() {
    const Rubric& rubric = content_.rubric;
    for (const Criterion& criterion : rubric.all_criteria) use(criterion.sources.of(rubric.indices));
    for (const Misconception& misconception : rubric.misconceptions) use(misconception.sources.of(rubric.indices));
  }

  /// A pack without sources cites nothing on purpose.
  void report_uncited(std::string_view code, JsonValue at, std::string_view id) {
    if (cited_.empty() || code.empty()) return;
    ledger_.report(code, at, id, {quote(id), " names no source here."}, {"Add \"sources\"."});
  }

  template <class T>
  void cite(const std::vector<T>& items, std::string_view list, std::string_view code) {
    for (std::size_t k = 0; k < items.size(); ++k) {
      use(items[k].sources);
      if (items[k].sources.empty()) report_uncited(code, ledger_.item(list, k), items[k].id);
    }
  }

  void cite_claims(std::size_t index) {
    const Recommendation& entry = decision_.recommendations[index];
    const std::pair<std::string_view, const std::vector<Claim>*> lists[] = {
        {"steps", &entry.steps}, {"risks", &entry.risks}, {"measure", &entry.measure}, {"costs", &entry.costs}};
    for (const auto& [name, claims] : lists) {
      for (std::size_t k = 0; k < claims->size(); ++k)
        cite_claim((*claims)[k], item_of(ledger_.item("recommendations", index), name, k), entry.id);
    }
  }

  void cite_claim(const Claim& claim, JsonValue at, std::string_view id) {
    use(claim.sources);
    if (claim.sources.empty()) report_uncited("uncited_claim", at, id);
  }

  /// A card in a language without a catalogue says its own words in English, beside the pack's.
  void translate() {
    const std::string_view language = content_.language.substr(0, content_.language.find('-'));
    const auto known = interface_languages_;
    if (known.empty() || std::find(known.begin(), known.end(), language) != known.end()) return;
    constexpr std::size_t longest_code = 3;  // "English" is no language tag
    if (language.size() > longest_code) {
      ledger_.report("untranslated_interface", member_of(ledger_.root(), "language"), {},
                     {quote(content_.language), " is the name of a language, and no tag of one."},
                     {"Write its code, such as \"en\", \"de\" or \"pt-BR\"."});
      return;
    }
    ledger_.report("untranslated_interface", member_of(ledger_.root(), "language"), {},
                   {"The card's own words are not translated into ", quote(content_.language), "; they are English."},
                   {"Say them in the pack's \"interface\", or accept this."});
  }

  void report_unused(std::size_t k) {
    ledger_.report("unused_source", item_of(ledger_.root(), "sources", k), content_.sources[k].id,
                   {"Nothing cites the source ", quote(content_.sources[k].id), "."}, {"Cite it, or remove it."});
  }

  void weigh() {
    for (const Rule& rule : decision_.rules) {
      for (std::size_t a = 0; a < balance_.size(); ++a) {
        if (rule.points[a] == 0) continue;
        ++(rule.points[a] > 0 ? balance_[a].reasons_for : balance_[a].reasons_against);
        (rule.points[a] > 0 ? balance_[a].words_for : balance_[a].words_against) += words_in(rule.because);
      }
    }
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      if (const auto favoured = favoured_by_first(q)) ++balance_[*favoured].first_choices;
    }
    compare_reasons();
    compare_words();
    compare_orders();
  }

  /// The only alternative to which the first choice gives the most points, if there is one.
  [[nodiscard]] std::optional<std::size_t> favoured_by_first(std::size_t question) const {
    if (decision_.questions[question].several() || decision_.questions[question].kind == QuestionKind::number)
      return std::nullopt;  // nothing stands first there
    const std::int32_t* const points = pack_.program().single_points[question].data();
    const std::int32_t* const end = points + decision_.alternatives.size();
    const std::int32_t* const best = std::max_element(points, end);
    if (*best <= 0 || std::count(points, end, *best) > 1) return std::nullopt;
    return static_cast<std::size_t>(best - points);
  }

  [[nodiscard]] std::string_view id(std::size_t alternative) const { return decision_.alternatives[alternative].id; }

  void compare_reasons() {
    const auto fewer = [](const Balance& a, const Balance& b) { return a.reasons_for < b.reasons_for; };
    const auto [least, most] = std::minmax_element(balance_.begin(), balance_.end(), fewer);
    if (most->reasons_for <= uneven_factor * least->reasons_for) return;
    const auto poor = static_cast<std::size_t>(least - balance_.begin()),
               rich = static_cast<std::size_t>(most - balance_.begin());
    ledger_.report("uneven_reasons", ledger_.item("alternatives", poor), id(poor),
                   {std::to_string(most->reasons_for), " reasons speak for ", quote(id(rich)), ", and ",
                    std::to_string(least->reasons_for), " for ", quote(id(poor)), "."});
  }

  static std::uint32_t words_a_reason(const Balance& of) {
    return of.reasons_for == 0 ? 0 : 100 * of.words_for / of.reasons_for;
  }

  void compare_words() {
    const auto shorter = [](const Balance& a, const Balance& b) { return words_a_reason(a) < words_a_reason(b); };
    const auto [least, most] = std::minmax_element(balance_.begin(), balance_.end(), shorter);
    const std::uint32_t few = words_a_reason(*least), many = words_a_reason(*most);
    if (few == 0 || many * 100 <= few * uneven_percent) return;
    const auto brief = static_cast<std::size_t>(least - balance_.begin()),
               wordy = static_cast<std::size_t>(most - balance_.begin());
    ledger_.report("uneven_words", ledger_.item("alternatives", brief), id(brief),
                   {"A reason for ", quote(id(wordy)), " has ", std::to_string(many / 100),
                    " words on average, and one for ", quote(id(brief)), " has ", std::to_string(few / 100), "."});
  }

  void compare_orders() {
    for (std::size_t a = 0; a < balance_.size(); ++a) {
      const std::size_t questions = decision_.questions.size();
      if (questions < few_questions || balance_[a].first_choices * 100 < questions * first_percent) continue;
      ledger_.report("uneven_order", ledger_.item("alternatives", a), id(a),
                     {"The first choice of ", std::to_string(balance_[a].first_choices), " of ",
                      std::to_string(questions), " questions favours ", quote(id(a)), "."},
                     {"Order the choices by their meaning, so that no alternative always comes first."});
    }
  }

  const Pack& pack_;
  Ledger& ledger_;
  std::span<const std::string_view> interface_languages_;
  const PackContent& content_;
  const Decision& decision_;
  std::vector<Balance> balance_;
  std::vector<bool> cited_;
};

}  // namespace

std::vector<Balance> inspect_texts(const Pack& pack, Ledger& ledger,
                                   std::span<const std::string_view> interface_languages) {
  return TextCheck(pack, ledger, interface_languages).run();
}

}  // namespace decision_card::inspection
