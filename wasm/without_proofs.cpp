// SPDX-License-Identifier: MIT
// Stands before the library in the module without proofs: what only outlooks and cost pictures use is not read, so that
// its readers stay out of the link. `check` and the module with proofs read it and say what is wrong with it.
#include "contract/estimates_writer.hpp"
#include "costs/estimates_reader.hpp"
#include "pack/priors.hpp"

namespace decision_card::costs {

void read_estimates(document::JsonValue /*value*/, const std::vector<std::string_view>& /*source_ids*/,
                    Decision& /*decision*/, document::Reporter& /*reporter*/) {}

}  // namespace decision_card::costs

namespace decision_card::contract {

void write_estimates(JsonWriter& /*json*/, const PackContent& /*content*/) {}

}  // namespace decision_card::contract

namespace decision_card::pack {

double read_prior(document::Fields& /*fields*/) { return 1; }

void check_priors(document::JsonValue /*choices*/, Question& /*question*/, document::Reporter& /*reporter*/) {}

}  // namespace decision_card::pack
