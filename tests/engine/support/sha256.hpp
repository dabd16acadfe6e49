// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace decision_card::tests {

/// As the recorded corpus has it: 64 hexadecimal digits.
std::string sha256(std::string_view text);

}  // namespace decision_card::tests
