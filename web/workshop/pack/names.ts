/** What a pack's ids name and where they are used: renaming one renames all that mean it. */
import { isKey, itemsAt, pathTo, stringsIn, textAt, type Edit, type Node, type Tree } from "./tree.js";

export type Kind =
  | "question"
  | "choice"
  | "alternative"
  | "rule"
  | "gate"
  | "recommendation"
  | "note"
  | "case"
  | "law"
  | "source"
  | "input"
  | "formula"
  | "series"
  | "criterion"
  | "misconception"
  | "follow_up"
  | "band";

export interface Name {
  readonly kind: Kind;
  readonly id: string;
  /** The question that a choice belongs to. */
  readonly of?: string;
}

/** A place where a name stands in the text: within the quotation marks, behind "score." or "gate.". */
export interface Place extends Name {
  /** The quotation mark before it. */
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly defines: boolean;
}

/** The lists whose items have ids, by their place. */
const DEFINED: readonly (readonly [RegExp, Kind])[] = [
  [/^\/decision\/questions\/\d+\/id$/, "question"],
  [/^\/decision\/questions\/\d+\/choices\/\d+\/id$/, "choice"],
  [/^\/decision\/alternatives\/\d+\/id$/, "alternative"],
  [/^\/decision\/rules\/\d+\/id$/, "rule"],
  [/^\/decision\/gates\/\d+\/id$/, "gate"],
  [/^\/decision\/recommendations\/\d+\/id$/, "recommendation"],
  [/^\/decision\/notes\/\d+\/id$/, "note"],
  [/^\/decision\/cases\/\d+\/id$/, "case"],
  [/^\/decision\/laws\/\d+\/id$/, "law"],
  [/^\/decision\/estimates\/inputs\/\d+\/id$/, "input"],
  [/^\/decision\/estimates\/formulas\/\d+\/id$/, "formula"],
  [/^\/decision\/estimates\/series\/\d+\/id$/, "series"],
  [/^\/sources\/\d+\/id$/, "source"],
  [/^\/rubric\/(?:follow_ups\/\d+\/)?criteria\/\d+\/id$/, "criterion"],
  [/^\/rubric\/misconceptions\/\d+\/id$/, "misconception"],
  [/^\/rubric\/follow_ups\/\d+\/id$/, "follow_up"],
  [/^\/rubric\/samples\/\d+\/follow_up$/, "follow_up"],
  [/^\/rubric\/bands\/\d+\/id$/, "band"],
];

/** Texts and keys that mean something defined elsewhere. */
const USED: readonly (readonly [RegExp, Kind])[] = [
  [/\/sources\/\d+$/, "source"],
  [/^\/decision\/rules\/\d+\/points\/[^/]+$/, "alternative"],
  [/^\/decision\/recommendations\/\d+\/alternatives\/\d+$/, "alternative"],
  [/^\/decision\/laws\/\d+\/never_lowers$/, "alternative"],
  [/^\/decision\/laws\/\d+\/keeps$/, "recommendation"],
  [/^\/decision\/laws\/\d+\/raise$/, "question"],
  [/^\/decision\/cases\/\d+\/expect$/, "recommendation"],
  [/^\/decision\/notes\/\d+\/recommendations\/\d+$/, "recommendation"],
  [/^\/decision\/cases\/\d+\/answers\/[^/]+$/, "question"],
  [/^\/decision\/estimates\/inputs\/\d+\/by_answer\/[^/]+$/, "question"],
  [/^\/decision\/estimates\/inputs\/\d+\/question$/, "question"],
  [/^\/rubric\/(?:follow_ups\/\d+\/)?samples\/\d+\/criteria\/\d+$/, "criterion"],
  [/^\/rubric\/(?:follow_ups\/\d+\/)?samples\/\d+\/criteria\/[^/\d][^/]*$/, "criterion"],
  [/^\/rubric\/samples\/\d+\/follow_up$/, "follow_up"],
  [/^\/rubric\/bands\/\d+\/needs\/\d+$/, "criterion"],
  [/^\/rubric\/follow_ups\/\d+\/bands\/[^/]+\/needs\/\d+$/, "criterion"],
  [/^\/rubric\/cues\/criteria\/codes\/\d+\/id$/, "criterion"],
  [/^\/rubric\/(?:follow_ups\/\d+\/)?samples\/\d+\/misconceptions\/\d+$/, "misconception"],
  [/^\/rubric\/cues\/misconceptions\/codes\/\d+\/id$/, "misconception"],
  [/^\/rubric\/misconceptions\/\d+\/cap$/, "band"],
  [/^\/rubric\/(?:follow_ups\/\d+\/)?samples\/\d+\/band$/, "band"],
  [/^\/rubric\/follow_ups\/\d+\/bands\/[^/]+$/, "band"],
];

/** Of these the keys are the names, and the values say something of them. */
const KEYED = /\/(?:points|answers|by_answer|bands|criteria)\/[^/]+$/;

function kindBy(table: readonly (readonly [RegExp, Kind])[], pointer: string): Kind | null {
  return table.find(([pattern]) => pattern.test(pointer))?.[1] ?? null;
}

/** What a `var` names: a question, "score." and an alternative, "gate." and a gate; in formulas an input or a formula. */
function variable(value: string, inFormula: boolean): { name: Name; skip: number } {
  const [prefix, id] = value.split(".", 2) as [string, string | undefined];
  if (id !== undefined && prefix === "score") return { name: { kind: "alternative", id }, skip: 6 };
  if (id !== undefined && prefix === "gate") return { name: { kind: "gate", id }, skip: 5 };
  return { name: { kind: inFormula ? "input" : "question", id: value }, skip: 0 };
}

/** The question beside which a value stands in a comparison: {"==": [{"var": "question"}, HERE]}, or in its list. */
export function comparedQuestion(node: Node): string | null {
  const list = node.parent?.type === "array" ? node.parent : null;
  for (const operands of [list, list?.parent]) {
    const variables = operands?.type === "array" ? (operands.children ?? []) : [];
    const named = variables.map((each) => textAt(each, "var")).find((text) => text !== "");
    if (named !== undefined) return named.includes(".") ? null : named;
  }
  return null;
}

/** The question that a choice in a case, a law or an estimate belongs to. */
function owningQuestion(node: Node, path: readonly (string | number)[]): string | null {
  const [part, list, , field, question] = path;
  if (part !== "decision") return null;
  if (list === "cases" && field === "answers" && (!isKey(node) || path.length > 5)) return String(question);
  if (list === "laws" && field === "order") return lawQuestion(node);
  const byAnswer = path.indexOf("by_answer");
  if (byAnswer > 0 && path.length === byAnswer + 3 && isKey(node)) return String(path[byAnswer + 1]);
  return null;
}

const lawQuestion = (node: Node): string | null => textAt(node.parent?.parent?.parent ?? null, "raise") || null;

function nameOf(node: Node): { name: Name; skip: number; defines: boolean } | null {
  const path = pathTo(node);
  const value = String(node.value);
  const pointer = `/${path.join("/")}`;
  if (isKey(node)) return usedKey(node, path, value, pointer);
  const defined = kindBy(DEFINED, pointer);
  if (defined === "choice")
    return { name: { kind: "choice", id: value, of: questionAround(node) }, skip: 0, defines: true };
  if (defined) return { name: { kind: defined, id: value }, skip: 0, defines: true };
  if (path.at(-1) === "var") return { ...variable(value, path.includes("estimates")), defines: false };
  const of = owningQuestion(node, path) ?? comparedQuestion(node);
  if (of !== null) return { name: { kind: "choice", id: value, of }, skip: 0, defines: false };
  const used = KEYED.test(pointer) && !/\d+$/.test(pointer) ? null : kindBy(USED, pointer);
  return used && { name: { kind: used, id: value }, skip: 0, defines: false };
}

function usedKey(node: Node, path: readonly (string | number)[], value: string, pointer: string) {
  const of = owningQuestion(node, path);
  if (of !== null && path.includes("by_answer"))
    return { name: { kind: "choice", id: value, of } as const, skip: 0, defines: false };
  const used = KEYED.test(pointer) ? kindBy(USED, pointer) : null;
  return used && { name: { kind: used, id: value }, skip: 0, defines: false };
}

/** From a choice's id out to its question's. */
function questionAround(node: Node): string {
  const question = node.parent?.parent?.parent?.parent?.parent ?? null;
  return textAt(question, "id");
}

/** A name's places, in the order of the text. */
export function placesIn(tree: Tree): Place[] {
  const places: Place[] = [];
  for (const node of stringsIn(tree.root)) {
    const named = nameOf(node);
    if (!named) continue;
    const from = node.offset + 1 + named.skip;
    places.push({ ...named.name, start: node.offset, from, to: node.offset + node.length - 1, defines: named.defines });
  }
  return places;
}

const same = (a: Name, b: Name): boolean => a.kind === b.kind && a.id === b.id && a.of === b.of;

/** The name that an offset is at, wherever it is used; a formula's inputs and formulas share their names. */
export function nameAt(tree: Tree, at: number): Place | null {
  return placesIn(tree).find(({ start, to }) => start <= at && at <= to + 1) ?? null;
}

export function definitionOf(tree: Tree, name: Name): Place | null {
  const places = placesIn(tree);
  const own = places.find((place) => place.defines && same(place, name));
  const formula =
    name.kind === "input"
      ? places.find(({ kind, id, defines }) => defines && kind === "formula" && id === name.id)
      : null;
  return own ?? formula ?? null;
}

export function usesOf(tree: Tree, name: Name): Place[] {
  const shared = (place: Name): boolean => place.kind === "formula" || place.kind === "input";
  return placesIn(tree).filter((place) => same(place, name) || (shared(name) && shared(place) && place.id === name.id));
}

const ID = /^[a-z][a-z0-9_-]{0,63}$/;

/** Why an id can't be another's new one; null where it can. */
export function refusal(tree: Tree, name: Name, to: string): string | null {
  if (!ID.test(to)) return "An id begins with a small letter, and has small letters, digits, _ and - (at most 64).";
  if (definitionOf(tree, { ...name, id: to })) return `There is a ${name.kind.replace("_", "-")} "${to}" already.`;
  return null;
}

export function renamed(tree: Tree, name: Name, to: string): Edit[] {
  const accepted = acceptedPlaces(tree, name);
  return [...usesOf(tree, name), ...accepted].map(({ from, to: end }) => ({ from, to: end, insert: to }));
}

/** An accepted finding names what it is about by its id alone: it follows where no other item has that id. */
function acceptedPlaces(tree: Tree, name: Name): { from: number; to: number }[] {
  const alike = placesIn(tree).filter(({ defines, id }) => defines && id === name.id);
  if (alike.length !== 1) return [];
  const entries = itemsAt(tree, ["decision", "accepted"]);
  const named = entries.flatMap((entry) => entry.children?.flatMap(({ children }) => children ?? []) ?? []);
  const ofs = named.filter((node, k) => k % 2 === 1 && named[k - 1]?.value === "of" && node.value === name.id);
  return ofs.map(({ offset, length }) => ({ from: offset + 1, to: offset + length - 1 }));
}

/** All ids of a kind, in the pack's order. */
export function idsOf(tree: Tree, kind: Kind, of?: string): string[] {
  const own = placesIn(tree).filter(
    (place) => place.defines && place.kind === kind && (of === undefined || place.of === of),
  );
  return own.map(({ id }) => id);
}
