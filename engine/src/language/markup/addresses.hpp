// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace decision_card::language {

// Addresses of the web and of mail are no text, though they are full of words.

/// True for a stop within one: "www.example.org", "example.com", "example.museum/page".
bool is_address(std::string_view text, std::size_t stop, std::size_t end);
/// Returns where the address begins that the mark lies in.
std::size_t address_start(std::string_view text, std::size_t mark);
/// Returns where it ends, without the marks of the sentence around it.
std::size_t address_end(std::string_view text, std::size_t from);

}  // namespace decision_card::language
