// SPDX-License-Identifier: MIT
// Questions and choices that make no difference.
#include "inspection/space.hpp"

namespace decision_card {

namespace {

class QuestionCheck {
 public:
  explicit QuestionCheck(Inspector& inspector) : inspector_(inspector), decision_(inspector.decision) {}

  void run() {
    if (!inspector_.recommendations.complete)
      return inspector_.not_proved("differences", "/decision/questions", {},
                                   {"which questions and choices change the recommendation is open."});
    for (std::size_t q = 0; q < decision_.questions.size(); ++q) check(q);
    inspector_.proved("differences",
                      {std::to_string(decision_.questions.size()), " questions and all pairs of their choices",
                       all_known() ? "" : ", as to the recommendation only"});
  }

 private:
  [[nodiscard]] bool all_known() const { return inspector_.orders_known && inspector_.tells_known; }

  void check(std::size_t q) {
    if (inspector_.decides.any(q)) return check_choices(q);
    const bool seen = inspector_.orders.any(q) || inspector_.tells.any(q);
    if (seen || !all_known()) {
      report("question_never_decides", path_of("questions", q), q, 0, 1,
             {"No answer to ", quote(id(q)), " ever changes the recommendation."},
             {"Ask it only if its reasons are worth a question, and say so (\"accepted\")."});
    } else {
      report("question_changes_nothing", path_of("questions", q), q, 0, 1,
             {"No answer to ", quote(id(q)),
              " changes the recommendation, the order of the alternatives or anything else."},
             {"Remove it, or add the rules that it is meant for."});
    }
  }

  /// Each choice beside the first one before it that is like it.
  void check_choices(std::size_t q) {
    for (std::uint8_t b = 1; b < decision_.questions[q].choices.size(); ++b) {
      for (std::uint8_t a = 0; a < b; ++a) {
        if (inspector_.decides.between(q, a, b)) continue;
        report_pair(q, a, b);
        break;
      }
    }
  }

  void report_pair(std::size_t q, std::uint8_t a, std::uint8_t b) {
    const auto& choices = decision_.questions[q].choices;
    const bool seen = inspector_.orders.between(q, a, b) || inspector_.tells.between(q, a, b);
    const std::string where = joined({path_of("questions", q), "/choices/", std::to_string(b)});
    if (seen || !all_known()) {
      report("choice_never_decides", where, q, a, b,
             {quote(choices[b].id), " instead of ", quote(choices[a].id), " never changes the recommendation (",
              quote(id(q)), ")."},
             {});
    } else {
      report("same_choices", where, q, a, b,
             {quote(choices[a].id), " and ", quote(choices[b].id), " of ", quote(id(q)),
              " can't be told apart: nothing that a reader sees differs."},
             {"Join them, or add the rule that tells them apart."});
    }
  }

  void report(std::string_view code, std::string path, std::size_t q, std::uint8_t a, std::uint8_t b, Parts message,
              Parts suggestion) {
    Finding& finding = inspector_.report(code, std::move(path), id(q), message, suggestion);
    finding.witnesses = {inspector_.asking(q, a), inspector_.asking(q, b)};
  }

  [[nodiscard]] std::string_view id(std::size_t q) const { return decision_.questions[q].id; }

  Inspector& inspector_;
  const Decision& decision_;
};

}  // namespace

void inspect_questions(Inspector& inspector) { QuestionCheck(inspector).run(); }

}  // namespace decision_card
