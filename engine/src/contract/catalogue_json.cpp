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
               [this](const auto& entry) { write_recommendation(entry); });
    write_list(json_, "rules", decision_.rules, [this](const auto& rule) { write_rule(rule); });
    write_list(json_, "gates", decision_.gates, [this](const auto& gate) { write_gate(gate); });
    write_list(json_, "why_not", decision_.recommendations, [this](const auto& entry) { write_why_not(entry); });
    write_list(json_, "notes", decision_.notes, [this](const auto& note) { write_note(json_, note, content_); });
    if (!is_plain(decision_.gates_text)) write_variants("gates_text", decision_.gates_text);
    json_.close_object();
  }

 private:
  void write_variants(const char* name, const Variants& text) {
    if (!text.empty()) write_list(json_, name, text, [this](const Variant& variant) { json_.value(variant.text); });
  }

  void write_claims(const char* name, const std::vector<Claim>& claims) {
    write_list(json_, name, claims, [this](const Claim& claim) { write_claim(json_, claim, content_); });
  }

  void write_recommendation(const Recommendation& entry) {
    json_.open_object().member("id", entry.id).member("title", entry.title);
    write_variants("summary", entry.summary);
    write_variants("despite", entry.despite);
    write_ids(json_, "alternatives", entry.alternatives, decision_.alternatives);
    write_claims("steps", entry.steps);
    write_claims("risks", entry.risks);
    write_claims("measure", entry.measure);
    write_claims("costs", entry.costs);
    write_sources(json_, entry.sources, content_);
    json_.close_object();
  }

  void write_rule(const Rule& rule) {
    json_.open_object().member("rule", rule.id).member("because", rule.because).text_if_any("detail", rule.detail);
    write_points(json_, rule, decision_);
    write_sources(json_, rule.sources, content_);
    json_.close_object();
  }

  void write_gate(const Gate& gate) {
    json_.open_object().member("id", gate.id).member("text", gate.text);
    write_variants("pass", gate.pass);
    write_variants("fail", gate.fail);
    write_variants("unknown", gate.unknown);
    write_sources(json_, gate.sources, content_);
    json_.close_object();
  }

  void write_why_not(const Recommendation& entry) {
    json_.open_object().member("id", entry.id).member("title", entry.title);
    write_variants("text", entry.why_not);
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
