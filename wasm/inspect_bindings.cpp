// SPDX-License-Identifier: MIT
// The bridge of the author's tools: two texts in, one JSON text out.
#include <emscripten/emscripten.h>

#include <array>
#include <string>

#include "decision_card/diff.hpp"
#include "decision_card/inspect.hpp"

namespace {

std::array<std::string, 2> inputs;
std::string output;

const char* give(std::string text) {
  output = std::move(text);
  return output.c_str();
}

}  // namespace

extern "C" {

/// Where the caller writes the text of a pack, of this many bytes of UTF-8: the first, or the second that is compared.
EMSCRIPTEN_KEEPALIVE char* dc_text(int which, int size) {
  std::string& input = inputs[which == 0 ? 0 : 1];
  input.resize(static_cast<std::size_t>(size));
  return input.data();
}

/// JSON text, ending with a zero byte; valid until the next call.
EMSCRIPTEN_KEEPALIVE const char* dc_inspect() { return give(decision_card::inspect_json(inputs[0])); }
EMSCRIPTEN_KEEPALIVE const char* dc_diff() { return give(decision_card::diff_json(inputs[0], inputs[1])); }
}
