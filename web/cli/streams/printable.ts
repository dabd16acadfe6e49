/** Texts of packs and answers as a terminal or a CI log may see them: shown, never obeyed. */
import { isRich } from "../../texts/rich-fields.js";

/** Line ends and tabs, which would begin a line of their own. */
const BREAKS = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;
const LINE_ENDS = /\r\n|[\v\f\r\u0085\u2028\u2029]/g;
/** What moves the cursor, rings, renames the window, or turns the order of letters around. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;
const CONTROLS_BUT_LINES = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;
/** Orders of GitHub (`::error::` at a line's start, `##[error]` anywhere), Azure and TeamCity. */
const LINE_ORDERS = /^(\s*):(?=:)/gm;
const ORDERS = /##(?=\[|vso\[|teamcity\[)/g;

const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** The same value with every text on one line: reports are made of lines, and a text of the pack must not add its own. */
export function printable<T>(value: T): T {
  return calmed(value, () => false) as T;
}

/** The same, but rich texts keep their lines, which are paragraphs and lists: for what reads their markup. */
export function printableRich<T>(value: T): T {
  return calmed(value, isRich) as T;
}

function calmed(value: unknown, keepsLines: typeof isRich, lines = false): unknown {
  if (typeof value === "string" && lines) return value.replace(LINE_ENDS, "\n").replace(CONTROLS_BUT_LINES, escape);
  if (typeof value === "string") return value.replace(BREAKS, " ").replace(CONTROLS, escape);
  if (Array.isArray(value)) return value.map((each: unknown) => calmed(each, keepsLines));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, each]) => [printable(key), calmed(each, keepsLines, keepsLines(key, value))]),
  );
}

/** A whole report: its lines stay, nothing in it is an order. */
export function calm(report: string): string {
  return report.replace(CONTROLS_BUT_LINES, escape).replace(LINE_ORDERS, "$1\\:").replace(ORDERS, "#\\#");
}

/** Whether this JSON holds nothing that could have to be escaped, in no way of writing it. */
export function isTame(json: string): boolean {
  return printableJson(json) === json && !json.includes("\\u");
}

/** JSON text in which what a terminal obeys is escaped. It means the same; JSON itself escapes only the first 32 characters. */
export function printableJson(json: string): string {
  return json.replace(CONTROLS_BUT_LINES, escape);
}
