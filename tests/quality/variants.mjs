// SPDX-License-Identifier: MIT
/** Variants of a sentence that must lose its points, and variants that must keep them. */

const lowerFirst = (text) => (/^(?:I\b|[A-Z]{2})/.test(text) ? text : text[0].toLowerCase() + text.slice(1));
const bare = (text) => text.replace(/\.$/, "");
const clause = (text) => lowerFirst(bare(text));

// ---------------------------------------------------------------------------------------------------------------------
// Negation

const CLAUSE_ENDS =
  /(, (?:so that|so|while|whereas|because|although|as long as|but|since|and)\b|:|, (?=(?:a|the|I|RAG)\b)| and (?=(?:can|could|may|needs)\b))/;
const WITHIN = "(?<!\\b(?:what|which|that)\\b[^,]{0,12} )"; // "what it should know" belongs to a verb further on
const AUXILIARY = `${WITHIN}(?<aux>\\b(?:is|are|was|were|can|could|will|would|should|must|may|might)\\b)`;
const WOULD = "(?<would>(?<=\\bI)[’']d\\b)";
const SUBJECTS = "RAG|fine-tuning|pretraining|knowledge|model|answer|it";
const FINITE = `${WITHIN}(?<verb>(?<=\\b(?:${SUBJECTS}) )(?:(?!is\\b|was\\b)[a-z]+s|combine)\\b|\\bmeans\\b|\\bneeds\\b)`;
const VERB = new RegExp(`${WOULD}|${AUXILIARY}|${FINITE}`, "gi");
const SUBORDINATE = /^(?:even )?(?:if|when|once)\b/i;
const NEGATIVE = /\b(?:no|not|never|neither|nor|nobody|without|cannot)\b|n[’']t\b/i;

function plain(verb) {
  if (/ies$/.test(verb)) return verb.replace(/ies$/, "y");
  return verb.replace(/(?<=ch|sh|ss|x|o)es$|s$/, "");
}

const FORMS = {
  not: {
    would: () => " would not",
    aux: (aux) => (aux === "can" ? "cannot" : `${aux} not`),
    verb: (verb) => `${verb.endsWith("s") ? "does" : "do"} not ${plain(verb)}`,
  },
  never: { would: () => "’d never", aux: (aux) => `${aux} never`, verb: (verb) => `never ${verb}` },
  "no longer": {
    would: () => " would no longer",
    aux: (aux) => `${aux} no longer`,
    verb: (verb) => `no longer ${verb}`,
  },
};

/** The first verb; after "if …" or "once …" the second, since what the condition says is not what the clause asserts. */
function negatedClause(text, form) {
  const wanted = SUBORDINATE.test(text.trim()) ? 1 : 0;
  let seen = 0;
  return text.replace(VERB, (found, ...rest) => {
    if (seen++ !== wanted) return found;
    const kind = Object.entries(rest.at(-1)).find(([, value]) => value !== undefined)[0];
    return FORMS[form][kind](found);
  });
}

/**
 * The first clause that has a verb, or every clause, negated; null where there is none or where it is negative already:
 * "RAG does not need no training" is good English for nothing.
 */
function negated(sentence, form, { everywhere }) {
  const parts = sentence.split(CLAUSE_ENDS);
  let done = 0;
  const changed = parts.map((part, at) => {
    if (at % 2 === 1 || (done > 0 && !everywhere)) return part;
    const other = NEGATIVE.test(part) ? null : negatedClause(part, form);
    done += other === part ? 0 : 1;
    return other;
  });
  return changed.includes(null) || done === 0 ? null : changed.join("");
}

/** Each gives a text, or null where it can't be made. */
export const DENIED = {
  "it is not true that": (text) => `It is not true that ${clause(text)}.`,
  "not, in the first clause": (text) => negated(text, "not", { everywhere: false }),
  "not, in every clause": (text) => negated(text, "not", { everywhere: true }),
  "never, in every clause": (text) => negated(text, "never", { everywhere: true }),
  "no longer, in every clause": (text) => negated(text, "no longer", { everywhere: true }),
  "I do not believe that": (text) => `I don’t believe that ${clause(text)}.`,
  "I doubt that": (text) => `I doubt that ${clause(text)}.`,
  "it is wrong that": (text) => `It’s wrong that ${clause(text)}.`,
  "a mistake to say": (text) => `It would be a mistake to say that ${clause(text)}.`,
  "reported and refused": (text) => `Some people think that ${clause(text)}, but that is wrong.`,
  question: (text) => `Is it true that ${clause(text)}?`,
};

// ---------------------------------------------------------------------------------------------------------------------
// Swapped subjects

const PAIRS = [
  ["rag system", "fine-tuned model"],
  ["rag systems", "fine-tuned models"],
  ["rag index", "training set"],
  ["rag", "fine-tuning"],
];
const ONE_WAY = {
  "retrieval-augmented generation": "fine-tuning",
  retrieval: "fine-tuning",
  "tuned model": "RAG system",
  "fine-tune": "use RAG",
  "fine-tuned": "RAG",
};
const SWAP = new Map([
  ...PAIRS.flatMap(([rag, tuning]) => [
    [rag, tuning],
    [tuning, rag.replace(/^rag/, "RAG")],
  ]),
  ...Object.entries(ONE_WAY),
]);
const MENTION = new RegExp(
  `\\b(?:${[...SWAP.keys()].sort((a, b) => b.length - a.length).join("|")})\\b( (?=an? |the ))?`,
  "gi",
);

/** Every mention of one becomes a mention of the other: "fine-tune a model" becomes "use RAG with a model". */
export function swapped(sentence) {
  const text = sentence.replace(MENTION, (found, space = "") => {
    const other = SWAP.get(found.trim().toLowerCase());
    return other === "use RAG" && space ? "use RAG with " : other + space;
  });
  return text[0].toUpperCase() + text.slice(1);
}

// ---------------------------------------------------------------------------------------------------------------------
// The same said otherwise

/** Letters and digits only: a full-width hyphen before an item would not be Markdown. */
const fullWidth = (text) => text.replace(/[0-9A-Za-z]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** Lines stay lines: the first item of a list does not continue the last one. */
const twice = (text) => [text, text].join(text.includes("\n") ? "\n\n" : " ");

/** As mail programs break lines: before column 72. (Much shorter lines are lines of their own to a reader, too.) */
const wrapped = (text) => text.replace(/([^\r\n]{50,71}) (?=\S)/g, "$1\r\n");

export const SAME = {
  twice,
  "typographic apostrophes": (text) => text.replaceAll("'", "’"),
  "plain apostrophes": (text) => text.replaceAll("’", "'"),
  "in typographic quotes": (text) => text.replace(/\bRAG\b/g, "“RAG”"),
  "full width": fullWidth,
  "upper case": (text) => text.toUpperCase(),
  "lower case": (text) => text.toLowerCase(),
  "wrapped lines, CRLF": wrapped,
  "CRLF around": (text) => `\r\n${text}\r\n\r\n`,
  "Markdown bullet": (text) => `- ${text}`,
  "Markdown numbered": (text) => `1. ${text}`,
  "Markdown bold": (text) => `**${text}**`,
  "Markdown emphasis inside": (text) => text.replace(/\b(RAG|[Ff]ine-tun\w+)\b/g, "*$1*"),
};
