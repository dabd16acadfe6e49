/** A translation to fill in: every text of the pack by its id, empty, or as an earlier translation has it. */
import { DECISION_TEXTS } from "../../texts/decision.js";
import { en } from "../../texts/en.js";
import { ALL_TEXTS, catalogueOf } from "../pages/languages.js";
import { hasTexts, idOf, isObject, type Json, type JsonObject, own } from "./translation.js";

export function template(pack: object, language: string, earlier: object = {}): object {
  const source = pack as JsonObject;
  const given = earlier as JsonObject;
  const { format, id, version } = source;
  const words = interfaceFor(source, language, given.interface);
  const texts = filled(source, given) as JsonObject;
  return { format, id, version, language, ...texts, ...(Object.keys(words).length > 0 && { interface: words }) };
}

function filled(source: Json, given: Json | undefined): Json {
  if (typeof source === "string") return typeof given === "string" ? given : "";
  if (Array.isArray(source)) return filledList(source, given);
  const parts = Object.entries(source as JsonObject).filter(([key, value]) => hasTexts(key, value));
  return Object.fromEntries(parts.map(([key, value]) => [key, filled(value, inside(given, key))]));
}

/** By id where the pack's own list has ids. */
function filledList(source: Json[], given: Json | undefined): Json {
  const items = source.map((item, at) => [idOf(item) ?? at, item] as const);
  if (!items.every(([name]) => typeof name === "string"))
    return items.map(([, item], at) => filled(item, Array.isArray(given) ? given[at] : undefined));
  return Object.fromEntries(items.map(([name, item]) => [name, filled(item, inside(given, String(name)))]));
}

function inside(given: Json | undefined, key: string): Json | undefined {
  return isObject(given) ? own(given, key) : undefined;
}

/** The pack's own words for the card; all that a decision's card says, where it has none in this language. */
function interfaceFor(pack: JsonObject, language: string, given: Json | undefined): JsonObject {
  const words = isObject(pack.interface) ? Object.keys(pack.interface) : [];
  const all = catalogueOf(language) === null ? Object.keys({ ...en, ...DECISION_TEXTS }) : [];
  const earlier = isObject(given) ? given : {};
  const keys = [...new Set([...words, ...all, ...Object.keys(earlier)])];
  return Object.fromEntries(keys.map((key) => [key, own(earlier, key) ?? emptyText(key, language)]));
}

function emptyText(key: string, language: string): Json {
  const english = Object.hasOwn(ALL_TEXTS, key) ? ALL_TEXTS[key]! : "";
  if (typeof english === "string") return "";
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return Object.fromEntries([...pluralCategories].map((form) => [form, ""]));
}
