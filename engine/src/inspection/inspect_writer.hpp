// SPDX-License-Identifier: MIT
#pragma once

#include "contract/pack_parts.hpp"
#include "decision/situation.hpp"
#include "decision_card/inspect.hpp"

namespace decision_card {

/// Writes what inspections and differences have in common.
class InspectWriter : protected PackWriter {
 protected:
  InspectWriter(std::string& out, const Pack& pack) : PackWriter(out, pack), pack_(pack) {}

  /// The answers to questions that are asked, as a card would take them.
  void write_answers(const Answers& answers);
  void write_finding(const Finding& finding);

  const Pack& pack_;
};

}  // namespace decision_card
