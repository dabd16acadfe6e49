/** Texts of a given length that are meant to make a text engine slow: each repeats what one part of it has to carry along. */

/** `unit` over and over, cut to `length` without cutting a surrogate pair in two. */
function repeated(unit, length) {
  const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  return text.isWellFormed() ? text : `${text.slice(0, -1)} `;
}

const UNITS = {
  "one giant word": "a",
  "all spaces": " ",
  "all negations": "not never no ",
  "all quotes": "\"'“‘«",
  "nested brackets": "([{",
  "nested bullets": null,
  "one sentence without end": "RAG and fine-tuning and retrieval and training and ",
  "negated sentence without end": "RAG does not cite and fine-tuning does not keep and ",
  "table rows": "| RAG | fine-tuning | fresh data | style |\n",
  "headings only": "## RAG or fine-tuning\n",
  "emoji, astral": "😀👩‍🚀𝒳",
  CRLF: "RAG\r\n\r\n",
  "combining marks": "e\u0301\u0323",
  "quoted lines": "> RAG ",
  "code fences": "```\nRAG\n",
};

/** As deep as lines of 200 characters go, then again from the left. */
function nestedBullets(length) {
  const line = (at) => `${"  ".repeat(at % 100)}- RAG\n`;
  let text = "";
  for (let at = 0; text.length < length; ++at) text += line(at);
  return text.slice(0, length);
}

/** `models` are the rubric's model sentences. Gives text builders by kind. */
export function hostileTexts(models) {
  const kinds = Object.entries(UNITS).map(([kind, unit]) => [
    kind,
    unit ? (length) => repeated(unit, length) : nestedBullets,
  ]);
  return Object.fromEntries([
    ...kinds,
    ["repeated model sentences", (length) => repeated(`${models.join(" ")} `, length)],
  ]);
}
