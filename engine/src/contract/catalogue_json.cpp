// SPDX-License-Identifier: MIT
#include "contract/pack_parts.hpp"
#include "decision_card/contract.hpp"

namespace decision_card::contract {

namespace {

class CatalogueWriter {
 public:
  CatalogueWriter(std::string& out, const Pack& pack)
      : json_(out), content_(pack.content()), decision_(pack.decision()) {}

  void run() {
    json_.open_object();
    write_list(json_, "recommendations", decision_.recommendations,
               [this](const auto& entry) { write_recommendation(json_, entry, content_); });
    write_list(json_, "rules", decision_.rules, [this](const auto& rule) { write_rule(rule); });
    write_list(json_, "gates", decision_.gates, [this](const auto& gate) { write_gate(gate); });
    write_list(json_, "why_not", decision_.recommendations, [this](const auto& entry) { write_why_not(entry); });
    write_list(json_, "notes", decision_.notes, [this](const auto& note) { write_note(json_, note, content_); });
    json_.close_object();
  }

 private:
  void write_rule(const Rule& rule) {
    json_.open_object().member("rule", rule.id).member("because", rule.because);
    write_points(json_, rule, decision_);
    write_sources(json_, rule.sources, content_);
    json_.close_object();
  }

  void write_gate(const Gate& gate) {
    json_.open_object().member("id", gate.id).member("text", gate.text);
    json_.text_if_any("pass", gate.pass).text_if_any("fail", gate.fail).text_if_any("unknown", gate.unknown);
    write_sources(json_, gate.sources, content_);
    json_.close_object();
  }

  void write_why_not(const Recommendation& entry) {
    json_.open_object().member("id", entry.id).member("title", entry.title).text_if_any("text", entry.why_not);
    json_.close_object();
  }

  JsonWriter json_;
  const PackContent& content_;
  const Decision& decision_;
};

}  // namespace

}  // namespace decision_card::contract

namespace decision_card {

std::string catalogue_json(const Pack& pack) {
  std::string out;
  contract::CatalogueWriter(out, pack).run();
  return out;
}

}  // namespace decision_card
