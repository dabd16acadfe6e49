/**
 * A pack in another language: the pack, and a translation that holds nothing but its texts, by id. What the translation
 * lacks stays as it is in the pack.
 */
import { blocksOf, type Inline } from "../../texts/rich.js";

export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** Keys and ids from the root of the translation. */
export type TextPath = readonly (string | number)[];

export interface Translated {
  pack: JsonObject;
  /** How many texts the pack has for its readers. */
  texts: number;
  /** Texts that are not in the translation. */
  missing: TextPath[];
  /** What is in the translation and translates nothing. */
  unknown: TextPath[];
  /** Texts whose emphasis, links or lists are others than those of the pack. */
  remarked: TextPath[];
}

/** What the translation says about itself. */
const ABOUT = ["$schema", "format", "id", "version", "language"];

const TEXTS = new Set(
  "title description question intro gates_text text help why name summary because detail despite pass fail unknown why_not unit section ends".split(
    " ",
  ),
);

/** Not for readers, or in one language by its nature: patterns of a rubric match the words of one. The card's own words stand apart. */
const KEPT = new Set("authors sources interface rubric when value cases laws accepted".split(" "));

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Not what every object inherits: an id may be "constructor". */
export const own = (value: JsonObject, key: string | number): Json | undefined =>
  Object.hasOwn(value, key) ? value[key] : undefined;

export const idOf = (value: Json): string | null => (isObject(value) && typeof value.id === "string" ? value.id : null);

/** What a text has of each kind; words move in another language, so their order doesn't count. */
function markupOf(text: string): string {
  const kinds = (parts: readonly Inline[]): string[] =>
    parts.flatMap((part) => (typeof part === "string" ? [] : [part.href ?? part.sign, ...kinds(part.of)]));
  const blocks = blocksOf(text).map(({ tag, items }) => [`${tag}${items.length}`, ...items.flatMap(kinds).sort()]);
  return JSON.stringify(blocks);
}

class Translator {
  texts = 0;
  readonly missing: TextPath[] = [];
  readonly unknown: TextPath[] = [];
  readonly remarked: TextPath[] = [];

  object(source: JsonObject, target: Json | undefined, path: TextPath): JsonObject {
    const given = this.#given(isObject(target) ? target : undefined, target, path);
    const known = path.length === 0 ? [...ABOUT, "interface"] : [];
    const parts = Object.entries(source).filter(([key, value]) => hasTexts(key, value));
    this.#refuse(Object.keys(given), [...known, ...parts.map(([key]) => key)], path);
    const translated = parts.map(
      ([key, value]) => [key, this.#value(key, value, own(given, key), [...path, key])] as const,
    );
    return { ...source, ...Object.fromEntries(translated) };
  }

  #value(key: string, source: Json, target: Json | undefined, path: TextPath): Json {
    if (typeof source === "string") return this.#text(source, target, path);
    if (isObject(source)) return this.object(source, target, path);
    return this.#list(key, source as Json[], target, path);
  }

  #text(source: string, target: Json | undefined, path: TextPath): string {
    this.texts += 1;
    if (typeof target === "string" && target.trim() !== "") {
      if (markupOf(source) !== markupOf(target)) this.remarked.push(path);
      return target;
    }
    if (target !== undefined && typeof target !== "string") this.unknown.push(path);
    this.missing.push(path);
    return source;
  }

  /** By id where the pack's own list has ids, else one after the other. */
  #list(key: string, source: Json[], target: Json | undefined, path: TextPath): Json[] {
    const named = source.every((item) => idOf(item) !== null);
    const places = source.map((item, at) => (named ? idOf(item)! : at));
    const right = named ? isObject(target) : Array.isArray(target);
    const given = this.#given(right ? (target as JsonObject) : undefined, target, path);
    this.#refuse(Object.keys(given), places.map(String), path);
    return source.map((item, at) => this.#value(key, item, own(given, places[at]!), [...path, places[at]!]));
  }

  /** Nothing for something of another kind, which is reported. */
  #given(right: JsonObject | undefined, target: Json | undefined, path: TextPath): JsonObject {
    if (right === undefined && target !== undefined) this.unknown.push(path);
    return right ?? {};
  }

  #refuse(given: string[], known: string[], path: TextPath): void {
    for (const key of given) if (!known.includes(key)) this.unknown.push([...path, key]);
  }
}

export function hasTexts(key: string, value: Json): boolean {
  if (KEPT.has(key)) return false;
  if (typeof value === "string") return TEXTS.has(key);
  if (Array.isArray(value)) return value.some((item) => hasTexts(key, item));
  return isObject(value) && Object.entries(value).some(([inner, part]) => hasTexts(inner, part));
}

/** The pack with the translation's texts, in its language and without its rubric. `translation`: an object that says its `language`. */
export function withTexts(pack: object, translation: object): Translated {
  const translator = new Translator();
  const { language } = translation as { language: string };
  const translated = translator.object(pack as JsonObject, translation as JsonObject, []);
  const { texts, missing, unknown, remarked } = translator;
  delete translated.rubric; // it reads texts of the pack's own language
  const words = interfaceIn(pack as JsonObject, translation as JsonObject);
  const whole = { ...translated, ...words.whole, language };
  return { pack: whole, texts: texts + words.count, missing: [...missing, ...words.missing], unknown, remarked };
}

/**
 * What the card says in the author's words. A pack's own word that isn't translated stays, although the card has one in that
 * language: it may say the opposite.
 */
function interfaceIn(
  pack: JsonObject,
  translation: JsonObject,
): { whole: JsonObject; count: number; missing: TextPath[] } {
  const [before, after] = [pack, translation].map(({ interface: words }) => (isObject(words) ? words : {}));
  const given = Object.fromEntries(Object.entries(after!).filter(([, text]) => !isEmpty(text)));
  const missing = Object.keys(before!).filter((key) => !Object.hasOwn(given, key));
  const words = { ...before, ...given };
  const whole = Object.keys(words).length > 0 ? { interface: words } : {};
  return { whole, count: Object.keys(before!).length, missing: missing.map((key) => ["interface", key]) };
}

/** As a template leaves it. */
function isEmpty(text: Json): boolean {
  return isObject(text) ? Object.values(text).every(isEmpty) : typeof text === "string" && text.trim() === "";
}
