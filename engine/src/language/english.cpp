// SPDX-License-Identifier: MIT
#include "language/english.hpp"

#include "base/wording.hpp"
#include "language/spelling.hpp"

namespace decision_card::language {

namespace {

struct Words {
  std::uint32_t classes;
  std::string_view words;
};

constexpr Words word_table[] = {
    {negates,
     "not never nobody nothing hardly rarely seldom neither unable fails fail barely scarcely noone unlikely "
     "impossible deny denies denied denying unsuitable unsuited"},
    // "don't" is read by its ending; here are those without the apostrophe.
    {negates | is_verb,
     "cannot cant dont doesnt didnt isnt arent wasnt werent aint wont wouldnt shouldnt couldnt hasnt havent hadnt "
     "mustnt "
     "neednt mightnt maynt shant oughtnt darent"},
    {negates_noun | preposition, "without"},
    {negates_noun, "no zero none little lacks lack minus"},
    {negates | coordinates, "nor"},
    {avoids | is_verb, "avoid avoids avoiding eliminate eliminates eliminating removes skip skips skipping spares"},
    {subordinates, "when whenever once unless until because since although though as"},
    {subordinates | hypothetical, "if"},
    {relates, "which who whose"},
    {contrasts, "but however yet whereas while although though conversely meanwhile"},
    {ends_report, "but however yet conversely actually instead reality"},
    {explains, "because since as although though until"},
    {affirms, "true correct right accurate case fact so sure"},
    {reports, "that"},
    {coordinates, "and or plus"},
    {concludes, "so then therefore hence thus"},
    {refers_back, "it they this these those that its their such"},
    {compares,
     "than unlike versus vs over before instead compared opposed replace replaces replacing form kind type sort"},
    {negates_noun, "instead rather"},
    {needs, "need needs needing needed having necessity requirement requiring way ability means chance"},
    {believer,
     "people some many most others folks everyone teams developers engineers candidates beginners they "
     "somebody someone vendors vendor marketing slides slide blogs blog posts myth misconception myths misconceptions "
     "common "
     "colleague colleagues boss manager friend friends customer client consultant salesman he she"},
    {believes,
     "think thinks believe believes believed claim claims claimed say says said assume assumes assumed argue argues "
     "imagine imagines expect hear told thought suppose convinced"},
    {refutes,
     "wrong false untrue mistaken mistake incorrect fallacy misleading myth misconception nonsense flag disagree "
     "disagrees doubt doubts doubted doubtful unconvinced skeptical sceptical myths misconceptions fallacies"},
    {believes, "doubt doubts doubted doubtful unconvinced skeptical sceptical"},
    {refocuses, "only just merely simply solely"},
    {aspect,
     "pros cons pro con advantages disadvantages advantage disadvantage strengths weaknesses benefits drawbacks "
     "limitations downsides upsides best examples example cases case use why summary key points choose worst "
     "challenges good ideal fit when"},
    {asks,
     "what why how can is are does do should would could will which who did has have when where whose whom was were "
     "am may might must shall had"},
    {former, "former"},
    {latter, "latter"},
    {preposition | opens_condition, "for with given"},
    {preposition, "to in on at by of about into through during between against via under per like within after"},
    {hypothetical, "would could might suppose"},
    {is_verb,
     "is are was were be been being am do does did has have had can could will would shall should may might "
     "must need needs keep keeps give gives let lets make makes use uses provide provides allow allows cite "
     "cites reduce reduces stay stays cost costs require requires teach teaches learn learns change changes "
     "add adds work works help helps want wants get gets go goes take takes update updates retrieve retrieves "
     "train trains bake bakes store stores means mean shines wins win becomes become remains serve serves "
     "supply supplies pay pays start starts stop stops choose pick prefer fits suits handles handle knows know "
     "excels offers ensures improves enables"},
    {function_word,
     "a an the of to in on at by and or but if is are was were be been being it its this that these "
     "those they them their you your we our i my me he she his her for with from as so than then when "
     "while do does did has have had can could will would should may might must not no there here also "
     "just very more most much many some any each every all both such which who what how why where into "
     "out up down over only own same too about because since etc e.g i.e eg ie"},
};

struct Senses {
  std::uint16_t senses;
  std::string_view words;
};

constexpr Senses sense_table[] = {
    {doubts, "doubt doubts doubted doubtful unconvinced skeptical sceptical"},
    {exceeds, "too"},
    {infinitive, "to"},
    {misbelief,
     "myth myths misconception misconceptions fallacy fallacies mistake mistakes misunderstanding misunderstandings "
     "misbelief lie lies"},
    {reverses, "opposite contrary reverse"},
    {judges,
     "it that this these those they which is are was were be been being the a an at all of course so quite really "
     "simply just plain plainly certainly definitely obviously exactly very actually absolutely totally completely but "
     "and i we say think not never hardly does do did can cannot will would no none nope nah wrong false untrue "
     "mistaken "
     "mistake incorrect nonsense myth misconception fallacy disagree doubt rubbish bogus true correct right accurate "
     "case "
     "fact far from common isnt arent wasnt dont doesnt didnt cant wont wouldnt"},
};

}  // namespace

English::English() {
  for (const Words& row : word_table) {
    for (const std::string_view word : base::split(row.words, ' ')) entry(word).classes |= row.classes;
  }
  for (const Senses& row : sense_table) {
    for (const std::string_view word : base::split(row.words, ' '))
      entry(word).senses = static_cast<std::uint16_t>(entry(word).senses | row.senses);
  }
  idioms_.for_each_last([&](std::string_view word) { entry(word).senses |= ends_idiom; });
}

English::Entry& English::entry(std::string_view word) {
  const std::uint32_t id = words_.add(word);
  if (id == entries_.size()) entries_.emplace_back();
  return entries_[id];
}

void English::learn_stems(const base::WordTable& stems) {
  for (std::uint32_t id = 1; id <= words_.size(); ++id) entries_[id].stem = stems.find(stem_of(words_.word(id)).text());
}

const English::Entry* English::find(std::string_view word, std::uint32_t hash) const {
  const std::uint32_t id = words_.find(word, hash);
  return id == 0 ? nullptr : &entries_[id];
}

}  // namespace decision_card::language
