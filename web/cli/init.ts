/** `decision-card init`: a small pack to begin with, which checks clean. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { written } from "../workshop/pack/edits.js";
import { STARTS } from "../workshop/pack/starting.js";
import { UsageError } from "./streams/input.js";
import { FileError, type Printer, reasonOf } from "./streams/output.js";

/** Where editors find the schema of packs (docs/schemastore.json is the entry for all of them). */
export const SCHEMA_ADDRESS = "https://unpkg.com/decision-card@0/dist/packs/pack.schema.json";

const TEMPLATES = ["decision", "rubric", "both"] as const;
type Template = (typeof TEMPLATES)[number];
type Part = keyof typeof STARTS;

/** "My first pack" as "my-first-pack" */
function idOf(name: string): string {
  const id = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "");
  return id.slice(0, 64) || "pack";
}

function textOf(part: Part, id: string): string {
  const pack = JSON.parse(STARTS[part].text) as object;
  return `${written({ $schema: SCHEMA_ADDRESS, ...pack, id }, "", 110)}\n`;
}

/** The files to write, by their names. */
function filesOf(name: string, template: Template): Map<string, string> {
  const id = idOf(path.basename(name, ".json"));
  if (template !== "both") return new Map([[name.endsWith(".json") ? name : `${name}.json`, textOf(template, id)]]);
  const parts: Part[] = ["decision", "rubric"];
  return new Map(parts.map((part) => [path.join(name, `${part}.json`), textOf(part, id)]));
}

function write(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    throw new FileError(`${file} can't be written: ${reasonOf(error)}.`);
  }
}

export function init(name: string | undefined, template: string, printer: Printer): number {
  if (!name) throw new UsageError("Say what the pack is called: decision-card init NAME.");
  if (!TEMPLATES.includes(template as Template))
    throw new UsageError(`There is no template "${template}". There are ${TEMPLATES.join(", ")}.`);
  const files = filesOf(name, template as Template);
  const there = [...files.keys()].find((file) => existsSync(file));
  if (there !== undefined) throw new UsageError(`${there} is there already; nothing was written.`);
  for (const [file, text] of files) write(file, text);
  const pack = template === "both" ? name : [...files.keys()][0]!;
  printer.say(
    [
      ...[...files.keys()].map((file) => `${file} is written.`),
      `decision-card dev ${pack}    shows it, and again after each save`,
      `decision-card check ${pack}  says what is wrong with it, and what is proved`,
    ].join("\n"),
  );
  return 0;
}
