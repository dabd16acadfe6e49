// SPDX-License-Identifier: MIT
#include "inspection/answer_text.hpp"

#include "base/wording.hpp"
#include "contract/json_writer.hpp"

namespace decision_card::inspection {

using base::in_quotes;

namespace {

std::string decimal(double number) {
  std::string text;
  contract::JsonWriter(text).decimal(number);
  return text;
}

}  // namespace

std::string answer_text(const Question& question, std::size_t answer) {
  const Choice& choice = question.choices[answer];
  if (question.kind == QuestionKind::number)
    return choice.value == choice.highest ? decimal(choice.value)
                                          : decimal(choice.value) + " to " + decimal(choice.highest);
  if (!question.several()) return in_quotes(choice.id);
  std::string list;
  for (std::size_t part = 0; part < question.parts.size(); ++part) {
    if ((question.sets[answer] >> part & 1) != 0)
      list += (list.empty() ? "" : " + ") + in_quotes(question.parts[part].id);
  }
  return list.empty() ? "none" : list;
}

}  // namespace decision_card::inspection
