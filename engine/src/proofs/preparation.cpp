// SPDX-License-Identifier: MIT
#include "decision_card/budgets.hpp"
#include "decision_card/outlook.hpp"
#include "proofs/outlook_builder.hpp"

namespace decision_card {

class Preparation {
 public:
  Preparation(const Pack& pack, std::size_t most_steps)
      : pack_(pack), none_(Answers::none(pack.decision().questions.size())) {
    if (proofs::weights_are_exact(pack.decision()))
      builder_ = diagram::start_diagram(pack.program(), pack.decision(), none_,
                                        diagram::recommendations_of(pack.decision()), most_steps, diagram_);
  }

  bool advance(std::size_t steps) {
    if (builder_ && !diagram::advance(*builder_, steps)) {
      builder_.reset();
      if (!diagram_.complete) {
        base::Array<std::uint32_t>().swap(diagram_.children);
        return false;
      }
      counting_ = std::make_unique<proofs::OutlookBuilder>(pack_, none_);
      counting_->start(diagram_);
    } else if (counting_ && !counting_->advance()) {
      first_ = counting_->result();
      counting_.reset();
    }
    return builder_ || counting_;
  }

  Outlook outlook(const Answers& answers) {
    const bool none = answers.choices == none_.choices;
    while (none && advance(budgets::preparation_steps)) {
    }
    if (builder_ || !diagram_.complete) return decision_card::outlook(pack_, answers);
    return none ? first_ : proofs::OutlookBuilder(pack_, answers).run(diagram_);
  }

 private:
  Pack pack_;
  Answers none_;
  diagram::Diagram diagram_{};
  std::shared_ptr<diagram::DiagramBuilder> builder_{};  ///< while the diagram is made
  std::unique_ptr<proofs::OutlookBuilder> counting_{};  ///< while the first outlook is made
  Outlook first_{};                                     ///< of no answers
};

std::shared_ptr<Preparation> start_preparation(const Pack& pack, std::size_t most_steps) {
  return std::make_shared<Preparation>(pack, most_steps);
}

bool advance(Preparation& preparation, std::size_t steps) { return preparation.advance(steps); }

Outlook outlook(Preparation& preparation, const Answers& answers) { return preparation.outlook(answers); }

}  // namespace decision_card
