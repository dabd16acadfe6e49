// SPDX-License-Identifier: MIT
#include "rubric_reader.hpp"

#include "decision_card/limits.hpp"
#include "pattern_reader.hpp"

namespace decision_card {

namespace {

class RubricReader {
 public:
  RubricReader(JsonValue value, PackContent& content, Reporter& reporter)
      : fields_(value, reporter,
                {"question", "why_asked", "intro", "seconds", "lexicon", "subjects", "implied", "levels", "claims",
                 "topic", "criteria", "misconceptions", "follow_ups", "bands", "samples"}),
        source_ids_(ids_of(content.sources)),
        language_(content.language),
        rubric_(content.rubric),
        reporter_(reporter),
        patterns_(content.rubric, reporter) {}

  void read() {
    if (!fields_.valid()) return;
    check_language();
    rubric_.question = fields_.text("question", Fields::required);
    rubric_.why_asked = fields_.text("why_asked", Fields::optional);
    rubric_.intro = fields_.text("intro", Fields::optional);
    rubric_.seconds = integer(fields_, "seconds", Fields::optional, 10, 7200, 0);
    read_lexicon();
    rubric_.subjects = references(fields_, "subjects", ids_of(rubric_.lexicon), "unknown_concept",
                                  "a concept of this lexicon", limits::subjects);
    read_implied();
    levels_ = levels(fields_, "levels", {});
    read_claims();
    rubric_.topic = patterns_.patterns(fields_, "topic", {});
    each(fields_, "criteria", 1, limits::criteria, Fields::required, rubric_.criteria, &RubricReader::read_criterion);
    each(fields_, "misconceptions", 0, limits::criteria, Fields::optional, rubric_.misconceptions,
         &RubricReader::read_misconception);
    each(fields_, "follow_ups", 0, limits::follow_ups, Fields::optional, rubric_.follow_ups,
         &RubricReader::read_follow_up);
    each(fields_, "bands", 3, limits::list_items, Fields::required, rubric_.bands, &RubricReader::read_band);
    check_bands();
    each(fields_, "samples", 0, limits::samples, Fields::optional, rubric_.samples, &RubricReader::read_sample);
  }

 private:
  template <class T>
  void each(Fields& fields, const char* name, std::size_t least, std::size_t most, Fields::Need need,
            std::vector<T>& items, void (RubricReader::*read_item)(JsonValue, T&)) {
    const auto list = fields.list(name, least, most, need);
    if (!list) return;
    for (const JsonValue value : *list) {
      if (items.size() >= most) return;
      T item{};
      (this->*read_item)(value, item);
      if (!item.id.empty() && index_of(items, item.id)) report_duplicate(value, item.id);
      items.push_back(std::move(item));
    }
  }

  void report_duplicate(JsonValue at, std::string_view id) {
    reporter_.report("duplicate_id", at, {"The id ", quote(id), " is used twice in this list."},
                     {"Give each item its own id."});
  }

  Indices sources(Fields& fields) {
    return references(fields, "sources", source_ids_, "unknown_source", "a source of this pack", limits::list_items);
  }

  /// Stems, negation and what a clause is about are those of English.
  void check_language() {
    if (language_.empty() || language_ == "en" || language_.starts_with("en-")) return;
    reporter_.report("rubric_language", fields_.object(),
                     {"A rubric reads English texts, and this pack's language is ", quote(language_), "."},
                     {"Remove the rubric, or write the pack in English."});
  }

  void read_lexicon() {
    const auto lexicon = fields_.find("lexicon", JsonKind::object, Fields::optional);
    if (!lexicon) return;
    if (lexicon->size() > ConceptSet::most)
      return reporter_.report(
          "too_many", *lexicon,
          {"\"lexicon\" holds ", std::to_string(lexicon->size()), " concepts; at most 256 are allowed."});
    for (const JsonValue entry : *lexicon) {
      Concept found{entry.key(), {}};
      if (entry.is(JsonKind::text)) read_phrases(entry, found.phrases);
      else
        reporter_.report(
            "wrong_type", entry,
            {"A concept is a text of phrases with commas between them, and this is ", kind_name(entry.kind()), "."});
      rubric_.lexicon.push_back(std::move(found));
    }
  }

  void read_phrases(JsonValue value, std::vector<std::string_view>& phrases) {
    std::string_view rest = value.text();
    while (true) {
      const std::size_t comma = rest.find(',');
      const std::string_view phrase = rest.substr(0, comma);
      if (has_letters(phrase)) phrases.push_back(phrase);
      else
        return reporter_.report("empty_text", value, {"A phrase here has no letters."},
                                {"Write phrases with single commas between them."});
      if (comma == std::string_view::npos) return;
      rest.remove_prefix(comma + 1);
    }
  }

  static bool has_letters(std::string_view text) {
    return text.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") !=
           std::string_view::npos;
  }

  void read_implied() {
    const auto implied = fields_.find("implied", JsonKind::object, Fields::optional);
    if (!implied) return;
    const std::vector<std::string_view> concepts = ids_of(rubric_.lexicon);
    for (const JsonValue entry : *implied) {
      const auto index = index_of(rubric_.lexicon, entry.key());
      if (!index)
        reporter_.report_unknown("unknown_concept", entry, entry.key(), {"a concept of this lexicon"}, concepts);
      const SubjectSet subject = patterns_.subject(entry);
      if (index && subject != 0) rubric_.implied.push_back({*index, subject});
    }
  }

  std::vector<Level> levels(Fields& fields, const char* name, const std::vector<Level>& fallback) {
    std::vector<Level> found;
    const auto list = fields.list(name, 1, limits::levels, Fields::optional);
    if (!list) return fallback;
    for (const JsonValue item : *list) {
      Fields level(item, reporter_, {"id", "title", "points", "also"});
      if (!level.valid()) continue;
      found.push_back({level.id(), level.text("title", Fields::required),
                       integer(level, "points", Fields::required, 0, limits::points, 0),
                       patterns_.wanted(level, "also", Fields::optional)});
      if (found.size() > 1 && found.back().points < found[found.size() - 2].points)
        reporter_.report("level_order", item, {"This level is worth less than the one before it."},
                         {"List levels from the lowest to the highest."});
    }
    return found;
  }

  void read_claims() {
    const auto claims = fields_.find("claims", JsonKind::object, Fields::optional);
    if (!claims) return;
    for (const JsonValue entry : *claims) {
      rubric_.claims.push_back({entry.key(), {}});
      Fields fields(entry, reporter_, {"patterns"});
      if (fields.valid()) rubric_.claims.back().patterns = patterns_.patterns(fields, "patterns", {});
    }
  }

  Matcher matcher(Fields& fields, const std::vector<Level>& levels) {
    Matcher found{patterns_.patterns(fields, "patterns", levels), {}};
    if (const auto list = fields.list("examples", 0, limits::list_items, Fields::optional))
      read_examples(*list, found.examples);
    if (found.patterns.empty() && found.examples.empty())
      reporter_.report("nothing_to_match", fields.object(), {"Nothing says how this is found in a text."},
                       {"Add \"patterns\", or \"examples\": sentences that say it."});
    return found;
  }

  void read_examples(JsonValue list, std::vector<std::string_view>& examples) {
    for (const JsonValue item : list) {
      if (item.is(JsonKind::text) && has_letters(item.text())) examples.push_back(item.text());
      else
        reporter_.report("empty_text", item, {"An example is a text with words."}, {"Write a sentence that says it."});
    }
  }

  void read_criterion(JsonValue value, Criterion& entry) {
    Fields fields(value, reporter_,
                  {"id", "title", "bonus", "levels", "hint", "model", "sources", "patterns", "examples"});
    if (!fields.valid()) return;
    entry.id = fields.id();
    entry.title = fields.text("title", Fields::required);
    entry.bonus = fields.flag("bonus");
    entry.hint = fields.text("hint", Fields::optional);
    entry.model = fields.text("model", Fields::optional);
    entry.levels = levels(fields, "levels", levels_);
    if (entry.levels.empty()) entry.levels.push_back({"named", "Named", 1, {}});
    entry.sources = sources(fields);
    entry.matcher = matcher(fields, entry.levels);
  }

  void read_misconception(JsonValue value, Misconception& entry) {
    Fields fields(value, reporter_, {"id", "title", "correction", "points", "sources", "patterns", "examples"});
    if (!fields.valid()) return;
    entry.id = fields.id();
    entry.title = fields.text("title", Fields::required);
    entry.correction = fields.text("correction", Fields::required);
    entry.points = integer(fields, "points", Fields::optional, -limits::points, 0, 0);
    entry.sources = sources(fields);
    entry.matcher = matcher(fields, {});
  }

  void read_follow_up(JsonValue value, FollowUp& entry) {
    Fields fields(value, reporter_, {"id", "question", "why", "criteria"});
    if (!fields.valid()) return;
    entry.id = fields.id();
    entry.question = fields.text("question", Fields::required);
    entry.why = fields.text("why", Fields::optional);
    each(fields, "criteria", 1, limits::criteria, Fields::required, entry.criteria, &RubricReader::read_criterion);
  }

  void read_band(JsonValue value, Band& entry) {
    Fields fields(value, reporter_, {"id", "title", "text", "least"});
    if (!fields.valid()) return;
    entry.id = fields.id();
    entry.title = fields.text("title", Fields::required);
    entry.text = fields.text("text", Fields::required);
    entry.least = integer(fields, "least", Fields::optional, 0, 100, 0);
  }

  /// The last band is for texts that say nothing to the question; the one before it takes all others.
  void check_bands() {
    const std::vector<Band>& bands = rubric_.bands;
    for (std::size_t k = 0; k + 1 < bands.size(); ++k) {
      const std::int32_t next = k + 2 < bands.size() ? bands[k + 1].least : 0;
      if (bands[k].least >= next && (k + 2 < bands.size() || bands[k].least == 0)) continue;
      reporter_.report(
          "band_order", *fields_.find("bands", Fields::required),
          {"The band ", quote(bands[k].id), " leaves some totals without a band."},
          {"List bands from the best; the last but one has \"least\": 0, the last is for texts about something else."});
      return;
    }
  }

  void read_sample(JsonValue value, Sample& entry) {
    Fields fields(value, reporter_, {"id", "kind", "text", "criteria", "misconceptions", "band", "follow_up"});
    if (!fields.valid()) return;
    entry.id = fields.id();
    fields.text("kind", Fields::optional);
    entry.text = fields.text("text", Fields::required);
    if (const auto follow_up =
            known(fields, "follow_up", rubric_.follow_ups, "unknown_follow_up", "a follow-up question of this rubric"))
      entry.follow_up = *follow_up;
    if (const auto band = known(fields, "band", rubric_.bands, "unknown_band", "a band of this rubric"))
      entry.band = rubric_.bands[*band].id;
    const std::vector<Criterion>& criteria = rubric_.criteria_of(entry.follow_up);
    entry.criteria =
        references(fields, "criteria", ids_of(criteria), "unknown_criterion", "a criterion here", limits::criteria);
    entry.misconceptions = references(fields, "misconceptions", ids_of(rubric_.misconceptions), "unknown_misconception",
                                      "a misconception of this rubric", limits::criteria);
  }

  template <class T>
  std::optional<Index> known(Fields& fields, const char* name, const std::vector<T>& items, const char* code,
                             std::string_view what) {
    const auto member = fields.find(name, JsonKind::text, Fields::optional);
    if (!member) return std::nullopt;
    const auto index = index_of(items, member->text());
    if (!index) reporter_.report_unknown(code, *member, member->text(), {what}, ids_of(items));
    return index;
  }

  Fields fields_;
  std::vector<std::string_view> source_ids_;
  std::string_view language_;
  Rubric& rubric_;
  Reporter& reporter_;
  PatternReader patterns_;
  std::vector<Level> levels_;
};

}  // namespace

void read_rubric(JsonValue value, PackContent& content, Reporter& reporter) {
  RubricReader(value, content, reporter).read();
}

}  // namespace decision_card
