// SPDX-License-Identifier: MIT
// Never compiled: each include below is one that the test "rooms" must refuse.
#include "decision_card/decide.hpp"

#include <emscripten/bind.h>
#include <nlohmann/json.hpp>
#include "../proofs/completions.hpp"
#include "decision_card/flips.hpp"
#include "proofs/completions.hpp"
