// SPDX-License-Identifier: MIT
// C library functions that nlohmann's lexer and embind name, replaced because the library's own versions bring 15 KB of
// WebAssembly (software arithmetic on 128-bit numbers, and printf) for work that the host does exactly or nobody needs
// (docs/decisions/0002). Only the WebAssembly build links this file; native builds use their C library.
#include <emscripten/emscripten.h>

#include <cstdarg>
#include <cstddef>
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

/// The lexer has a single use: a control character of an error message as "<U+%.4X>".
int __wrap_snprintf(char* out, std::size_t size, const char* format, ...) {
  expect(format, "<U+%.4X>");
  va_list arguments;
  va_start(arguments, format);
  const int control_character = va_arg(arguments, int);
  va_end(arguments);
  constexpr char digits[] = "0123456789ABCDEF";
  const char text[] = {'<', 'U', '+', '0', '0', digits[(control_character >> 4) & 15], digits[control_character & 15],
                       '>', '\0'};
  if (size >= sizeof text) std::memcpy(out, text, sizeof text);
  return static_cast<int>(sizeof text) - 1;
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
