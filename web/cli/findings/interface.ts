/** What a pack says instead of the card's own words: whether there are such words, and whether the card can fill them in. */
import type { Entry } from "../../texts/entry.js";
import { unfilled } from "../../texts/placeholders.js";
import { ALL_TEXTS, catalogueOf } from "../pages/languages.js";

export interface InterfaceRemark {
  code: "unknown_interface_text" | "unknown_value";
  severity: "warning";
  key: string;
  message: string;
  suggestion: string;
}

interface Place {
  path: string;
  line: number;
  column: number;
}

interface Source {
  readonly language: string;
  readonly interface?: { readonly [key: string]: Entry };
}

/** What can't be read the engine says. */
function sourceOf(text: string): Source {
  try {
    const { language, interface: own } = JSON.parse(text) as { language?: unknown; interface?: unknown };
    const words = typeof own === "object" && own !== null ? { interface: own as NonNullable<Source["interface"]> } : {};
    return { language: typeof language === "string" ? language : "en", ...words };
  } catch {
    return { language: "en" };
  }
}

const known = (key: string): Entry | undefined => (Object.hasOwn(ALL_TEXTS, key) ? ALL_TEXTS[key] : undefined);

/** The languages that a card can say its words in, as far as this pack is concerned: its own, if a catalogue or the pack has them. */
export function interfaceLanguages(text: string): string[] {
  const { language, interface: own = {} } = sourceOf(text);
  const said = catalogueOf(language) !== null || Object.keys(ALL_TEXTS).every((key) => Object.hasOwn(own, key));
  return said ? [language.split("-")[0]!] : ["en"];
}

/** Of a pack, or of its translation. */
export function interfaceRemarks(text: string): InterfaceRemark[] {
  const { interface: own = {} } = sourceOf(text);
  return Object.entries(own).flatMap(([key, entry]) => {
    const english = known(key);
    if (english === undefined) return [remark(key, "unknown_interface_text", `No card says "${key}".`)];
    const names = unfilled(english, entry).map((name) => `{${name}}`);
    return names.length === 0 ? [] : [remark(key, "unknown_value", `Nothing fills in ${names.join(", ")} here.`)];
  });
}

/** The same, with their places in the pack's text. */
export function placedRemarks(text: string): (Omit<InterfaceRemark, "key"> & Place)[] {
  return interfaceRemarks(text).map(({ key, ...remark }) => {
    const at = text.indexOf(JSON.stringify(key), text.indexOf('"interface"'));
    const before = text.slice(0, Math.max(0, at)).split("\n");
    return { ...remark, path: `/interface/${key}`, line: before.length, column: before.at(-1)!.length + 1 };
  });
}

function remark(key: string, code: InterfaceRemark["code"], message: string): InterfaceRemark {
  const english = known(key);
  const suggestion =
    english === undefined
      ? "The texts that there are stand in dist/languages/en.json."
      : `In English it is ${JSON.stringify(english)}.`;
  return { code, severity: "warning", key, message, suggestion };
}
