// SPDX-License-Identifier: MIT
#include "language/stem.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "support/support.hpp"

using namespace decision_card;

namespace {

std::string stem(std::string_view word) { return std::string(language::Stem(word).text()); }

}  // namespace

TEST_CASE("stems are Snowball's, over its whole vocabulary") {
  const auto folder = tests::corpus_folder("stemming");
  if (!folder) return;
  std::istringstream lines(tests::read_file(*folder + "/porter2-english.tsv"));
  int words = 0, different = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    ++words;
    if (stem(line.substr(0, tab)) == line.substr(tab + 1)) continue;
    if (++different <= 5) MESSAGE(line << ": " << stem(line.substr(0, tab)));
  }
  CHECK(words > 40'000);
  CHECK(different == 0);
}

TEST_CASE("the words of a field meet in one stem") {
  CHECK(stem("retrieval") == stem("retrieve"));
  CHECK(stem("retrieving") == stem("retrieved"));
  CHECK(stem("tuning") == stem("tuned"));
  CHECK(stem("hallucinations") == stem("hallucinate"));
  CHECK(stem("citing") == stem("cites"));
}

TEST_CASE("exceptions, short words and apostrophes") {
  CHECK(stem("skies") == "sky");
  CHECK(stem("news") == "news");
  CHECK(stem("dying") == "die");
  CHECK(stem("is") == "is");
  CHECK(stem("") == "");
  CHECK(stem("model's") == "model");
  CHECK(stem("'quoted") == "quot");
}

TEST_CASE("words of other alphabets and of any length are stems") {
  CHECK(stem("überraschung") == "überraschung");
  CHECK(stem("модель") == "модель");
  CHECK(stem(std::string(64, 'a')).size() == 64);
  CHECK(stem(std::string(1000, 'a')).size() == language::Stem::longest);
}
