/** `grade --explain` as plain text: how each sentence was read, then what each code came to. */
import type {
  ClosestPattern,
  Description,
  ExplainedCode,
  ExplainedCue,
  ExplainedSentence,
  Explanation,
  Said,
  Span,
} from "../../contract/index.js";
import { ENGLISH } from "../pages/languages.js";

const part = (text: string, { start, end }: Span): string => text.slice(start, end).replace(/\s+/g, " ").trim();
const quoted = (text: string, span: Span): string => ENGLISH.quoted(part(text, span));

function saidLine(text: string, { concept, denied, about, ...span }: Said): string {
  const of = about.length > 0 ? ` of ${about.join(" and ")}` : "";
  return `      ${denied ? "not " : ""}${concept}${of}: ${quoted(text, span)}`;
}

function sentenceLines(text: string, sentence: ExplainedSentence): string[] {
  const { about, listing, said, denied, muted } = sentence;
  return [
    `  ${quoted(text, sentence)}`,
    `      about ${about.length > 0 ? about.join(" and ") : "nothing by name"}${listing ? "; words in a row, which say nothing" : ""}`,
    ...(denied.length > 0 ? [`      denied: ${denied.map((span) => quoted(text, span)).join(", ")}`] : []),
    ...(muted.length > 0 ? [`      counts neither way: ${muted.map((span) => quoted(text, span)).join(", ")}`] : []),
    ...said.map((each) => saidLine(text, each)),
  ];
}

function closestLine(text: string, closest: ClosestPattern): string {
  const { pattern, lacks, spoils, about } = closest;
  const of = about.length > 0 ? ` about ${about.join(" or ")}` : "";
  const what = [
    lacks.length > 0 ? `lacks ${lacks.join(", ")}${of}` : "",
    spoils.length > 0 ? `is spoilt by ${spoils.join(", ")}` : "",
  ].filter(Boolean);
  const where = closest.end > closest.start ? ` in ${quoted(text, closest)}` : "";
  return `      pattern ${pattern} comes closest${where}: it ${what.join(" and ") || "has all its concepts, but not side by side as it wants them"}`;
}

function cueLines(text: string, cue: ExplainedCue): string[] {
  const { score, found, kept, reasons } = cue;
  const where = cue.end > cue.start ? `, most in ${quoted(text, cue)}` : "";
  const weights = reasons.map(({ trait, weight }) => `${trait} ${ENGLISH.signed(weight)}`).join(", ");
  return [
    `      cues ${score} (found from ${found}; a pattern is believed from ${kept})${where}`,
    ...(weights ? [`      ${weights}`] : []),
  ];
}

function verdictOf({ certainty, overruled }: ExplainedCode): string {
  if (overruled) return "a pattern found it, but the cues speak against it";
  return certainty ?? "not found";
}

function codeLines(text: string, code: ExplainedCode): string[] {
  return [
    `  ${code.kind === "criterion" ? "" : "−"}${code.id}: ${verdictOf(code)}`,
    ...(code.closest && !code.certainty ? [closestLine(text, code.closest)] : []),
    ...(code.cue ? cueLines(text, code.cue) : []),
  ];
}

export function printedExplanation({ sentences, codes }: Explanation, text: string, { title }: Description): string {
  return [
    `${title}: how this text was read`,
    ...sentences.flatMap((sentence) => sentenceLines(text, sentence)),
    "",
    "What it came to",
    ...codes.flatMap((code) => codeLines(text, code)),
    "",
  ].join("\n");
}
