// SPDX-License-Identifier: MIT
#include "contract/json_writer.hpp"
#include "decision_card/contract.hpp"
#include "decision_card/explanation.hpp"

namespace decision_card::contract {

namespace {

class ExplanationWriter {
 public:
  ExplanationWriter(JsonWriter& json, const Rubric& rubric) : json_(json), rubric_(rubric) {}

  void write(const Explanation& explanation) {
    json_.open_object();
    write_list(json_, "sentences", explanation.sentences, [&](const auto& sentence) { write_sentence(sentence); });
    write_list(json_, "codes", explanation.codes, [&](const auto& code) { write_code(code); });
    json_.close_object();
  }

 private:
  void write_span(Span span) { json_.member("start", span.start).member("end", span.end); }
  void write_spans(const char* name, const std::vector<Span>& spans) {
    write_list(json_, name, spans, [&](Span span) {
      json_.open_object();
      write_span(span);
      json_.close_object();
    });
  }
  void write_subjects(const char* name, SubjectSet set) {
    json_.key(name).open_list();
    for (std::size_t k = 0; k < rubric_.subjects.size(); ++k) {
      if (set >> k & 1) json_.value(rubric_.lexicon[rubric_.subjects[k]].id);
    }
    json_.close_list();
  }

  void write_sentence(const Explanation::Sentence& sentence) {
    json_.open_object();
    write_span(sentence.span);
    write_subjects("about", sentence.about);
    json_.member("listing", sentence.listing);
    write_list(json_, "said", sentence.said, [&](const Explanation::Said& said) {
      json_.open_object();
      write_span(said.span);
      json_.member("concept", rubric_.lexicon[said.concept_index].id).member("denied", said.denied);
      write_subjects("about", said.about);
      json_.close_object();
    });
    write_spans("denied", sentence.denied);
    write_spans("muted", sentence.muted);
    json_.close_object();
  }

  void write_code(const Explanation::Code& code) {
    const std::string_view id =
        code.misconception ? rubric_.misconceptions[code.index].id : rubric_.criteria_of(std::nullopt)[code.index].id;
    json_.open_object().member("id", id).member("kind", code.misconception ? "misconception" : "criterion");
    if (code.certainty) json_.member("certainty", word_for(*code.certainty, certainty_words));
    json_.member("overruled", code.overruled);
    if (code.closest) write_closest(*code.closest);
    if (code.cue) write_cue(*code.cue);
    json_.close_object();
  }

  void write_closest(const Explanation::Closest& closest) {
    json_.key("closest").open_object().member("pattern", closest.pattern);
    write_span(closest.sentence);
    write_subjects("about", closest.subjects);
    write_list(json_, "lacks", closest.lacks, [&](const std::string& word) { json_.value(word); });
    write_list(json_, "spoils", closest.spoils, [&](const std::string& word) { json_.value(word); });
    json_.close_object();
  }

  void write_cue(const Explanation::Cue& cue) {
    json_.key("cue").open_object();
    json_.member("score", cue.score).member("found", cue.found).member("kept", cue.kept);
    write_span(cue.window);
    write_list(json_, "reasons", cue.reasons, [&](const Explanation::Reason& reason) {
      json_.open_object().member("trait", reason.trait).member("weight", reason.weight);
      write_span(reason.span);
      json_.close_object();
    });
    json_.close_object();
  }

  JsonWriter& json_;
  const Rubric& rubric_;
};

}  // namespace

}  // namespace decision_card::contract

namespace decision_card {

std::string explanation_json(const Pack& pack, const Explanation& explanation) {
  std::string out;
  contract::JsonWriter json(out);
  contract::ExplanationWriter(json, pack.rubric()).write(explanation);
  return out;
}

std::string traits_json(const std::vector<std::vector<std::string>>& sentences) {
  std::string out;
  contract::JsonWriter json(out);
  json.open_list();
  for (const std::vector<std::string>& traits : sentences) {
    json.open_list();
    for (const std::string& trait : traits) json.value(trait);
    json.close_list();
  }
  json.close_list();
  return out;
}

}  // namespace decision_card
