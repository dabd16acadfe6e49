// SPDX-License-Identifier: MIT
#include "rubric/matching.hpp"

#include "language/english.hpp"
#include "rubric/examples.hpp"
#include "rubric/opinion.hpp"
#include "rubric/reasons.hpp"
#include "rubric/wanted.hpp"

namespace decision_card::rubric {

namespace {

using language::Prose;
using language::Sentence;

constexpr std::size_t most_matches = 8;    // of one owner
constexpr std::size_t most_subjects = 12;  // different sets of subjects told apart in one sentence

constexpr std::size_t most_label_hits = 64;  // of a table's row or column label: it counts again for each of its cells

constexpr std::uint32_t most_label_words = 3;  // of a column's label in a table that has no line under it

/// All that one sentence says about one set of subjects.
struct Statement {
  SubjectSet subjects = 0;
  ConceptSet said{};
};

class Matching {
 public:
  Matching(const Grader& grader, const Rubric& rubric, const Prose& prose, const Reading& reading)
      : grader_(grader), rubric_(rubric), prose_(prose), reading_(reading), looked_(grader.patterns.size()) {
    found_.owners.resize(grader.owners);
  }

  Found find() {
    for (std::size_t k = 0; k < prose_.sentences.size(); ++k) {
      if (prose_.sentences[k].kind == Sentence::Kind::cell) k = read_row(k);
      else read_sentence(k);
    }
    for (const std::uint32_t position : grader_.on_claims) match_claims(grader_.patterns[position]);
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::span<const Hit> hits_of(std::size_t sentence) const {
    const ReadSentence& read = reading_.sentences[sentence];
    return std::span(reading_.hits).subspan(read.first_hit, read.last_hit - read.first_hit);
  }

  void read_sentence(std::size_t index) {
    const std::span<const Hit> hits = hits_of(index);
    if (!hits.empty()) look(hits, prose_.sentences[index]);
    if (!grader_.examples.examples.empty() && counts(prose_.sentences[index])) match_examples(index, hits);
  }

  /// Sentences that are asked, told of others or called wrong say nothing, even in the words of an example.
  [[nodiscard]] bool counts(const Sentence& sentence) const {
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
      if ((reading_.marks[at] & muted_word) == 0) return true;
    }
    return false;
  }

  // Tables ------------------------------------------------------------------------------------------------------------

  /// Each cell says something about its column or its row, whichever is a subject; the other is what it is about.
  /// Returns the row's last sentence.
  std::size_t read_row(std::size_t first) {
    std::size_t last = first;
    while (last + 1 < prose_.sentences.size() && prose_.sentences[last + 1].kind == Sentence::Kind::cell &&
           prose_.sentences[last + 1].row == prose_.sentences[first].row)
      ++last;
    const std::uint32_t row = prose_.sentences[first].row;
    if (row != row_ + 1) ++table_;  // rows of one table are numbered one after the other, tables leave one out
    row_ = row;
    const bool opens = table_ != row_table_;
    row_table_ = table_;
    if (prose_.sentences[first].header || (opens && is_header(first, last))) {
      header_first_ = first;
      header_last_ = last;
      header_table_ = table_;
      all_subjects_ = subject_of(first) != 0 && is_header(first, last);
      return last;
    }
    const bool labelled = table_ != header_table_ || !all_subjects_;
    for (std::size_t cell = labelled ? first + 1 : first; cell <= last; ++cell)
      read_cell(labelled ? first : none, cell);
    if (last == first) read_sentence(first);
    return last;
  }

  /// A table without a line under its header has one where its first row names a subject in each column, but perhaps
  /// the first.
  [[nodiscard]] bool is_header(std::size_t first, std::size_t last) const {
    for (std::size_t cell = first + 1; cell <= last; ++cell) {
      const Sentence& sentence = prose_.sentences[cell];
      if (subject_of(cell) == 0 || sentence.last - sentence.first > most_label_words) return false;
    }
    return last > first;
  }

  void read_cell(std::size_t row_label, std::size_t cell) {
    const std::size_t column_label = header_of(cell);
    const SubjectSet row = row_label == none ? SubjectSet{0} : subject_of(row_label);
    const SubjectSet column = column_label == none ? SubjectSet{0} : subject_of(column_label);
    const SubjectSet own = subject_of(cell);
    const bool refused = is_no(prose_.sentences[cell]);
    scratch_.clear();
    if (row != 0) {
      add_label(column_label, row, refused);
      add_label(row_label, row, false);
      add_hits(hits_of(cell), row);
    } else if (own != 0) {
      add_label(row_label, own, false);
      add_hits(hits_of(cell), own);
    } else {
      add_label(row_label, column, refused);
      add_label(column_label, column, false);
      add_hits(hits_of(cell), column);
    }
    if (!scratch_.empty()) look(scratch_, prose_.sentences[cell]);
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  [[nodiscard]] std::size_t header_of(std::size_t cell) const {
    const Sentence& sentence = prose_.sentences[cell];
    if (table_ != header_table_) return none;
    for (std::size_t k = header_first_; k <= header_last_; ++k) {
      if (prose_.sentences[k].depth == sentence.depth) return k;
    }
    return none;
  }

  [[nodiscard]] SubjectSet subject_of(std::size_t sentence) const { return reading_.sentences[sentence].subjects; }

  [[nodiscard]] bool is_misconception(Owner owner) const {
    return owner >= grader_.first_misconception && owner < grader_.first_misconception + rubric_.misconceptions.size();
  }

  [[nodiscard]] bool is_no(const Sentence& cell) const {
    const auto words = std::span(prose_.words).subspan(cell.first, cell.last - cell.first);
    return !words.empty() && (words.front().classes & language::negates_noun || is_verdict(words));
  }

  void add_label(std::size_t sentence, SubjectSet subjects, bool refused) {
    if (sentence == none) return;
    const std::span<const Hit> hits = hits_of(sentence);
    add_hits(hits.first(hits.size() < most_label_hits ? hits.size() : most_label_hits), subjects, refused);
  }

  void add_hits(std::span<const Hit> hits, SubjectSet subjects, bool refused = false) {
    for (Hit hit : hits) {
      hit.subjects = subjects;
      hit.negated = hit.negated != refused;
      scratch_.push_back(hit);
    }
  }

  // Patterns ----------------------------------------------------------------------------------------------------------

  void look(std::span<const Hit> hits, const Sentence& sentence) {
    hits_ = hits;
    sentence_ = &sentence;
    statements_.clear();
    whole_ = {};
    for (const Hit& hit : hits) {
      whole_.said.add({hit.concept_index, hit.negated});
      statement_about(hit.subjects).said.add({hit.concept_index, hit.negated});
    }
    ++round_;
    for (const Hit& hit : hits) {
      const std::span<const std::uint32_t> positions = grader_.by_concept[hit.concept_index].of(grader_.positions);
      if (!found_.spend(positions.size())) return;
      for (const std::uint32_t position : positions) try_pattern(position, hits);
    }
  }

  Statement& statement_about(SubjectSet subjects) {
    for (Statement& statement : statements_) {
      if (statement.subjects == subjects) return statement;
    }
    if (statements_.size() < most_subjects) return statements_.emplace_back(Statement{subjects, {}});
    return statements_.back();
  }

  void try_pattern(std::uint32_t position, std::span<const Hit> hits) {
    if (looked_[position] == round_) return;
    looked_[position] = round_;
    const OwnedPattern& owned = grader_.patterns[position];
    if (found_.owners[owned.owner].size >= most_matches) return;
    const SubjectSet wanted = owned.pattern.subjects;
    if (wanted == 0) return try_statement(owned, whole_, hits);
    for (const Statement& statement : statements_) {
      if (statement.subjects != 0 && (statement.subjects & ~wanted) == 0) try_statement(owned, statement, hits);
    }
  }

  void try_statement(const OwnedPattern& owned, const Statement& statement, std::span<const Hit> hits) {
    const Pattern& pattern = owned.pattern;
    for (const Wanted& wanted : pattern.has.of(rubric_.wanted)) {
      if (!says(rubric_, statement.said, wanted)) return;
    }
    for (const Wanted& unwanted : pattern.without.of(rubric_.wanted)) {
      if (says(rubric_, statement.said, unwanted)) return;
    }
    chosen_.clear();
    if (pattern.within == Pattern::Within::clause ? choose_in_clause(pattern, statement.subjects, hits)
                                                  : choose(pattern, statement.subjects, hits))
      keep(owned);
  }

  static bool about(const Hit& hit, SubjectSet subjects) { return subjects == 0 || hit.subjects == subjects; }

  bool choose_in_clause(const Pattern& pattern, SubjectSet subjects, std::span<const Hit> hits) {
    for (std::size_t first = 0; first < hits.size();) {
      std::size_t last = first;
      while (last < hits.size() && hits[last].clause == hits[first].clause) ++last;
      chosen_.clear();
      if (choose(pattern, subjects, hits.subspan(first, last - first))) return true;
      first = last;
    }
    return false;
  }

  bool choose(const Pattern& pattern, SubjectSet subjects, std::span<const Hit> hits) {
    if (pattern.ordered) return choose_in_order(pattern, subjects, hits);
    for (const Wanted& wanted : pattern.has.of(rubric_.wanted)) {
      if (find_next(wanted, subjects, hits, 0, std::nullopt) == hits.size()) return false;
    }
    return true;
  }

  bool choose_in_order(const Pattern& pattern, SubjectSet subjects, std::span<const Hit> hits) {
    const std::span<const Wanted> has = pattern.has.of(rubric_.wanted);
    if (!found_.spend(hits.size())) return false;
    for (std::size_t start = 0; start < hits.size(); ++start) {
      if (!about(hits[start], subjects) || !satisfies(rubric_, has.front(), hits[start])) continue;
      chosen_.clear();
      chosen_.push_back(hits[start]);
      if (choose_rest(has.subspan(1), subjects, hits, start, pattern.gap)) return true;
      if (!pattern.gap) return false;  // a later start finds no more
    }
    return false;
  }

  bool choose_rest(std::span<const Wanted> rest, SubjectSet subjects, std::span<const Hit> hits, std::size_t at,
                   std::optional<std::uint16_t> gap) {
    for (const Wanted& wanted : rest) {
      at = find_next(wanted, subjects, hits, at + 1, gap);
      if (at == hits.size()) return false;
    }
    return true;
  }

  /// Takes the first hit that satisfies, at most `gap` words after the last one taken. Returns its position, or the
  /// end.
  std::size_t find_next(const Wanted& wanted, SubjectSet subjects, std::span<const Hit> hits, std::size_t from,
                        std::optional<std::uint16_t> gap) {
    const std::size_t last_word = gap ? chosen_.back().last + std::size_t{*gap} : SIZE_MAX;
    std::size_t at = from;
    while (at < hits.size() && hits[at].first <= last_word &&
           !(about(hits[at], subjects) && satisfies(rubric_, wanted, hits[at])))
      ++at;
    if (!found_.spend(1 + at - from) || at == hits.size() || hits[at].first > last_word) return hits.size();
    chosen_.push_back(hits[at]);
    return at;
  }

  // Matches -----------------------------------------------------------------------------------------------------------

  void keep(const OwnedPattern& owned) {
    Match match{owned.index, level_of(owned), spans_from_here(), {}};
    clauses_.clear();
    for (const Hit& hit : chosen_) add_span(match.spans, hit);
    found_.add(owned.owner, match);
  }

  [[nodiscard]] Slice spans_from_here() const { return {static_cast<std::uint32_t>(found_.spans.size()), 0}; }

  void push_span(Slice& slice, Span span) {
    found_.spans.push_back(span);
    ++slice.size;
  }

  [[nodiscard]] std::uint16_t level_of(const OwnedPattern& owned) const {
    std::uint16_t reached = owned.pattern.level;
    if (owned.owner < grader_.first_criterion || owned.owner >= grader_.first_misconception) return reached;
    return highest_level(rubric_, rubric_.all_criteria[owned.owner - grader_.first_criterion], reached, whole_.said,
                         [&](Slice reasons) { return argues(rubric_, reasons, prose_, *sentence_, hits_); });
  }

  // Spans -------------------------------------------------------------------------------------------------------------

  /// Hits of one clause make one span.
  void add_span(Slice& slice, const Hit& hit) {
    const Span span{prose_.words[hit.first].start, prose_.words[hit.last - 1].end};
    for (std::uint32_t k = 0; k < slice.size; ++k) {
      if (clauses_[k] != hit.clause) continue;
      Span& wider = found_.spans[slice.first + k];
      if (span.start < wider.start) wider.start = span.start;
      if (span.end > wider.end) wider.end = span.end;
      return;
    }
    push_span(slice, span);
    clauses_.push_back(hit.clause);
  }

  /// The claims are owners before the criteria: one each, behind the topic.
  void match_claims(const OwnedPattern& owned) {
    const std::span<const std::uint16_t> claims = owned.pattern.claims.of(rubric_.indices);
    for (const std::uint16_t claim : claims) {
      if (!found_.any(topic + 1 + claim)) return;
    }
    Match match{owned.index, owned.pattern.level, spans_from_here(), {}};
    for (const std::uint16_t claim : claims) {
      const Slice spans = found_.first(topic + 1 + claim).spans;
      for (std::uint32_t k = 0; k < spans.size; ++k) push_span(match.spans, Span(found_.spans[spans.first + k]));
    }
    found_.add(owned.owner, match);
  }

  void match_examples(std::size_t index, std::span<const Hit> hits) {
    const Sentence& sentence = prose_.sentences[index];
    if (reading_.sentences[index].listing) return;
    const std::uint32_t size = sentence.last - sentence.first;
    features_.clear();
    add_features(std::span(prose_.words).subspan(sentence.first, size), sentence.first, hits, features_,
                 std::span(reading_.marks).subspan(sentence.first, size));
    SubjectSet subjects = 0;
    for (const Hit& hit : hits) subjects |= hit.subjects;
    for (const Example& example : grader_.examples.examples) {
      if (!found_.spend(example.subjects == subjects ? 1 + example.features.size * features_.size() : 1)) return;
      if (example.subjects != subjects) continue;
      const TurnedBy turned_by = is_misconception(example.owner) ? TurnedBy::any_word : TurnedBy::a_part;
      const Likeness like =
          likeness(example.features.of(grader_.examples.features), example.weight, features_, turned_by);
      if (like == Likeness::turned) found_.turned.push_back({static_cast<std::uint32_t>(index), example.owner});
      if (like != Likeness::same || example.model || found_.owners[example.owner].size >= most_matches) continue;
      Match match{example.index, 0, spans_from_here(), {}};
      push_span(match.spans, {prose_.words[sentence.first].start, prose_.words[sentence.last - 1].end});
      found_.add(example.owner, match);
    }
  }

  const Grader& grader_;
  const Rubric& rubric_;
  const Prose& prose_;
  const Reading& reading_;
  Found found_;
  std::vector<Statement> statements_;
  Statement whole_;
  std::span<const Hit> hits_;           ///< of the sentence being read
  const Sentence* sentence_ = nullptr;  ///< that one
  std::vector<Hit> chosen_, scratch_;
  std::vector<std::uint32_t> clauses_;
  std::vector<Feature> features_;
  std::vector<std::uint32_t> looked_;  ///< by pattern: the last sentence it was tried on
  std::uint32_t round_ = 0;
  std::size_t header_first_ = 0, header_last_ = 0;
  bool all_subjects_ = false;  ///< the header names a subject in its first column, too: rows have no label
  std::uint32_t row_ = 0, table_ = 0, header_table_ = 0, row_table_ = 0;
};

}  // namespace

[[gnu::noinline]] bool Found::spend(std::size_t looks) {
  complete = complete && looks <= looks_left;
  looks_left -= looks <= looks_left ? looks : looks_left;
  return complete;
}

void Found::add(Owner owner, const Match& match) {
  const auto position = static_cast<std::uint32_t>(matches.size());
  List& list = owners[owner];
  if (list.size++ == 0) list.first = position;
  else matches[list.last].next = position;
  list.last = position;
  matches.push_back(match);
}

Found find_matches(const Grader& grader, const Rubric& rubric, const Prose& prose, const Reading& reading) {
  return Matching(grader, rubric, prose, reading).find();
}

}  // namespace decision_card::rubric
