// SPDX-License-Identifier: MIT
// What stands before every mutated source: which mutant is switched on, and which ones were come by.
#pragma once

constexpr int dc_most_mutants = 8192;
extern unsigned char dc_reached[dc_most_mutants];
extern int dc_active;

inline bool dc_mutant(int number) {
  dc_reached[number] = 1;
  return number == dc_active;
}
