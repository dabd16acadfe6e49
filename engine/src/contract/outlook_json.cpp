// SPDX-License-Identifier: MIT
#include "contract/pack_parts.hpp"
#include "decision_card/contract.hpp"

namespace decision_card::contract {

namespace {

class OutlookWriter {
 public:
  OutlookWriter(std::string& out, const Pack& pack, const Outlook& outlook)
      : json_(out), content_(pack.content()), decision_(pack.decision()), outlook_(outlook) {}

  void run() {
    json_.open_object();
    write_pack(json_, "pack", content_);
    json_.member("exact", outlook_.exact).member("settled", outlook_.settled).key("next");
    if (outlook_.next) json_.value(decision_.questions[*outlook_.next].id);
    else json_.null();
    json_.key("prospects").open_list();
    for (std::size_t k = 0; k < outlook_.prospects.size(); ++k)
      write_prospect(decision_.recommendations[k], outlook_.prospects[k]);
    json_.close_list();
    write_list(json_, "questions", outlook_.questions, [this](const OpenQuestion& open) { write_question(open); });
    json_.key("scores").open_list();
    for (std::size_t a = 0; a < outlook_.scores.size(); ++a) write_score(decision_.alternatives[a], outlook_.scores[a]);
    json_.close_list().close_object();
  }

 private:
  template <class T>
  void if_proved(const char* name, T value) {
    if (outlook_.exact) json_.member(name, value);
    else json_.key(name).null();
  }

  void write_prospect(const Recommendation& entry, const Prospect& prospect) {
    json_.open_object().member("recommendation", entry.id).member("title", entry.title);
    if_proved("share", prospect.share);
    if_proved("possible", prospect.possible);
    json_.close_object();
  }

  void write_question(const OpenQuestion& open) {
    json_.open_object().member("question", decision_.questions[open.question].id).member("asked", open.asked);
    if_proved("matters", open.matters);
    if_proved("gain", open.gain);
    json_.close_object();
  }

  void write_score(const Alternative& entry, const ScoreRange& range) {
    json_.open_object()
        .member("alternative", entry.id)
        .member("name", entry.name)
        .member("lowest", range.lowest)
        .member("highest", range.highest)
        .member("exact", range.exact)
        .close_object();
  }

  JsonWriter json_;
  const PackContent& content_;
  const Decision& decision_;
  const Outlook& outlook_;
};

}  // namespace

}  // namespace decision_card::contract

namespace decision_card {

std::string outlook_json(const Pack& pack, const Outlook& outlook) {
  std::string out;
  contract::OutlookWriter(out, pack, outlook).run();
  return out;
}

}  // namespace decision_card
