// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <utility>

#include "language/prose.hpp"

namespace decision_card::language {

/// Puts words together to sentences, and sentences to the blocks (paragraphs, headings, bullets, cells) of a text.
class ProseBuilder {
 public:
  using Kind = Sentence::Kind;

  explicit ProseBuilder(std::size_t bytes);

  void begin_block(Kind kind, std::size_t depth);
  /// Says that the bullet just begun has a cross for its sign.
  void cross() { crossed_ = true; }
  void end_block();
  void end_sentence(bool closed = false, bool asks = false);
  [[nodiscard]] bool in_text() const { return block_open_ && block_kind_ == Kind::text; }
  [[nodiscard]] bool block_open() const { return block_open_; }
  [[nodiscard]] bool in_bullet() const { return block_open_ && block_kind_ == Kind::bullet; }

  /// Begins a row of a table. `continues`: the line before was one too.
  void begin_row(bool continues) { row_ += continues ? 1 : 2; }
  /// Says that the row just read is the table's header.
  void mark_header();
  /// Says that the block's only sentence is a heading after all.
  void make_heading(std::uint8_t depth);
  /// Begins a line that is a label: "Fine-tuning:".
  void begin_label();
  /// Makes a short line that no mark closes and a list follows the list's heading.
  void label_before_list();

  /// Sets the pause in front of the word.
  void add_word(Word word);
  void pause(Pause kind) {
    pause_ = kind > pause_ ? kind : pause_;
    aside_ = Aside::none;
  }
  void begin_aside();
  void end_aside();
  /// Two dashes in a sentence hold an aside between them.
  void dash();
  /// A question mark behind a few words: a question, unless more words follow.
  void half_asked() {
    pause(Pause::label);
    half_asked_ = true;
  }
  /// The words so far of the sentence being read.
  [[nodiscard]] std::span<Word> words_of_sentence() { return std::span(prose_.words).subspan(sentence_first_); }
  /// A colon at the end of a line: the sentence leads to what follows.
  void lead() {
    ended_with_colon_ = true;
    pause(Pause::label);
  }
  /// Takes back the words of this sentence that begin at `unit` or later.
  void drop_words_from(std::uint32_t unit);
  void quote() { quoted_ = quoted_ || sentence_empty(); }

  [[nodiscard]] bool leads() const { return ended_with_colon_; }
  [[nodiscard]] bool sentence_empty() const { return sentence_first_ == prose_.words.size(); }
  [[nodiscard]] const Word& last_word() const { return prose_.words.back(); }
  /// True while the sentence has one word, or behind its colon: a number here may count what follows.
  [[nodiscard]] bool may_count() const;
  /// True where the sentence being read began with a capital.
  [[nodiscard]] bool began_with_capital() const;
  [[nodiscard]] bool opens_like_question() const;
  /// True while the sentence is short enough to be half a thought: "Need citations?"
  [[nodiscard]] bool short_so_far() const;

  Prose take() { return std::move(prose_); }

 private:
  void push_sentence(bool closed, bool asks);
  void reset_sentence();

  Prose prose_;
  std::uint32_t row_ = 0;
  std::size_t block_first_ = 0;
  Kind block_kind_ = Kind::text;
  std::uint8_t block_depth_ = 0;
  bool block_open_ = false, opens_ = false;
  std::uint32_t sentence_first_ = 0;
  Pause pause_ = Pause::none;
  Aside aside_ = Aside::none;
  bool ended_with_colon_ = false, last_leads_ = false, quoted_ = false;
  bool in_dashes_ = false, half_asked_ = false, crossed_ = false;
};

constexpr std::uint8_t label_depth = 7;  ///< of a label that is no Markdown heading: below Markdown's six levels

}  // namespace decision_card::language
