// SPDX-License-Identifier: MIT
#include "language/prose_builder.hpp"

#include "language/english.hpp"

namespace decision_card::language {

namespace {

constexpr std::uint32_t thought_words = 8;
constexpr std::uint32_t heading_words = 10;  // a longer line is a sentence, not a label
constexpr std::uint32_t label_words = 4;

std::uint32_t size_of(const Sentence& sentence) { return sentence.last - sentence.first; }

void make_label(Sentence& sentence) {
  sentence.kind = Sentence::Kind::heading;
  sentence.depth = label_depth;
}

}  // namespace

ProseBuilder::ProseBuilder(std::size_t bytes) {
  prose_.words.reserve(bytes / 5);
  prose_.sentences.reserve(bytes / 40);
}

void ProseBuilder::begin_block(Kind kind, std::size_t depth) {
  end_block();
  block_open_ = true;
  opens_ = true;
  block_kind_ = kind;
  block_depth_ = static_cast<std::uint8_t>(depth);
  block_first_ = prose_.sentences.size();
  crossed_ = false;
}

void ProseBuilder::end_block() {
  end_sentence();
  block_open_ = false;
}

/// A cell counts even when it is empty: it keeps the place of its column.
void ProseBuilder::end_sentence(bool closed, bool asks) {
  last_leads_ = pause_ == Pause::label && ended_with_colon_;
  const bool empty_cell = block_open_ && block_kind_ == Kind::cell && opens_;
  if (!sentence_empty() || empty_cell) push_sentence(closed, asks || half_asked_);
  reset_sentence();
}

void ProseBuilder::push_sentence(bool closed, bool asks) {
  Sentence sentence;
  sentence.first = sentence_first_;
  sentence.last = static_cast<std::uint32_t>(prose_.words.size());
  sentence.kind = block_kind_;
  sentence.depth = block_depth_;
  sentence.opens = opens_;
  sentence.closed = closed;
  sentence.asks = asks;
  sentence.leads = last_leads_;
  sentence.quoted = quoted_;
  sentence.crossed = crossed_;
  sentence.row = block_open_ && block_kind_ == Kind::cell ? row_ : 0;
  prose_.sentences.push_back(sentence);
  opens_ = false;
}

void ProseBuilder::reset_sentence() {
  sentence_first_ = static_cast<std::uint32_t>(prose_.words.size());
  pause_ = Pause::none;
  ended_with_colon_ = false;
  quoted_ = in_dashes_ = half_asked_ = false;
  aside_ = Aside::none;
}

void ProseBuilder::begin_aside() {
  pause(Pause::strong);
  aside_ = Aside::opens;
}

void ProseBuilder::dash() {
  pause(Pause::label);
  aside_ = in_dashes_ ? Aside::closes : Aside::opens;
  in_dashes_ = !in_dashes_;
}

void ProseBuilder::end_aside() {
  pause(Pause::strong);
  aside_ = Aside::closes;
}

/// Stops at a cell that is marked already, so that many lines under one header take no longer than one.
void ProseBuilder::mark_header() {
  std::vector<Sentence>& all = prose_.sentences;
  for (std::size_t k = all.size(); k-- > 0 && all[k].row == row_ && all[k].kind == Kind::cell && !all[k].header;)
    all[k].header = true;
}

void ProseBuilder::make_heading(std::uint8_t depth) {
  if (prose_.sentences.size() != block_first_ + 1) return;
  prose_.sentences.back().kind = Kind::heading;
  prose_.sentences.back().depth = depth;
}

/// A label that follows other lines at once opens nothing: whether it is one depends on what it names.
void ProseBuilder::begin_label() {
  const bool follows = block_open_ && !(opens_ && sentence_empty());
  begin_block(Kind::heading, label_depth);
  opens_ = !follows;
}

void ProseBuilder::label_before_list() {
  if (prose_.sentences.empty()) return;
  Sentence& last = prose_.sentences.back();
  if (last.kind == Kind::text && last.opens && !last.closed && !last.asks &&
      size_of(last) <= (last.leads ? label_words : heading_words))
    make_label(last);
}

void ProseBuilder::add_word(Word word) {
  word.pause = pause_;
  word.aside = aside_;
  prose_.words.push_back(word);
  pause_ = Pause::none;
  aside_ = Aside::none;
  ended_with_colon_ = half_asked_ = false;
}

void ProseBuilder::drop_words_from(std::uint32_t unit) {
  while (!sentence_empty() && last_word().start >= unit) {
    const Pause before = last_word().pause;
    prose_.words.pop_back();
    pause(before);
  }
}

bool ProseBuilder::may_count() const {
  return prose_.words.size() == sentence_first_ + 1u || last_word().pause >= Pause::strong;
}

bool ProseBuilder::began_with_capital() const {
  return !sentence_empty() && (prose_.words[sentence_first_].capitals & 1) != 0;
}

bool ProseBuilder::short_so_far() const { return prose_.words.size() - sentence_first_ <= thought_words; }

bool ProseBuilder::opens_like_question() const {
  const std::vector<Word>& words = prose_.words;
  std::uint32_t at = sentence_first_;
  while (at + 1 < words.size() && words[at].classes & (coordinates | contrasts | concludes)) ++at;
  return (words[at].classes & asks) != 0 || (words[at].classes & (negates | is_verb)) == (negates | is_verb);
}

}  // namespace decision_card::language
