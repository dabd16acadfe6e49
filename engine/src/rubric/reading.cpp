// SPDX-License-Identifier: MIT
#include "rubric/reading.hpp"

#include <bit>

#include "rubric/clauses.hpp"
#include "rubric/listing.hpp"
#include "rubric/muting.hpp"
#include "rubric/negation.hpp"
#include "rubric/opinion.hpp"

namespace decision_card::rubric {

namespace {

using enum language::WordClass;
using language::Aside;
using language::Pause;
using language::Prose;
using language::Sentence;
using language::Word;

/// A subject, and whether it is advised against.
struct About {
  SubjectSet subjects = 0;
  bool rejected = false;
};

/// What a heading or a bullet is about, for what hangs on it.
struct Outline {
  std::uint8_t depth = 0;
  About about{};
};

class Reader {
 public:
  Reader(const Prose& prose, const Lexicon& lexicon, const Rubric& rubric)
      : prose_(prose),
        words_(prose.words),
        lexicon_(lexicon),
        namings_(ConceptSet::most),
        splitter_(prose, namings_, clauses_),
        muter_(prose.words) {
    for (std::size_t k = 0; k < rubric.subjects.size(); ++k)
      namings_[rubric.subjects[k]].named = static_cast<SubjectSet>(1u << k);
    for (const Implication& entry : rubric.implied) namings_[entry.concept_index].implied = entry.subject;
  }

  Reading read() {
    reading_.sentences.reserve(prose_.sentences.size());
    reading_.hits.reserve(prose_.words.size() / 2);
    reading_.marks.assign(prose_.words.size(), 0);
    for (std::size_t k = 0; k < prose_.sentences.size(); ++k) read_sentence(k);
    fill_lists();
    fill(0, prose_.sentences.size());
    return std::move(reading_);
  }

 private:
  using Kind = Sentence::Kind;

  void read_sentence(std::size_t index) {
    Sentence sentence = prose_.sentences[index];
    const SubjectSet answer = sentence.asks ? answer_to(index) : SubjectSet{0};
    find_hits(sentence);
    name_joined();
    splitter_.split(sentence, found_);
    if (sentence.kind == Kind::heading && !sentence.opens && !names_subject()) sentence.kind = Kind::text;
    resolve(answer != 0 ? About{answer, false} : context_of(sentence));
    muter_.mute(clauses_, sentence, sentence.asks && answer == 0, wrong_list_);
    if (is_verdict_on_sentence_before(sentence)) mute_sentence_before();
    keep_hits(sentence);
    remember(sentence);
  }

  /// A label that follows other lines at once is one only if it names a subject: "My reasons:" leads to what follows.
  [[nodiscard]] bool names_subject() const {
    for (const Clause& clause : clauses_) {
      if (clause.own != 0) return true;
    }
    return false;
  }

  void find_hits(const Sentence& sentence) {
    found_.clear();
    lexicon_.find(std::span(words_).subspan(sentence.first, sentence.last - sentence.first), sentence.first, found_);
  }

  /// A phrase that holds two subjects ("RAG and fine-tuning") is about them, though a clause is about neither alone.
  void name_joined() {
    SubjectSet inner = 0;
    for (const Hit& hit : found_) inner |= hit.inner ? namings_[hit.concept_index].named : SubjectSet{0};
    if (std::popcount(inner) > 1) reading_.named |= inner;
  }

  /// "Do the facts move? RAG." A question that is answered by hardly more than a subject says something about it.
  SubjectSet answer_to(std::size_t question) {
    if (question + 1 >= prose_.sentences.size()) return 0;
    const Sentence& next = prose_.sentences[question + 1];
    if (next.opens || next.last - next.first > 4) return 0;
    find_hits(next);
    SubjectSet named = 0;
    for (const Hit& hit : found_) named |= hit.inner ? SubjectSet{0} : namings_[hit.concept_index].named;
    return std::has_single_bit(named) ? named : SubjectSet{0};
  }

  // What a list or a text is about ------------------------------------------------------------------------------------

  /// The bullets of a list that name no subject are about the one that the others name.
  void fill_lists() {
    for (std::size_t first = 0; first < prose_.sentences.size();) {
      std::size_t last = first;
      while (last < prose_.sentences.size() && prose_.sentences[last].kind == Kind::bullet) ++last;
      fill(first, last);
      first = last + 1;
    }
  }

  /// Where sentences speak of a single subject only, all that they say is about it.
  void fill(std::size_t first, std::size_t last) {
    SubjectSet named = 0;
    for (std::size_t k = first; k < last; ++k) named |= reading_.sentences[k].subjects;
    if (!std::has_single_bit(named)) return;
    for (std::uint32_t k = reading_.sentences[first].first_hit; k < reading_.sentences[last - 1].last_hit; ++k) {
      if (reading_.hits[k].subjects == 0) reading_.hits[k].subjects = named;
    }
  }

  // What a clause is about --------------------------------------------------------------------------------------------

  About context_of(const Sentence& sentence) {
    if (sentence.kind == Kind::heading || sentence.kind == Kind::cell) return heading_.about;
    if (!sentence.opens) return {previous_, false};
    if (sentence.kind == Kind::bullet) return above_bullet(sentence);
    const bool back = sentence.first < sentence.last && words_[sentence.first].classes & refers_back;
    if (back && previous_ != 0) return {previous_, false};
    return led_.subjects != 0 ? led_ : heading_.about;
  }

  /// A bullet hangs on the nearest less indented bullet, on the line that leads to the list, or on the heading.
  About above_bullet(const Sentence& sentence) {
    while (!bullets_.empty() && bullets_.back().depth >= sentence.depth) bullets_.pop_back();
    if (!bullets_.empty() && bullets_.back().about.subjects != 0) return bullets_.back().about;
    if (lead_.subjects != 0) return lead_;
    const bool back = sentence.first < sentence.last && words_[sentence.first].classes & refers_back;
    return heading_.about.subjects == 0 && back ? About{previous_, false} : heading_.about;
  }

  void resolve(About context) {
    for (std::size_t k = 0; k < clauses_.size(); ++k) {
      Clause& clause = clauses_[k];
      if (clause.own != 0) clause.subjects = clause.own;
      else resolve_other(k, context);
    }
  }

  void resolve_other(std::size_t k, About context) {
    Clause& clause = clauses_[k];
    const std::uint32_t opening = opening_classes(words_, clause);
    const Pause pause = words_.empty() || clause.first >= clause.last ? Pause::none : words_[clause.first].pause;
    if (k > 0 && opening & relates) {
      const Clause& before = clauses_[k - 1];
      clause.subjects = before.compared != 0 && before.own == 0 ? before.compared : before.subjects;
      return;
    }
    const bool hangs = (opening & hangs_on_other) != 0;
    const bool fronted = hangs && (k == 0 || pause != Pause::none);
    const Clause* next = next_named(k);
    if (next != nullptr && (fronted || (leads_to(*next) && (k == 0 || !hangs))))
      return take_over(clause, *next, opening);
    const SubjectSet inherited = k > 0 ? clauses_[k - 1].subjects : context.subjects;
    if (clause.implied != 0 && (k == 0 || inherited == 0)) {
      clause.subjects = clause.implied;
      return;
    }
    if (k > 0) return take_over(clause, clauses_[k - 1], opening);
    clause.subjects = context.subjects;
    clause.rejected = context.rejected;
    if (context.subjects == 0 && (opening & refers_back) == 0) {
      if (next != nullptr) take_over(clause, *next, opening);
    }
  }

  static void take_over(Clause& clause, const Clause& from, std::uint32_t opening) {
    clause.subjects = from.own != 0 ? from.own : from.subjects;
    clause.rejected = (from.rejected || from.denied) && (opening & hangs_on_other) && !(opening & explains);
  }

  [[nodiscard]] const Clause* next_named(std::size_t k) {
    for (std::size_t next = k + 1; next < clauses_.size() && next <= k + 4; ++next) {
      if (clauses_[next].own != 0) return &clauses_[next];
      if (clauses_[next].implied != 0) {
        clauses_[next].subjects = clauses_[next].implied;
        return &clauses_[next];
      }
    }
    return nullptr;
  }

  /// True for what comes behind a colon or a conclusion: "Fresh facts: RAG." "Style matters, so I would fine-tune."
  [[nodiscard]] bool leads_to(const Clause& clause) const {
    return words_[clause.first].pause == Pause::label || words_[clause.first].classes & concludes;
  }

  // What does not count -----------------------------------------------------------------------------------------------

  /// "The bus is on time. That's false." "No" alone says so where it is all that the sentence says.
  [[nodiscard]] bool is_verdict_on_sentence_before(const Sentence& sentence) const {
    if (clauses_.empty() || reading_.sentences.empty() || sentence.kind == Kind::cell) return false;
    const std::span<const Word> all = std::span(words_).subspan(sentence.first, sentence.last - sentence.first);
    return is_verdict(all) || is_plain_verdict(words_of(words_, clauses_.front()));
  }

  /// Takes back what the sentence before says; it is the last one whose hits were kept.
  void mute_sentence_before() {
    ReadSentence& before = reading_.sentences.back();
    reading_.hits.resize(before.first_hit);
    before.last_hit = before.first_hit;
    const Sentence& sentence = prose_.sentences[reading_.sentences.size() - 1];
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) reading_.marks[at] |= muted_word;
    clauses_.front().muted = true;
  }

  // Hits -------------------------------------------------------------------------------------------------------------

  void keep_hits(const Sentence& sentence) {
    ReadSentence read;
    read.first_hit = static_cast<std::uint32_t>(reading_.hits.size());
    read.listing = is_listing(sentence, words_, !clauses_.empty() && clauses_.front().own != 0);
    std::size_t next = 0;
    Carried carried;
    outside_ = {};
    for (const Clause& clause : clauses_) {
      carried = negate(words_, clause, carried_into(clause, carried), negated_);
      mark_words(clause);
      for (; next < found_.size() && found_[next].first < clause.last; ++next)
        keep_hit(found_[next], clause, read.listing);
      ++clause_count_;
      read.subjects |= clause.own;
      reading_.named |= clause.own;
      reading_.named |= clause.compared;
    }
    read.last_hit = static_cast<std::uint32_t>(reading_.hits.size());
    read.about = clauses_.empty() ? SubjectSet{0} : clauses_.back().subjects;
    reading_.sentences.push_back(read);
  }

  /// What the words before a clause deny; behind an aside, those before the aside.
  Carried carried_into(const Clause& clause, Carried before) {
    const Aside aside = clause.first < clause.last ? words_[clause.first].aside : Aside::none;
    if (aside == Aside::none) return before;
    if (aside == Aside::closes) return outside_;
    outside_ = before;
    return {};
  }

  void mark_words(const Clause& clause) {
    for (std::uint32_t at = clause.first; at < clause.last; ++at) {
      const bool denied = negated_[at - clause.first] != 0;
      reading_.marks[at] = static_cast<std::uint8_t>((denied ? denied_word : 0) | (clause.muted ? muted_word : 0));
    }
  }

  void keep_hit(Hit hit, const Clause& clause, bool listing) {
    if (clause.muted || listing) return;
    hit.negated = (negated_[hit.first - clause.first] != 0) != (clause.own == 0 && clause.rejected);
    hit.subjects = clause.subjects;
    hit.clause = clause_count_;
    reading_.hits.push_back(hit);
  }

  // From sentence to sentence -----------------------------------------------------------------------------------------

  void remember(const Sentence& sentence) {
    const ReadSentence& read = reading_.sentences.back();
    remember_pair();
    About named;
    for (const Clause& clause : clauses_) {
      if (clause.own != 0) named = {clause.own, clause.rejected};
    }
    led_ = sentence.leads ? About{read.about, named.rejected} : About{};
    if (sentence.kind == Kind::heading) return remember_heading(sentence, read.subjects, named);
    if (sentence.kind == Kind::bullet && sentence.opens) bullets_.push_back({sentence.depth, named});
    if (sentence.kind == Kind::text) {
      bullets_.clear();
      lead_ = led_;
      wrong_list_ = sentence.leads && muter_.told();
    }
    previous_ = read.about;
  }

  void remember_pair() {
    SubjectSet first = 0;
    for (const Clause& clause : clauses_) {
      for (const SubjectSet set : {clause.own, clause.compared}) {
        if (set == 0) continue;
        const SubjectSet low = static_cast<SubjectSet>(set & -set);
        if (first != 0 && low != first) remember_pair(first, low);
        if (first == 0) first = low;
        if (low != set) remember_pair(splitter_.joined_first, splitter_.joined_second);
      }
    }
  }

  void remember_pair(SubjectSet first, SubjectSet second) {
    splitter_.first_named = first;
    splitter_.second_named = second;
  }

  /// A heading takes the place of those of its depth and below. "Pros" and the like say nothing new about the subject.
  void remember_heading(const Sentence& sentence, SubjectSet subjects, About named) {
    lead_ = led_ = {};
    bullets_.clear();
    previous_ = 0;
    wrong_list_ = labels_wrong(std::span(words_).subspan(sentence.first, sentence.last - sentence.first)) ||
                  (sentence.leads && muter_.told());
    if (subjects == 0 && is_aspect(sentence)) return;
    while (!headings_.empty() && headings_.back().depth >= sentence.depth) headings_.pop_back();
    const About above = headings_.empty() ? About{} : headings_.back().about;
    headings_.push_back({sentence.depth, subjects == 0 ? above : std::has_single_bit(subjects) ? named : About{}});
    heading_ = headings_.back();
  }

  [[nodiscard]] bool is_aspect(const Sentence& sentence) const {
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
      if ((words_[at].classes & (aspect | function_word)) == 0) return false;
    }
    return true;
  }

  const Prose& prose_;
  const std::vector<Word>& words_;
  const Lexicon& lexicon_;
  std::vector<Naming> namings_;
  std::vector<Clause> clauses_;
  ClauseSplitter splitter_;
  Muter muter_;
  std::vector<Hit> found_;
  std::vector<std::uint8_t> negated_;
  Carried outside_;  ///< of the aside being read: what was denied in front of it
  Reading reading_;
  std::uint32_t clause_count_ = 0;

  std::vector<Outline> headings_, bullets_;
  Outline heading_;
  About lead_;  ///< what the text above a list leads to
  About led_;   ///< what the sentence just read leads to, if it ends with a colon
  SubjectSet previous_ = 0;
  bool wrong_list_ = false;  ///< the bullets that follow say what is wrong
};

}  // namespace

Reading read_subjects(const Prose& prose, const Lexicon& lexicon, const Rubric& rubric) {
  return Reader(prose, lexicon, rubric).read();
}

}  // namespace decision_card::rubric
