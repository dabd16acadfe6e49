// SPDX-License-Identifier: MIT
// C library functions that the parser and embind name, replaced because the library's own versions bring 15 KB of
// WebAssembly (software arithmetic on 128-bit numbers, and printf) for work that the host does exactly or nobody needs
// (docs/decisions/0002). Only the WebAssembly build links this file; native builds use their C library.
#include <emscripten/emscripten.h>

#include <cstring>

// Number() rounds decimal text to the nearest double, as strtod does.
EM_JS(double, dc_number, (const char* text), {
  let written = "";
  for (let at = text; HEAPU8[at]; ++at) written += String.fromCharCode(HEAPU8[at]);
  return Number(written);
});

namespace {

/// Each replacement knows one format; a new user of the function must not get nonsense silently.
void expect(const char* format, const char* known) {
  if (std::strcmp(format, known) != 0) __builtin_trap();
}

}  // namespace

extern "C" {

/// Called with one well-formed JSON number. Too large ones become infinite, as with the C library.
double __wrap_strtod(const char* text, char** end) {
  if (end != nullptr) *end = const_cast<char*>(text) + std::strlen(text);
  return dc_number(text);
}

/// embind prints a type's address as its name in an error message about types it does not know. It knows all of ours.
int __wrap_siprintf(char* out, const char* format, ...) {
  expect(format, "%p");
  *out = '\0';
  return 0;
}

// The tables behind type information, which the C++ library's exception classes name. There are no exceptions and no
// RTTI, so nobody looks at them; the library's own bring dynamic_cast.
void* _ZTVN10__cxxabiv117__class_type_infoE[8];
void* _ZTVN10__cxxabiv120__si_class_type_infoE[8];
void* _ZTVN10__cxxabiv121__vmi_class_type_infoE[8];
}
