// SPDX-License-Identifier: MIT
#include "contract/pack_parts.hpp"

namespace decision_card {

void PackWriter::write_claims(const char* name, const std::vector<Claim>& claims) {
  write_list(name, claims, [this](const Claim& claim) {
    json_.open_object().member("text", claim.text);
    write_sources(claim.sources);
    json_.close_object();
  });
}

void PackWriter::write_recommendation(const Recommendation& entry) {
  json_.open_object().member("id", entry.id).member("title", entry.title).member("summary", entry.summary);
  write_ids("alternatives", entry.alternatives, decision_.alternatives);
  write_claims("steps", entry.steps);
  write_claims("risks", entry.risks);
  write_claims("measure", entry.measure);
  write_claims("costs", entry.costs);
  write_sources(entry.sources);
  json_.close_object();
}

void PackWriter::write_points(const Rule& rule) {
  json_.key("points").open_object();
  for (std::size_t a = 0; a < rule.points.size(); ++a) {
    if (rule.points[a] != 0) json_.key(decision_.alternatives[a].id).value(rule.points[a]);
  }
  json_.close_object();
}

void PackWriter::write_note(const Note& note) {
  json_.open_object().member("id", note.id).member("title", note.title).member("text", note.text);
  write_sources(note.sources);
  json_.close_object();
}

}  // namespace decision_card
