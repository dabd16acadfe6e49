// SPDX-License-Identifier: MIT
#include "advice/advise.hpp"
#include "decision_card/inspect.hpp"
#include "inspection/constants.hpp"
#include "inspection/declarations_reader.hpp"

namespace decision_card {

/// The pack takes the texts out of its document; so it reads a copy, which is a hundredth of the work of a parse.
Result<ReadPack> read_pack(std::string_view text) {
  Result<document::JsonDocument> parsed = document::JsonDocument::parse(text);
  if (!parsed) return advice::explain_syntax(text, parsed.take_problems());
  auto document = std::make_shared<const document::JsonDocument>(parsed.take());
  Result<Pack> pack = parse_pack(*document);
  if (!pack) return advice::advise(*document, pack.take_problems());
  document::Reporter reporter;
  Declarations declarations =
      inspection::read_declarations(document::JsonValue(*document, 0), pack.value().decision(), reporter);
  inspection::refuse_constants(document::JsonValue(*document, 0), reporter);
  if (!reporter.clean()) return reporter.take();
  return ReadPack{pack.take(), std::move(declarations), std::move(document)};
}

}  // namespace decision_card
