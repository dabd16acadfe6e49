// SPDX-License-Identifier: MIT
#include "contract/json_writer.hpp"

#include "decision_card/pack.hpp"

namespace decision_card::contract {

namespace {

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

void escape(std::string& out, char c) {
  constexpr char digits[] = "0123456789abcdef";
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  const auto byte = static_cast<unsigned char>(c);
  out += "\\u00";
  out += digits[byte >> 4];
  out += digits[byte & 15];
}

}  // namespace

void JsonWriter::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::decimal(double number) {
  constexpr std::int64_t one = 1'000'000;
  const std::int64_t millionths = NumberRange::whole(number), size = millionths < 0 ? -millionths : millionths;
  std::string text = (millionths < 0 ? "-" : "") + std::to_string(size / one);
  if (size % one != 0) {
    text += "." + std::to_string(one + size % one).substr(1);
    while (text.back() == '0') text.pop_back();
  }
  return raw(text);
}

JsonWriter& JsonWriter::close(char bracket) {
  out_ += bracket;
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  value(name);
  out_ += ':';
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(const char* literal) { return key(std::string_view(literal)); }

JsonWriter& JsonWriter::value(const char* text) { return value(std::string_view(text)); }

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  out_ += '"';
  std::size_t start = 0;
  for (std::size_t k = 0; k < text.size(); ++k) {
    if (is_plain(text[k])) continue;
    out_.append(text.substr(start, k - start));
    escape(out_, text[k]);
    start = k + 1;
  }
  out_.append(text.substr(start));
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  out_.append(json);
  return *this;
}

}  // namespace decision_card::contract
