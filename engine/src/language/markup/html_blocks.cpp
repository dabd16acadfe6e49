// SPDX-License-Identifier: MIT
#include "language/markup/html_blocks.hpp"

namespace decision_card::language {

void HtmlBlocks::read(const Tag& tag) {
  switch (tag.kind) {
    case Tag::Kind::list: return read_list(tag.closes);
    case Tag::Kind::item: return wait_for(Kind::bullet, static_cast<std::uint8_t>(lists_ * 2), tag.closes);
    case Tag::Kind::heading: return wait_for(Kind::heading, tag.level, tag.closes);
    case Tag::Kind::row: return read_row(tag.closes);
    case Tag::Kind::cell:
    case Tag::Kind::header_cell: return read_cell(tag);
    case Tag::Kind::table:
      had_row_ = had_row_ && tag.closes;
      in_cell_ = false;
      return prose_.end_block();
    case Tag::Kind::line_break: return in_cell_ || in_heading_ ? prose_.pause(Pause::strong) : prose_.end_sentence();
    default:
      if (in_cell_) prose_.pause(Pause::strong);
      else prose_.end_block();
  }
}

void HtmlBlocks::read_list(bool closes) {
  prose_.end_block();
  prose_.label_before_list();
  waiting_ = Kind::text;
  if (!closes && lists_ < 100) ++lists_;
  if (closes && lists_ > 0) --lists_;
}

void HtmlBlocks::wait_for(Kind kind, std::uint8_t depth, bool closes) {
  prose_.end_block();
  waiting_ = closes ? Kind::text : kind;
  waiting_depth_ = depth;
  in_heading_ = false;
}

void HtmlBlocks::read_row(bool closes) {
  prose_.end_block();
  if (closes && all_headers_) prose_.mark_header();
  in_cell_ = all_headers_ = false;
  column_ = 0;
  if (closes) return;
  prose_.label_before_list();
  prose_.begin_row(had_row_);
  had_row_ = true;
}

void HtmlBlocks::read_cell(const Tag& tag) {
  prose_.end_block();
  in_cell_ = !tag.closes;
  if (tag.closes) return;
  const bool header = tag.kind == Tag::Kind::header_cell;
  all_headers_ = header && (column_ == 0 || all_headers_);
  prose_.begin_block(Kind::cell, column_);
  if (column_ < 255) ++column_;
}

bool HtmlBlocks::begin_piece() {
  if (waiting_ == Kind::text) return in_cell_ || in_heading_;
  prose_.begin_block(waiting_, waiting_depth_);
  in_heading_ = waiting_ == Kind::heading;
  waiting_ = Kind::text;
  return true;
}

}  // namespace decision_card::language
