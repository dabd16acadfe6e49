// SPDX-License-Identifier: MIT
#include "inspection/rich_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.hpp"

namespace decision_card::inspection {

using document::JsonValue;

namespace {

constexpr std::size_t nowhere = std::string_view::npos;
constexpr std::string_view https = "](https://";

enum class Sort { blank, plain_letter, sign, letter };

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_plain_letter(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Behind ASCII, the blocks of punctuation and signs that texts have.
bool is_sign(char32_t c) {
  constexpr std::array<std::array<char32_t, 2>, 11> signs{{{0xA1, 0xA9},
                                                           {0xAB, 0xB1},
                                                           {0xB4, 0xB4},
                                                           {0xB6, 0xB8},
                                                           {0xBB, 0xBB},
                                                           {0xBF, 0xBF},
                                                           {0x2010, 0x2027},
                                                           {0x2030, 0x205E},
                                                           {0x20A0, 0x2BFF},
                                                           {0x3001, 0x3030},
                                                           {0xFF01, 0xFF0F}}};
  if (c < 0x80) return true;
  return std::any_of(signs.begin(), signs.end(), [&](const auto& of) { return of[0] <= c && c <= of[1]; });
}

Sort sort_of(char32_t c) {
  if (c <= ' ' || c == 0xA0 || c == 0x3000) return Sort::blank;
  if (is_plain_letter(c)) return Sort::plain_letter;
  return is_sign(c) ? Sort::sign : Sort::letter;
}

/// Whether stars may stand between these: not within a word or a number of plain letters, and as CommonMark has it.
bool is_edge(Sort inside, Sort outside) {
  if (inside == Sort::blank || outside == Sort::plain_letter) return false;
  return outside != Sort::letter || inside != Sort::sign;
}

/// The inner text of a paragraph or of an item.
struct Stretch {
  std::size_t from, to;
};

/// Reads as the card does, and blanks what it takes for markup.
class RichReader {
 public:
  explicit RichReader(std::string_view text) : text_(text), rest_{std::string(text), {}, {}} {}

  RichRest read() {
    for (const Stretch& each : stretches()) read_words(each);
    return std::move(rest_);
  }

 private:
  struct Open {
    std::string_view sign;
    std::size_t at;
  };

  /// "- ", "1. ": how long it is; `first`: whether it may begin a list.
  static std::size_t item_length(std::string_view line, bool& first) {
    std::size_t at = 0;
    while (at < line.size() && at < 10 && is_digit(line[at])) ++at;
    const bool dash = line.starts_with("-");
    if (at == 10 || (!dash && (at == 0 || at == line.size() || line[at] != '.'))) return 0;
    first = dash || line.starts_with("1.");
    const std::size_t words = line.find_first_not_of(' ', at + 1);
    return words == nowhere || words == at + 1 || words > at + 5 ? 0 : words;
  }

  void blank(std::size_t from, std::size_t size) { rest_.words.replace(from, size, size, ' '); }

  std::vector<Stretch> stretches() {
    std::vector<Stretch> found;
    char list = ' ';  // what the last stretch is an item of
    bool gap = true;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      const std::string_view line = text_.substr(at, end - at);
      const bool empty = line.find_first_not_of(" \t\r") == nowhere;
      bool first = false;
      const std::size_t item = item_length(line, first);
      const char kind = line.starts_with("-") ? '-' : '1';
      const bool begins = item > 0 && (first || list == kind);
      if (begins) blank(at, item);
      if ((begins || (gap && !empty)) && at > 0) blank(at - 1, 1);
      if (empty && at > 0) blank(at - 1, 1);
      if (begins || (gap && !empty)) {
        found.push_back({at + (begins ? item : 0), end});
        list = begins ? kind : ' ';
      } else if (!found.empty() && !empty) {
        found.back().to = end;
      }
      gap = empty;
      at = end + 1;
    }
    if (text_.ends_with('\n')) blank(text_.size() - 1, 1);
    return found;
  }

  Sort before(std::size_t at, std::size_t from) const {
    if (at == from) return Sort::blank;
    do --at;
    while (base::continues_character(text_[at]));
    return sort_of(base::character_at(text_, at).code);
  }
  Sort behind(std::size_t at, std::size_t to) const {
    return at == to ? Sort::blank : sort_of(base::character_at(text_, at).code);
  }

  void read_words(const Stretch& stretch) {
    open_.clear();
    lost_ = false;
    for (std::size_t at = stretch.from; at < stretch.to;) at += read_sign(at, stretch);
    give_up(0);
  }

  /// How many characters it took.
  std::size_t read_sign(std::size_t at, const Stretch& stretch) {
    const std::string_view left = text_.substr(at, stretch.to - at);
    if (left[0] == '\\' && left.size() > 1 && left[1] > ' ' && left[1] < 0x7F &&
        sort_of(static_cast<unsigned char>(left[1])) == Sort::sign) {
      blank(at, 2);
      return 2;
    }
    if (left[0] == '*') return read_stars(at, left.substr(0, left.find_first_not_of('*')), stretch);
    if (left.starts_with("![") || left[0] == '[' || left[0] == ']') return read_bracket(at, left);
    return 1;
  }

  std::size_t read_stars(std::size_t at, std::string_view stars, const Stretch& stretch) {
    const Sort left = before(at, stretch.from), right = behind(at + stars.size(), stretch.to);
    const bool usable = stars.size() < 3 && !lost_;
    if (usable && !open_.empty() && open_.back().sign == stars && is_edge(left, right)) {
      close(at, stars.size());
    } else if (usable && !is_open(stars) && is_edge(right, left)) {
      open_.push_back({stars, at});
    } else if (left != Sort::blank || right != Sort::blank) {
      give_up(0);
      lose(stars.size() > 2 || is_edge(left, right) || is_edge(right, left) ? stars : "");
    }
    return stars.size();
  }

  std::size_t read_bracket(std::size_t at, std::string_view left) {
    const std::size_t size = left[0] == '!' ? 2 : left[0] == ']' ? 1 + address_length(left) : 1;
    const bool inside = !open_.empty() && open_.back().sign == "[";
    if (size > 2 && inside && at > open_.back().at + 1) {
      close(at, size);
      return size;
    }
    if (size > 1 || is_open("[")) give_up(left[0] == ']' && inside ? open_.size() - 1 : 0);
    if (left[0] == '[') open_.push_back({"[", at});
    return size;
  }

  /// Of "(https://…)" behind the bracket; 0 where there is none.
  static std::size_t address_length(std::string_view left) {
    if (!left.starts_with(https)) return 0;
    bool within = false;
    for (std::size_t at = https.size(); at < left.size(); ++at) {
      const char c = left[at];
      if (sort_of(base::character_at(left, at).code) == Sort::blank || c == '<' || c == '>' || c == '\\') return 0;
      if (c == '(' && within) return 0;
      if (c == ')' && !within) return at > https.size() ? at : 0;
      within = c == '(' || (within && c != ')');
    }
    return 0;
  }

  bool is_open(std::string_view sign) const {
    return std::any_of(open_.begin(), open_.end(), [&](const Open& each) { return each.sign == sign; });
  }

  void close(std::size_t at, std::size_t size) {
    if (rest_.marked.empty()) rest_.marked = text_.substr(open_.back().at, at + size - open_.back().at);
    blank(open_.back().at, open_.back().sign.size());
    blank(at, size);
    open_.pop_back();
  }

  void give_up(std::size_t from) {
    for (std::size_t k = from; k < open_.size(); ++k) {
      if (open_[k].sign != "[") lose(open_[k].sign);
    }
    open_.resize(from);
  }

  void lose(std::string_view stars) {
    lost_ = true;
    if (rest_.alone.empty()) rest_.alone = stars;
  }

  std::string_view text_;
  RichRest rest_;
  std::vector<Open> open_{};
  bool lost_ = false;  ///< a star meant nothing, so that no later one does
};

}  // namespace

RichRest rest_of(std::string_view text) { return RichReader(text).read(); }

bool is_rich(JsonValue parent, std::string_view key) {
  constexpr std::array<std::string_view, 12> prose{"intro",   "help",    "why",        "why_not", "because", "detail",
                                                   "summary", "despite", "gates_text", "pass",    "fail",    "unknown"};
  if (key != "text") return std::find(prose.begin(), prose.end(), key) != prose.end();
  bool titled = false, labelled = false;
  for (const JsonValue member : parent) {
    titled |= member.key() == "title";
    labelled |= member.key() == "id" || member.key() == "amount";
  }
  return titled || !labelled;
}

}  // namespace decision_card::inspection
