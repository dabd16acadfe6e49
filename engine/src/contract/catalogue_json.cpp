// SPDX-License-Identifier: MIT
#include "contract/pack_parts.hpp"
#include "decision_card/contract.hpp"

namespace decision_card {

namespace {

class CatalogueWriter : private PackWriter {
 public:
  CatalogueWriter(std::string& out, const Pack& pack) : PackWriter(out, pack) {}

  void run() {
    json_.open_object();
    write_list("recommendations", decision_.recommendations,
               [this](const auto& entry) { write_recommendation(entry); });
    write_list("rules", decision_.rules, [this](const auto& rule) { write_rule(rule); });
    write_list("gates", decision_.gates, [this](const auto& gate) { write_gate(gate); });
    write_list("why_not", decision_.recommendations, [this](const auto& entry) { write_why_not(entry); });
    write_list("notes", decision_.notes, [this](const auto& note) { write_note(note); });
    json_.close_object();
  }

 private:
  void write_rule(const Rule& rule) {
    json_.open_object().member("rule", rule.id).member("because", rule.because);
    write_points(rule);
    write_sources(rule.sources);
    json_.close_object();
  }

  void write_gate(const Gate& gate) {
    json_.open_object().member("id", gate.id).member("text", gate.text);
    json_.text_if_any("pass", gate.pass).text_if_any("fail", gate.fail).text_if_any("unknown", gate.unknown);
    write_sources(gate.sources);
    json_.close_object();
  }

  void write_why_not(const Recommendation& entry) {
    json_.open_object().member("id", entry.id).member("title", entry.title).text_if_any("text", entry.why_not);
    json_.close_object();
  }
};

}  // namespace

std::string catalogue_json(const Pack& pack) {
  std::string out;
  CatalogueWriter(out, pack).run();
  return out;
}

}  // namespace decision_card
