// SPDX-License-Identifier: MIT
#include "decision/answers_reader.hpp"
#include "decision_card/limits.hpp"
#include "decision_card/pack.hpp"
#include "document/fields.hpp"

namespace decision_card::pack {

using base::quote;
using document::Fields;
using document::index_of;
using document::JsonKind;
using document::JsonValue;
using document::kind_name;
using document::Reporter;

namespace {

bool is_version(std::string_view text) {
  int parts = 0;
  while (true) {
    const std::size_t dot = text.find('.');
    const std::string_view part = text.substr(0, dot);
    if (part.empty() || part.size() > 9 || part.find_first_not_of("0123456789") != std::string_view::npos) return false;
    ++parts;
    if (dot == std::string_view::npos) return parts == 3;
    text.remove_prefix(dot + 1);
  }
}

bool is_language(std::string_view text) {
  const std::string_view primary = text.substr(0, text.find('-'));
  return primary.size() >= 2 && primary.size() <= 8 && text.size() <= 35 && text.back() != '-' &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
             std::string_view::npos;
}

/// https, a host, and nothing that a browser strips or rewrites (blanks, control characters, backslashes, quotes).
bool is_https(std::string_view url) {
  constexpr std::string_view scheme = "https://";
  if (!url.starts_with(scheme) || url.size() == scheme.size() || url[scheme.size()] == '/') return false;
  for (const char c : url) {
    if (static_cast<unsigned char>(c) <= ' ' || c == '\\' || c == '"' || c == '<' || c == '>') return false;
  }
  return true;
}

class PackReader {
 public:
  PackReader(JsonValue root, const Sections& sections, Reporter& reporter)
      : fields_(root, reporter,
                {"format", "id", "version", "language", "title", "description", "updated", "authors", "sources",
                 "interface", "decision", "rubric"},
                true),
        sections_(sections),
        reporter_(reporter) {}

  PackContent read() {
    if (!fields_.valid()) return std::move(content_);
    read_format();
    content_.id = fields_.id();
    content_.version = checked_text("version", Fields::required, is_version, "bad_version",
                                    "Write major.minor.patch, for example \"1.0.0\".");
    content_.language = checked_text("language", Fields::required, is_language, "bad_language",
                                     "Write a language tag such as \"en\" or \"pt-BR\".");
    content_.title = fields_.text("title", Fields::required);
    content_.description = fields_.text("description", Fields::optional);
    content_.updated = fields_.date("updated", Fields::optional);
    read_authors();
    read_sources();
    read_interface();
    read_sections();
    return std::move(content_);
  }

 private:
  void read_sections() {
    const auto rubric = fields_.find("rubric", JsonKind::object, Fields::optional);
    const auto decision = fields_.find("decision", JsonKind::object, rubric ? Fields::optional : Fields::required);
    if (decision && sections_.decision != nullptr) sections_.decision(*decision, content_, reporter_);
    if (rubric && sections_.rubric != nullptr) sections_.rubric(*rubric, content_, reporter_);
  }

  void read_format() {
    const auto format = fields_.find("format", JsonKind::number, Fields::required);
    if (format && format->number() != 1) {
      reporter_.report("pack_format", *format,
                       {"This engine reads packs of format 1, and this one says ", format->text(), "."},
                       {"Use a newer engine, or write \"format\": 1."});
    }
  }

  template <class Check>
  std::string_view checked_text(const char* name, Fields::Need need, Check check, const char* code,
                                std::string_view suggestion) {
    const std::string_view text = fields_.text(name, need);
    if (!text.empty() && !check(text))
      reporter_.report(code, *fields_.find(name, need), {quote(text), " is not a valid ", name, "."}, {suggestion});
    return text;
  }

  void read_authors() {
    const auto list = fields_.list("authors", 0, limits::list_items, Fields::optional);
    if (!list) return;
    for (const JsonValue author : *list) {
      if (author.is(JsonKind::text)) content_.authors.push_back(author.text());
      else reporter_.report("wrong_type", author, {"An author is a text, and this is ", kind_name(author.kind()), "."});
    }
  }

  void read_sources() {
    const auto list = fields_.list("sources", 0, limits::sources, Fields::optional);
    if (!list) return;
    for (const JsonValue item : *list) {
      Fields fields(item, reporter_, {"id", "title", "url", "published", "note"});
      if (!fields.valid()) continue;
      Source source{fields.id(), fields.text("title", Fields::required), fields.text("url", Fields::optional),
                    fields.text("published", Fields::optional), fields.text("note", Fields::optional)};
      if (!source.url.empty() && !is_https(source.url)) {
        reporter_.report("bad_url", *fields.find("url", Fields::optional),
                         {quote(source.url), " can't be shown as a link."},
                         {"Write a full address that begins with https:// and has no blanks or quotation marks."});
      }
      if (index_of(content_.sources, source.id)) reporter_.report_duplicate(item, source.id);
      content_.sources.push_back(std::move(source));
    }
  }

  /// What a card says in the author's words: a text, or one for each plural form. Which there are, the shell knows.
  void read_interface() {
    const auto words = fields_.find("interface", JsonKind::object, Fields::optional);
    if (!words) return;
    for (const JsonValue entry : *words) {
      if (entry.is(JsonKind::text)) continue;
      Fields forms(entry, reporter_, {"zero", "one", "two", "few", "many", "other"});
      for (const JsonValue form : forms.object()) {
        if (!form.is(JsonKind::text))
          reporter_.report("wrong_type", form, {"A form is a text, and this is ", kind_name(form.kind()), "."});
      }
      if (forms.valid()) forms.find("other", Fields::required);
    }
  }

  Fields fields_;
  const Sections& sections_;
  Reporter& reporter_;
  PackContent content_;
};

}  // namespace

}  // namespace decision_card::pack

namespace decision_card {

Result<Pack> parse_pack(std::string_view text, const Sections& sections) {
  Result<document::JsonDocument> parsed = document::JsonDocument::parse(text);
  if (!parsed) return parsed.take_problems();
  return parse_pack(parsed.take(), sections);
}

Result<Pack> parse_pack(document::JsonDocument document, const Sections& sections) {
  document::Reporter reporter;
  PackContent content = pack::PackReader(document::JsonValue(document, 0), sections, reporter).read();
  if (!reporter.clean()) return reporter.take();
  content.texts = document.texts();
  std::shared_ptr<const decision::Program> program = sections.compile ? sections.compile(content.decision) : nullptr;
  return Pack(std::make_shared<const PackContent>(std::move(content)), std::move(program));
}

Result<Answers> parse_answers(const Pack& pack, std::string_view text) {
  Result<document::JsonDocument> document = document::JsonDocument::parse(text);
  if (!document) return document.take_problems();
  document::Reporter reporter;
  Answers answers = decision::read_answers(document::JsonValue(document.value(), 0), pack.decision(), reporter);
  if (!reporter.clean()) return reporter.take();
  return answers;
}

}  // namespace decision_card
