// SPDX-License-Identifier: MIT
#pragma once

#include "contract/json_writer.hpp"
#include "decision_card/pack.hpp"

namespace decision_card {

/// Writes those parts of a pack that the verdict and the catalogue have in common.
class PackWriter {
 protected:
  PackWriter(std::string& out, const Pack& pack) : json_(out), content_(pack.content()), decision_(pack.decision()) {}

  template <class T, class Write>
  void write_list(const char* name, const std::vector<T>& items, const Write& write) {
    json_.key(name).open_list();
    for (const T& item : items) write(item);
    json_.close_list();
  }

  template <class T>
  void write_ids(const char* name, const Indices& indices, const std::vector<T>& items) {
    write_list(name, indices, [&](Index index) { json_.value(items[index].id); });
  }

  void write_sources(const Indices& sources) { write_ids("sources", sources, content_.sources); }
  void write_questions(const char* name, const Indices& questions) { write_ids(name, questions, decision_.questions); }
  void write_pack() {
    json_.key("pack").open_object().member("id", content_.id).member("version", content_.version).close_object();
  }
  void write_claims(const char* name, const std::vector<Claim>& claims);
  void write_recommendation(const Recommendation& entry);
  void write_points(const Rule& rule);
  void write_note(const Note& note);

  JsonWriter json_;
  const PackContent& content_;
  const Decision& decision_;
};

}  // namespace decision_card
