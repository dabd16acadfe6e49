// SPDX-License-Identifier: MIT
#include "decision_card/json.hpp"
#include "pack_writer.hpp"

namespace decision_card {

namespace {

class FlipsWriter : private PackWriter {
 public:
  FlipsWriter(std::string& out, const Pack& pack, const Answers& answers, const Flips& flips)
      : PackWriter(out, pack), answers_(answers), flips_(flips) {}

  void run() {
    json_.open_object();
    write_pack();
    json_.member("exact", flips_.exact).member("recommendation", id_of(flips_.recommendation));
    write_margin();
    write_list("sensitivity", flips_.sensitivity, [this](const Sensitivity& row) { write_sensitivity(row); });
    write_list("targets", flips_.targets, [this](const FlipTarget& target) { write_target(target); });
    if (flips_.reason) write_list("reason", *flips_.reason, [this](Index question) { write_given(question); });
    else json_.key("reason").null();
    json_.close_object();
  }

 private:
  [[nodiscard]] std::string_view id_of(Index recommendation) const {
    return decision_.recommendations[recommendation].id;
  }
  [[nodiscard]] std::string_view choice_id(Index question, std::uint8_t choice) const {
    return decision_.questions[question].choices[choice].id;
  }

  void write_margin() {
    json_.key("margin").open_object().member("same", flips_.same).member("of", flips_.of).key("nearest");
    if (flips_.targets.empty() || flips_.targets.front().changes == 0) {
      json_.null();
    } else {
      const FlipTarget& nearest = flips_.targets.front();
      json_.open_object()
          .member("recommendation", id_of(nearest.recommendation))
          .member("changes", nearest.changes)
          .close_object();
    }
    json_.close_object();
  }

  void write_sensitivity(const Sensitivity& row) {
    const std::uint8_t given = answers_.choices[row.question];
    json_.open_object()
        .member("question", decision_.questions[row.question].id)
        .member("choice", choice_id(row.question, given))
        .member("changeable", decision_.questions[row.question].changeable)
        .key("others")
        .open_list();
    for (std::uint8_t choice = 0; choice < row.recommendations.size(); ++choice) {
      if (choice == given) continue;
      json_.open_object()
          .member("choice", choice_id(row.question, choice))
          .member("recommendation", id_of(row.recommendations[choice]))
          .close_object();
    }
    json_.close_list().close_object();
  }

  void write_target(const FlipTarget& target) {
    json_.open_object()
        .member("recommendation", id_of(target.recommendation))
        .member("title", decision_.recommendations[target.recommendation].title)
        .key("changes");
    if (target.changes == 0) json_.null();
    else json_.value(target.changes);
    json_.member("exact", target.exact).member("searched", target.searched).member("count", target.count);
    write_list("flips", target.flips, [this](const Flip& flip) { write_flip(flip); });
    json_.close_object();
  }

  void write_flip(const Flip& flip) {
    json_.open_object();
    write_list("changes", flip.changes, [this](const Change& change) {
      json_.open_object()
          .member("question", decision_.questions[change.question].id)
          .member("from", choice_id(change.question, answers_.choices[change.question]))
          .member("to", choice_id(change.question, change.choice))
          .close_object();
    });
    json_.member("changeable", flip.changeable).close_object();
  }

  void write_given(Index question) {
    json_.open_object()
        .member("question", decision_.questions[question].id)
        .member("choice", choice_id(question, answers_.choices[question]))
        .close_object();
  }

  const Answers& answers_;
  const Flips& flips_;
};

}  // namespace

std::string flips_json(const Pack& pack, const Answers& answers, const Flips& flips) {
  std::string out;
  FlipsWriter(out, pack, answers, flips).run();
  return out;
}

}  // namespace decision_card
