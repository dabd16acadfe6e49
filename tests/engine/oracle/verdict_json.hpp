// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "decision_card/verdict.hpp"

namespace decision_card {

/// The verdict's JSON written straight from the verdict. What ships crosses as numbers and is put together by the shell
/// (docs/decisions/0005); tests hold its bytes against these.
std::string verdict_json(const Pack& pack, const Answers& answers, const Verdict& verdict);

}  // namespace decision_card
