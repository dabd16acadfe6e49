/** `decision-card translate`, and `check --translation`: a pack in another language, and what its translation lacks. */
import { findNodeAtLocation, getNodeValue, type Node, parseTree } from "jsonc-parser";
import type { Problem } from "../../contract/index.js";
import { load } from "../../entries/decision.js";
import { readInput, UsageError } from "../streams/input.js";
import { jsonProblems, readPack } from "../streams/json.js";
import { interfaceRemarks } from "../findings/interface.js";
import { printedProblem } from "./problem.js";
import { type TextPath, type Translated, withTexts } from "../findings/translation.js";

export interface TranslationReport {
  language: string;
  /** How many texts the pack has for its readers, and how many of them are translated. */
  texts: number;
  translated: number;
  /** Errors, and a warning for each text that is missing. */
  problems: Problem[];
}

export interface Reading {
  report: TranslationReport;
  /** The pack in the other language. */
  pack: object;
  translation: object;
}

/** A JSON text that knows where its values stand. */
class Source {
  readonly errors: readonly Problem[];
  readonly root: Node | undefined;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.errors = jsonProblems(text);
    this.root = parseTree(text);
  }

  get value(): unknown {
    return this.root && (getNodeValue(this.root) as unknown);
  }

  problem(
    code: string,
    severity: Problem["severity"],
    at: number | TextPath,
    message: string,
    suggestion: string,
  ): Problem {
    const offset = typeof at === "number" ? at : this.#offset(at);
    const before = this.#text.slice(0, offset).split("\n");
    const path = typeof at === "number" ? "" : pointer(at);
    return { code, severity, path, line: before.length, column: before.at(-1)!.length + 1, message, suggestion };
  }

  /** Finds what stands at a path, or else what it would stand in. */
  #offset(path: TextPath): number {
    for (let length = path.length; this.root && length > 0; --length) {
      const node = findNodeAtLocation(this.root, path.slice(0, length));
      if (node) return node.offset;
    }
    return this.root?.offset ?? 0;
  }
}

const pointer = (path: TextPath): string =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

function unreadable(source: Source): Problem[] {
  const errors = source.errors.map((each) => ({ ...each, code: "bad_translation" }));
  const { value } = source;
  const language = (value as { language?: unknown } | null | undefined)?.language;
  if (errors.length > 0 || (typeof language === "string" && language !== "")) return errors;
  const message = "A translation is an object that says its language.";
  return [source.problem("bad_translation", "error", [], message, 'Begin it with { "language": "…" }.')];
}

/** Whether it is of this pack, and of this version of it. */
function originProblems(source: Source, pack: { id?: string; version?: string }): Problem[] {
  const { id, version } = source.value as { id?: unknown; version?: unknown };
  const other = (key: string, given: unknown, wanted = ""): [TextPath, string, string] => [
    [key],
    `This translates ${key === "id" ? "the pack" : "version"} ${given === undefined ? "that it doesn't name" : JSON.stringify(given)}, and the pack is ${JSON.stringify(wanted)}.`,
    key === "id" ? `Name the pack: "id": "${wanted}".` : `See what is new, then write "version": "${wanted}".`,
  ];
  return [
    ...(id === pack.id ? [] : [source.problem("other_pack", "error", ...other("id", id, pack.id))]),
    ...(version === pack.version
      ? []
      : [source.problem("outdated_translation", "warning", ...other("version", version, pack.version))]),
  ];
}

function textAt(pack: unknown, path: TextPath): string {
  const inner = path.reduce<unknown>((value, part) => {
    if (Array.isArray(value) && typeof part === "string") return value.find(({ id }) => id === part);
    return (value as Record<string | number, unknown>)[part];
  }, pack);
  return shortened(String(inner));
}

type Paths = Pick<Translated, "missing" | "unknown" | "remarked">;

function textProblems(source: Source, pack: object, { missing, unknown, remarked }: Paths): Problem[] {
  return [
    ...unknown.map((path) =>
      source.problem(
        "unknown_translation",
        "error",
        path,
        "This translates nothing: the pack has no text here, or one of another kind.",
        "Compare its keys and ids with the pack's, or remove it.",
      ),
    ),
    ...missing.map((path) =>
      source.problem(
        "missing_translation",
        "warning",
        path,
        `"${textAt(pack, path)}" is not translated.`,
        `Readers see it in the pack's language; add ${pointer(path)}.`,
      ),
    ),
    ...remarked.map((path) =>
      source.problem(
        "other_markup",
        "warning",
        path,
        "This has other emphasis, links, paragraphs or lists than the pack's text.",
        `Keep those of "${textAt(pack, path)}".`,
      ),
    ),
  ];
}

async function readingOf(packText: string, text: string): Promise<Reading> {
  const engine = await load();
  engine.open(packText); // throws its problems
  const original = JSON.parse(packText) as object;
  const source = new Source(text);
  const problems = unreadable(source);
  if (problems.length > 0)
    return { report: { language: "", texts: 0, translated: 0, problems }, pack: original, translation: {} };
  const translation = source.value as object;
  const { pack, texts, missing, ...others } = withTexts(original, translation);
  problems.push(...originProblems(source, original), ...textProblems(source, original, { missing, ...others }));
  problems.push(...wordProblems(source, translation));
  problems.push(
    ...engine
      .check(pack)
      .problems.map((one) => ({ ...one, line: 1, column: 1, message: `In the translated pack: ${one.message}` })),
  );
  const report = { language: pack.language as string, texts, translated: texts - missing.length, problems };
  return { report, pack, translation };
}

/** What the translation says instead of the card's own words. */
function wordProblems(source: Source, translation: object): Problem[] {
  return interfaceRemarks(JSON.stringify(translation)).map(({ code, severity, key, message, suggestion }) =>
    source.problem(code, severity, ["interface", key], message, suggestion),
  );
}

export const isError = ({ severity }: Problem): boolean => severity === "error";

export function printedTranslation({ language, texts, translated, problems }: TranslationReport): string {
  const counted = language === "" ? [] : [`${translated} of ${texts} texts are in "${language}"`];
  return [...problems.map(printedProblem), ...counted].join("\n");
}

export async function reportOnTranslation(pack: string | undefined, file: string): Promise<TranslationReport> {
  return (await readingOf(await readPack(pack, "decision"), await readInput(file))).report;
}

/** The whole pack in the other language, for `src`; of no use while the report has errors. */
export async function translatedPack(name: string | undefined, file: string | undefined): Promise<Reading> {
  if (!file) throw new UsageError("Name a pack and its translation.");
  return readingOf(await readPack(name, "decision"), await readInput(file));
}

/** No translation yet is an empty one. */
export async function readTranslation(name: string | undefined, file: string | undefined): Promise<Reading> {
  if (file !== undefined) return translatedPack(name, file);
  return { report: { language: "", texts: 0, translated: 0, problems: [] }, pack: {}, translation: {} };
}
