// SPDX-License-Identifier: MIT
// Citations, and whether the alternatives are spoken for alike. What is even here is the author's to judge: notes only.
#include <algorithm>
#include <span>

#include "inspection/space.hpp"

namespace decision_card {

namespace {

/// From here on a difference between alternatives is worth a look.
constexpr std::uint32_t uneven_factor = 3;     ///< so many times the reasons
constexpr std::uint32_t uneven_percent = 150;  ///< the words of a reason, in percent
constexpr std::uint32_t first_percent = 60;    ///< of the questions begin with what favours one alternative
constexpr std::uint32_t few_questions = 4;     ///< fewer say nothing

std::uint32_t words_in(std::string_view text) {
  std::uint32_t words = 0;
  bool inside = false;
  for (const char c : text) {
    words += c != ' ' && !inside;
    inside = c != ' ';
  }
  return words;
}

class TextCheck {
 public:
  explicit TextCheck(Inspector& inspector)
      : inspector_(inspector),
        content_(inspector.pack.content()),
        decision_(inspector.decision),
        cited_(content_.sources.size()) {}

  void run() {
    cite(decision_.questions, "questions", {});
    cite(decision_.rules, "rules", "uncited_rule");
    cite(decision_.gates, "gates", "uncited_gate");
    cite(decision_.recommendations, "recommendations", "uncited_recommendation");
    cite(decision_.notes, "notes", "uncited_note");
    for (std::size_t k = 0; k < decision_.recommendations.size(); ++k) cite_claims(k);
    for (const EstimateInput& input : decision_.estimates.inputs) use(input.sources);
    use_in_rubric();
    for (std::size_t k = 0; k < cited_.size(); ++k) {
      if (!cited_[k]) report_unused(k);
    }
    weigh();
    translate();
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
  void report_uncited(std::string_view code, std::string path, std::string_view id) {
    if (cited_.empty() || code.empty()) return;
    inspector_.report(code, std::move(path), id, {quote(id), " names no source here."}, {"Add \"sources\"."});
  }

  template <class T>
  void cite(const std::vector<T>& items, std::string_view list, std::string_view code) {
    for (std::size_t k = 0; k < items.size(); ++k) {
      use(items[k].sources);
      if (items[k].sources.empty()) report_uncited(code, path_of(list, k), items[k].id);
    }
  }

  void cite_claims(std::size_t index) {
    const Recommendation& entry = decision_.recommendations[index];
    const std::pair<std::string_view, const std::vector<Claim>*> lists[] = {
        {"steps", &entry.steps}, {"risks", &entry.risks}, {"measure", &entry.measure}, {"costs", &entry.costs}};
    for (const auto& [name, claims] : lists) {
      for (std::size_t k = 0; k < claims->size(); ++k) {
        use((*claims)[k].sources);
        if ((*claims)[k].sources.empty())
          report_uncited("uncited_claim", joined({path_of("recommendations", index, name), "/", std::to_string(k)}),
                         entry.id);
      }
    }
  }

  /// A card in a language without a catalogue says its own words in English, beside the pack's.
  void translate() {
    const std::string_view language = content_.language.substr(0, content_.language.find('-'));
    const auto known = inspector_.interface_languages;
    if (known.empty() || std::find(known.begin(), known.end(), language) != known.end()) return;
    inspector_.report(
        "untranslated_interface", "/language", {},
        {"The card's own words are not translated into ", quote(content_.language), "; they are English."},
        {"Add a catalogue of that language, or accept this."});
  }

  void report_unused(std::size_t k) {
    inspector_.report("unused_source", "/sources/" + std::to_string(k), content_.sources[k].id,
                      {"Nothing cites the source ", quote(content_.sources[k].id), "."}, {"Cite it, or remove it."});
  }

  void weigh() {
    std::vector<Balance>& balance = inspector_.result.balance;
    balance.resize(decision_.alternatives.size());
    for (const Rule& rule : decision_.rules) {
      for (std::size_t a = 0; a < balance.size(); ++a) {
        if (rule.points[a] == 0) continue;
        ++(rule.points[a] > 0 ? balance[a].reasons_for : balance[a].reasons_against);
        (rule.points[a] > 0 ? balance[a].words_for : balance[a].words_against) += words_in(rule.because);
      }
    }
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) {
      if (const int favoured = favoured_by_first(q); favoured >= 0)
        ++balance[static_cast<std::size_t>(favoured)].first_choices;
    }
    compare_reasons();
    compare_words();
    compare_orders();
  }

  /// The only alternative to which the first choice gives the most points, or -1.
  [[nodiscard]] int favoured_by_first(std::size_t question) const {
    const std::int32_t* const points = inspector_.pack.program().single_points[question].data();
    const std::int32_t* const end = points + decision_.alternatives.size();
    const std::int32_t* const best = std::max_element(points, end);
    return *best > 0 && std::count(points, end, *best) == 1 ? static_cast<int>(best - points) : -1;
  }

  [[nodiscard]] std::string_view id(std::size_t alternative) const { return decision_.alternatives[alternative].id; }

  void compare_reasons() {
    const auto& balance = inspector_.result.balance;
    const auto fewer = [](const Balance& a, const Balance& b) { return a.reasons_for < b.reasons_for; };
    const auto [least, most] = std::minmax_element(balance.begin(), balance.end(), fewer);
    if (most->reasons_for <= uneven_factor * least->reasons_for) return;
    const auto poor = static_cast<std::size_t>(least - balance.begin()),
               rich = static_cast<std::size_t>(most - balance.begin());
    inspector_.report("uneven_reasons", path_of("alternatives", poor), id(poor),
                      {std::to_string(most->reasons_for), " reasons speak for ", quote(id(rich)), ", and ",
                       std::to_string(least->reasons_for), " for ", quote(id(poor)), "."});
  }

  static std::uint32_t words_a_reason(const Balance& balance) {
    return balance.reasons_for == 0 ? 0 : 100 * balance.words_for / balance.reasons_for;
  }

  void compare_words() {
    const auto& balance = inspector_.result.balance;
    const auto shorter = [](const Balance& a, const Balance& b) { return words_a_reason(a) < words_a_reason(b); };
    const auto [least, most] = std::minmax_element(balance.begin(), balance.end(), shorter);
    const std::uint32_t few = words_a_reason(*least), many = words_a_reason(*most);
    if (few == 0 || many * 100 <= few * uneven_percent) return;
    const auto brief = static_cast<std::size_t>(least - balance.begin()),
               wordy = static_cast<std::size_t>(most - balance.begin());
    inspector_.report("uneven_words", path_of("alternatives", brief), id(brief),
                      {"A reason for ", quote(id(wordy)), " has ", std::to_string(many / 100),
                       " words on average, and one for ", quote(id(brief)), " has ", std::to_string(few / 100), "."});
  }

  void compare_orders() {
    const auto& balance = inspector_.result.balance;
    for (std::size_t a = 0; a < balance.size(); ++a) {
      const std::size_t questions = decision_.questions.size();
      if (questions < few_questions || balance[a].first_choices * 100 < questions * first_percent) continue;
      inspector_.report("uneven_order", path_of("alternatives", a), id(a),
                        {"The first choice of ", std::to_string(balance[a].first_choices), " of ",
                         std::to_string(questions), " questions favours ", quote(id(a)), "."},
                        {"Order the choices by their meaning, so that no alternative always comes first."});
    }
  }

  Inspector& inspector_;
  const PackContent& content_;
  const Decision& decision_;
  std::vector<bool> cited_;
};

}  // namespace

void inspect_texts(Inspector& inspector) { TextCheck(inspector).run(); }

}  // namespace decision_card
