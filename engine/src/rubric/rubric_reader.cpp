// SPDX-License-Identifier: MIT
#include "rubric/rubric_reader.hpp"

#include <algorithm>

#include "decision_card/limits.hpp"
#include "language/characters.hpp"
#include "rubric/cues_reader.hpp"
#include "rubric/pattern_reader.hpp"

namespace decision_card::rubric {

using base::quote;
using document::Fields;
using document::ids_of;
using document::index_of;
using document::JsonKind;
using document::JsonValue;
using document::kind_name;
using document::references;
using document::Reporter;

namespace {

class RubricReader {
 public:
  RubricReader(JsonValue value, PackContent& content, Reporter& reporter)
      : fields_(value, reporter,
                {"question", "why_asked", "intro", "seconds", "quality", "lexicon", "subjects", "implied", "levels",
                 "claims", "topic", "criteria", "misconceptions", "follow_ups", "bands", "samples", "cues"}),
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
    rubric_.seconds = integer(fields_, "seconds", Fields::optional, 10, 7200).value_or(0);
    read_quality();
    read_lexicon();
    rubric_.subjects = references(fields_, "subjects", ids_of(rubric_.lexicon), "unknown_concept",
                                  "a concept of this lexicon", limits::subjects);
    read_implied();
    levels_ = levels(fields_, "levels", {});
    read_claims();
    rubric_.topic = patterns_.patterns(fields_, "topic", {});
    rubric_.criteria = criteria(fields_);
    each(fields_, "bands", 3, limits::list_items, Fields::required, &RubricReader::read_band);
    check_bands(0, fields_);
    each(fields_, "misconceptions", 0, limits::criteria, Fields::optional, &RubricReader::read_misconception);
    each(fields_, "follow_ups", 0, limits::follow_ups, Fields::optional, &RubricReader::read_follow_up);
    each(fields_, "samples", 0, limits::samples, Fields::optional, &RubricReader::read_sample);
    if (const auto cues = fields_.find("cues", Fields::optional)) read_cues(*cues, rubric_, reporter_);
  }

 private:
  /// Reads one item into its list, whatever it is, and returns its id.
  using ReadItem = std::string_view (RubricReader::*)(JsonValue);

  void each(Fields& fields, const char* name, std::size_t least, std::size_t most, Fields::Need need,
            ReadItem read_item) {
    const auto list = fields.list(name, least, most, need);
    if (!list) return;
    std::vector<std::string_view> ids;
    for (const JsonValue value : *list) {
      if (ids.size() >= most) return;
      const std::string_view id = (this->*read_item)(value);
      if (!id.empty() && std::find(ids.begin(), ids.end(), id) != ids.end()) reporter_.report_duplicate(value, id);
      ids.push_back(id);
    }
  }

  /// Puts positions behind the rubric's others.
  Slice kept(const Indices& positions) {
    const std::size_t first = rubric_.indices.size();
    rubric_.indices.insert(rubric_.indices.end(), positions.begin(), positions.end());
    return slice_since(first, rubric_.indices);
  }

  Slice sources(Fields& fields) {
    return kept(
        references(fields, "sources", source_ids_, "unknown_source", "a source of this pack", limits::list_items));
  }

  /// Stems, negation and what a clause is about are those of English.
  void check_language() {
    if (language_.empty() || language_ == "en" || language_.starts_with("en-")) return;
    reporter_.report("rubric_language", fields_.object(),
                     {"A rubric reads English texts, and this pack's language is ", quote(language_), "."},
                     {"Remove the rubric, or write the pack in English."});
  }

  void read_quality() {
    const auto quality = fields_.find("quality", JsonKind::object, Fields::optional);
    if (!quality) return;
    Fields fields(*quality, reporter_, {"texts", "recall", "precision", "measured"});
    if (!fields.valid()) return;
    const auto number = [&](const char* name, std::int32_t least, std::int32_t most) {
      return integer(fields, name, Fields::required, least, most).value_or(0);
    };
    rubric_.quality = {number("texts", 1, 1'000'000), number("recall", 0, 100), number("precision", 0, 100),
                       fields.date("measured", Fields::required)};
  }

  void read_lexicon() {
    const auto lexicon = fields_.find("lexicon", JsonKind::object, Fields::optional);
    if (!lexicon) return;
    if (lexicon->size() > ConceptSet::most)
      return reporter_.report(
          "too_many", *lexicon,
          {"\"lexicon\" holds ", std::to_string(lexicon->size()), " concepts; at most 256 are allowed."});
    for (const JsonValue entry : *lexicon) {
      patterns_.add_concept(entry.key());
      fields_.check_id(entry, entry.key());
      if (entry.is(JsonKind::text)) check_phrases(entry);
      else
        reporter_.report(
            "wrong_type", entry,
            {"A concept is a text of phrases with commas between them, and this is ", kind_name(entry.kind()), "."});
      rubric_.lexicon.push_back({entry.key(), entry.text()});
    }
  }

  void check_phrases(JsonValue value) {
    if (has_lone_equals(value.text()))
      reporter_.report("exact_word", value, {"An equals sign here stands in front of no word."},
                       {"Write it directly before a word that is found only in these letters: \"=IT\"."});
    for (const std::string_view phrase : base::split(value.text(), ',')) {
      if (has_letters(phrase)) continue;
      return reporter_.report("empty_text", value, {"A phrase here has no letters."},
                              {"Write phrases with single commas between them."});
    }
  }

  /// "=IT" wants the word in these letters; an equals sign within or behind a word, or before a blank, says nothing.
  static bool has_lone_equals(std::string_view text) {
    for (std::size_t at = text.find('='); at != std::string_view::npos; at = text.find('=', at + 1)) {
      const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == ',';
      if (!begins || !language::is_letter(language::folded(language::Cursor(text.substr(at + 1)).peek()))) return true;
    }
    return false;
  }

  static bool has_letters(std::string_view text) {
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x80 && language::is_letter(language::folded(byte))) return true;
    }
    return false;
  }

  void read_implied() {
    const auto implied = fields_.find("implied", JsonKind::object, Fields::optional);
    if (!implied) return;
    for (const JsonValue entry : *implied) {
      const auto index = index_of(rubric_.lexicon, entry.key());
      if (!index)
        reporter_.report_unknown("unknown_concept", entry, entry.key(), {"a concept of this lexicon"},
                                 ids_of(rubric_.lexicon));
      const SubjectSet subject = patterns_.subject(entry);
      if (index && subject != 0) rubric_.implied.push_back({*index, subject});
    }
  }

  Slice levels(Fields& fields, const char* name, Slice fallback) {
    const std::size_t first = rubric_.levels.size();
    const auto list = fields.list(name, 1, limits::levels, Fields::optional);
    if (!list) return fallback;
    for (const JsonValue item : *list) {
      Fields level(item, reporter_, {"id", "title", "points", "also", "reason"});
      if (level.valid()) read_level(item, level, rubric_.levels.size() > first);
    }
    return slice_since(first, rubric_.levels);
  }

  void read_level(JsonValue item, Fields& fields, bool follows) {
    const Level level{fields.id(), fields.text("title", Fields::required),
                      integer(fields, "points", Fields::required, 0, limits::points).value_or(0),
                      patterns_.wanted(fields, "also", Fields::optional),
                      patterns_.wanted(fields, "reason", Fields::optional)};
    if (follows && level.points < rubric_.levels.back().points)
      reporter_.report("level_order", item, {"This level is worth less than the one before it."},
                       {"List levels from the lowest to the highest."});
    rubric_.levels.push_back(level);
  }

  void read_claims() {
    const auto claims = fields_.sized("claims", JsonKind::object, 0, limits::claims, Fields::optional);
    if (!claims || claims->size() > limits::claims) return;
    for (const JsonValue entry : *claims) {
      rubric_.claims.push_back({entry.key(), {}});
      Fields fields(entry, reporter_, {"patterns"});
      if (fields.valid()) rubric_.claims.back().patterns = patterns_.patterns(fields, "patterns", {});
    }
  }

  Matcher matcher(Fields& fields, std::span<const Level> levels) {
    Matcher found{patterns_.patterns(fields, "patterns", levels), examples(fields)};
    if (found.patterns.size == 0 && found.examples.size == 0)
      reporter_.report("nothing_to_match", fields.object(), {"Nothing says how this is found in a text."},
                       {"Add \"patterns\", or \"examples\": sentences that say it."});
    return found;
  }

  Slice examples(Fields& fields) {
    const std::size_t first = rubric_.examples.size();
    const auto list = fields.list("examples", 0, limits::list_items, Fields::optional);
    if (!list) return {};
    for (const JsonValue item : *list) {
      if (item.is(JsonKind::text) && has_letters(item.text())) rubric_.examples.push_back(item.text());
      else
        reporter_.report("empty_text", item, {"An example is a text with words."}, {"Write a sentence that says it."});
    }
    return slice_since(first, rubric_.examples);
  }

  Slice criteria(Fields& fields) {
    const std::size_t first = rubric_.all_criteria.size();
    each(fields, "criteria", 1, limits::criteria, Fields::required, &RubricReader::read_criterion);
    return slice_since(first, rubric_.all_criteria);
  }

  std::string_view read_criterion(JsonValue value) {
    Criterion entry;
    Fields fields(value, reporter_,
                  {"id", "title", "bonus", "levels", "hint", "model", "sources", "patterns", "examples"});
    if (fields.valid()) read_criterion(fields, entry);
    rubric_.all_criteria.push_back(entry);
    return entry.id;
  }

  void read_criterion(Fields& fields, Criterion& entry) {
    entry.id = fields.id();
    entry.title = fields.text("title", Fields::required);
    entry.bonus = fields.flag("bonus");
    entry.hint = fields.text("hint", Fields::optional);
    entry.model = fields.text("model", Fields::optional);
    entry.levels = levels(fields, "levels", levels_);
    if (entry.levels.size == 0) entry.levels = one_level();
    entry.sources = sources(fields);
    entry.matcher = matcher(fields, rubric_.levels_of(entry));
  }

  Slice one_level() {
    rubric_.levels.push_back({"named", "Named", 1, {}, {}});
    return slice_since(rubric_.levels.size() - 1, rubric_.levels);
  }

  std::string_view read_misconception(JsonValue value) {
    Misconception entry;
    Fields fields(value, reporter_, {"id", "title", "correction", "points", "cap", "sources", "patterns", "examples"});
    if (fields.valid()) read_misconception(fields, entry);
    rubric_.misconceptions.push_back(entry);
    return entry.id;
  }

  void read_misconception(Fields& fields, Misconception& entry) {
    entry.id = fields.id();
    entry.title = fields.text("title", Fields::required);
    entry.correction = fields.text("correction", Fields::required);
    entry.points = integer(fields, "points", Fields::optional, -limits::points, 0).value_or(0);
    entry.cap = cap(fields);
    entry.sources = sources(fields);
    entry.matcher = matcher(fields, {});
  }

  /// A mistake doesn't make an answer one about something else: that band is none to be put into.
  Index cap(Fields& fields) {
    std::vector<std::string_view> ids = ids_of(rubric_.bands);
    if (!ids.empty()) ids.pop_back();
    return known(fields, "cap", ids, "unknown_band", "a band that an answer to this question can have").value_or(1);
  }

  std::string_view read_follow_up(JsonValue value) {
    FollowUp entry;
    Fields fields(value, reporter_, {"id", "question", "why", "topic", "criteria", "bands"});
    if (fields.valid()) {
      entry.id = fields.id();
      entry.question = fields.text("question", Fields::required);
      entry.why = fields.text("why", Fields::optional);
      entry.topic = patterns_.patterns(fields, "topic", {});
      entry.criteria = criteria(fields);
      entry.bars = bars(fields, entry.criteria);
    }
    rubric_.follow_ups.push_back(entry);
    return entry.id;
  }

  std::string_view read_band(JsonValue value) {
    Band entry;
    Fields fields(value, reporter_, {"id", "title", "text", "least", "needs"});
    Bar bar;
    if (fields.valid()) {
      entry.id = fields.id();
      entry.title = fields.text("title", Fields::required);
      entry.text = fields.text("text", Fields::required);
      bar = read_bar(fields, rubric_.criteria, 0);
    }
    rubric_.bands.push_back(entry);
    rubric_.bars.push_back(bar);
    return entry.id;
  }

  Bar read_bar(Fields& fields, Slice criteria, std::int32_t least) {
    return {integer(fields, "least", Fields::optional, 0, 100).value_or(least),
            kept(references(fields, "needs", ids_of(criteria.of(rubric_.all_criteria)), "unknown_criterion",
                            "a criterion here", limits::criteria))};
  }

  /// A follow-up question has few criteria, so that its bands may want other shares than the rubric's own.
  Slice bars(Fields& fields, Slice criteria) {
    const auto first = static_cast<std::uint32_t>(rubric_.bars.size()),
               size = static_cast<std::uint32_t>(rubric_.bands.size());
    for (std::uint32_t k = 0; k < size; ++k) rubric_.bars.push_back({rubric_.bars[k].least, {}});
    const auto own = fields.find("bands", JsonKind::object, Fields::optional);
    if (!own) return {first, size};
    for (const JsonValue entry : *own) {
      const auto band = index_of(rubric_.bands, entry.key());
      if (!band)
        reporter_.report_unknown("unknown_band", entry, entry.key(), {"a band of this rubric"}, ids_of(rubric_.bands));
      Fields bar(entry, reporter_, {"least", "needs"});
      if (!bar.valid() || !band) continue;
      Bar& kept_bar = rubric_.bars[first + *band];
      kept_bar = read_bar(bar, criteria, kept_bar.least);
    }
    check_bands(first, fields);
    return {first, size};
  }

  /// The last band is for texts that say nothing to the question; the one before it takes all others.
  void check_bands(std::size_t first, Fields& fields) {
    const std::vector<Band>& bands = rubric_.bands;
    const std::span<const Bar> bars = std::span(rubric_.bars).subspan(first);
    for (std::size_t k = 0; k + 1 < bands.size(); ++k) {
      const bool takes_rest = k + 2 == bands.size();
      if (takes_rest ? bars[k].least == 0 && bars[k].needs.size == 0 : bars[k].least >= bars[k + 1].least) continue;
      reporter_.report(
          "band_order", *fields.find("bands", Fields::required),
          {"The band ", quote(bands[k].id), " leaves some totals without a band."},
          {"List bands from the best; the last but one has \"least\": 0 and needs nothing, the last is for "
           "texts about something else."});
      return;
    }
  }

  std::string_view read_sample(JsonValue value) {
    Sample entry;
    Fields fields(value, reporter_, {"id", "kind", "text", "criteria", "misconceptions", "band", "follow_up"});
    if (fields.valid()) read_sample(fields, entry);
    rubric_.samples.push_back(entry);
    return entry.id;
  }

  void read_sample(Fields& fields, Sample& entry) {
    entry.id = fields.id();
    fields.text("kind", Fields::optional);
    entry.text = fields.text("text", Fields::required);
    entry.follow_up = known(fields, "follow_up", ids_of(rubric_.follow_ups), "unknown_follow_up",
                            "a follow-up question of this rubric");
    if (const auto band = known(fields, "band", ids_of(rubric_.bands), "unknown_band", "a band of this rubric"))
      entry.band = rubric_.bands[*band].id;
    entry.criteria = kept(references(fields, "criteria", ids_of(rubric_.criteria_of(entry.follow_up)),
                                     "unknown_criterion", "a criterion here", limits::criteria));
    entry.misconceptions =
        kept(references(fields, "misconceptions", ids_of(rubric_.misconceptions), "unknown_misconception",
                        "a misconception of this rubric", limits::criteria));
  }

  std::optional<Index> known(Fields& fields, const char* name, const std::vector<std::string_view>& ids,
                             const char* code, std::string_view what) {
    const auto member = fields.find(name, JsonKind::text, Fields::optional);
    if (!member) return std::nullopt;
    const auto at = static_cast<std::size_t>(std::find(ids.begin(), ids.end(), member->text()) - ids.begin());
    if (at < ids.size()) return static_cast<Index>(at);
    reporter_.report_unknown(code, *member, member->text(), {what}, ids);
    return std::nullopt;
  }

  Fields fields_;
  std::vector<std::string_view> source_ids_;
  std::string_view language_;
  Rubric& rubric_;
  Reporter& reporter_;
  PatternReader patterns_;
  Slice levels_{};
};

}  // namespace

void read_rubric(JsonValue value, PackContent& content, Reporter& reporter) {
  RubricReader(value, content, reporter).read();
}

}  // namespace decision_card::rubric
