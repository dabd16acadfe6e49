// SPDX-License-Identifier: MIT
#include "document/fields.hpp"

#include <algorithm>

namespace decision_card::document {

using base::joined;
using base::Parts;
using base::quote;

namespace {

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool valid_id(std::string_view id) {
  if (id.empty() || id.size() > 64 || id[0] < 'a' || id[0] > 'z') return false;
  return std::all_of(id.begin(), id.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; });
}

bool is_date(std::string_view text) {
  constexpr std::string_view pattern = "0000-00-00";
  if (text.size() != pattern.size()) return false;
  for (std::size_t k = 0; k < text.size(); ++k) {
    const bool digit = text[k] >= '0' && text[k] <= '9';
    if (pattern[k] == '0' ? !digit : text[k] != pattern[k]) return false;
  }
  return true;
}

}  // namespace

Fields::Fields(JsonValue object, Reporter& reporter, std::initializer_list<std::string_view> known, bool editor_keys)
    : object_(object), reporter_(reporter), valid_(object.is(JsonKind::object)) {
  if (!valid_) {
    reporter.report("wrong_type", object, {"This must be an object, and it is ", kind_name(object.kind()), "."});
    return;
  }
  for (const JsonValue member : object) {
    if (editor_keys && member.key().starts_with('$')) continue;
    if (std::find(known.begin(), known.end(), member.key()) != known.end()) continue;
    misspelt_.push_back(reporter.nearest(member.key(), known));
    reporter.report_key("unknown_field", member,
                        {"The field ", quote(member.key()), " is not part of the format here."},
                        {reporter.did_you_mean(member.key(), known)});
  }
}

std::optional<JsonValue> Fields::find(const char* literal, Need need) {
  if (!valid_) return std::nullopt;
  const std::string_view name = literal;
  for (const JsonValue member : object_) {
    if (member.key() == name) return member;
  }
  const bool misspelt = std::find(misspelt_.begin(), misspelt_.end(), name) != misspelt_.end();
  if (need == required && !misspelt)
    reporter_.report("missing_field", object_, {"The field ", quote(name), " is missing here."}, {"Add it."});
  return std::nullopt;
}

std::optional<JsonValue> Fields::find(const char* name, JsonKind kind, Need need) {
  const auto member = find(name, need);
  if (!member || member->is(kind)) return member;
  reporter_.report("wrong_type", *member,
                   {quote(name), " must be ", kind_name(kind), ", and it is ", kind_name(member->kind()), "."});
  return std::nullopt;
}

std::string_view Fields::text(const char* name, Need need) {
  const auto member = find(name, JsonKind::text, need);
  if (!member) return {};
  if (blank(member->text()))
    reporter_.report("empty_text", *member, {quote(name), " is empty."},
                     {need == required ? "Write the text." : "Write the text or remove the field."});
  return member->text();
}

std::string_view Fields::id() {
  const std::string_view id = text("id", required);
  if (!id.empty()) check_id(*find("id", required), id);
  return id;
}

void Fields::check_id(JsonValue at, std::string_view id) {
  if (valid_id(id)) return;
  reporter_.report("bad_id", at, {quote(id), " can't be an id."},
                   {"Start with a small letter; go on with small letters, digits, _ or -, at most 64 in all."});
}

std::string_view Fields::date(const char* name, Need need) {
  const std::string_view date = text(name, need);
  if (!date.empty() && !is_date(date)) {
    reporter_.report("bad_date", *find(name, need), {quote(date), " is not a valid ", name, "."},
                     {"Write year-month-day, for example \"2026-01-31\"."});
  }
  return date;
}

bool Fields::flag(const char* name) {
  const auto member = find(name, JsonKind::boolean, optional);
  return member && member->flag();
}

void Fields::report_size(const char* code, JsonValue list, const char* name, Parts bound) {
  reporter_.report(code, list, {quote(name), " holds ", std::to_string(list.size()), "; ", joined(bound)});
}

std::optional<JsonValue> Fields::list(const char* name, std::size_t least, std::size_t most, Need need) {
  return sized(name, JsonKind::list, least, most, need);
}

std::optional<JsonValue> Fields::sized(const char* name, JsonKind kind, std::size_t least, std::size_t most,
                                       Need need) {
  const auto member = find(name, kind, need);
  if (!member) return member;
  const std::uint32_t size = member->size();
  if (size < least)
    report_size("too_few", *member, name,
                {"at least ", std::to_string(least), least == 1 ? " is needed." : " are needed."});
  if (size > most) report_size("too_many", *member, name, {"at most ", std::to_string(most), " are allowed."});
  return member;
}

Indices references(Fields& fields, const char* name, const std::vector<std::string_view>& ids, const char* code,
                   std::string_view what, std::size_t most) {
  Indices found;
  const auto list = fields.list(name, 0, most, Fields::optional);
  if (!list) return found;
  std::size_t read = 0;
  for (const JsonValue item : *list) {
    if (read++ == most) break;  // more are reported already
    if (!item.is(JsonKind::text)) {
      fields.reporter().report("wrong_type", item, {"An id is a text, and this is ", kind_name(item.kind()), "."});
      continue;
    }
    const auto at = static_cast<Index>(std::find(ids.begin(), ids.end(), item.text()) - ids.begin());
    if (at == ids.size()) {
      fields.reporter().report_unknown(code, item, item.text(), {what}, ids);
    } else if (std::find(found.begin(), found.end(), at) != found.end()) {
      fields.reporter().report("duplicate_id", item, {quote(item.text()), " is listed twice."},
                               {"Remove one of them."});
    } else {
      found.push_back(at);
    }
  }
  return found;
}

}  // namespace decision_card::document
