/** `decision-card bundle`: a pack as a page that needs no network, or as pages for a host. */
import { readFileSync } from "node:fs";
import type { Description } from "../contract/index.js";
import { load } from "../entries/decision.js";
import { placedPack } from "../questionnaire/placed.js";
import type { Texts } from "../texts/texts.js";
import { UsageError } from "./streams/input.js";
import { readPack } from "./streams/json.js";
import { catalogueOf, textsOf } from "./pages/languages.js";
import type { Printer } from "./streams/output.js";
import { type Material, wholePage } from "./pages/page.js";
import { writePages } from "./pages/pages.js";

interface Flags {
  readonly output?: string;
  readonly pages: boolean;
  readonly link: string;
}

export async function bundle(packName: string | undefined, flags: Flags, printer: Printer): Promise<number> {
  if (!flags.output) throw new UsageError("Say where to: --output PAGE.html, or --pages --output FOLDER.");
  const material = await read(packName);
  if (flags.pages) await writePages(material, flags.output, flags.link, printer);
  else printer.data(wholePage(material).text.trimEnd());
  return 0;
}

async function read(packName: string | undefined): Promise<Material> {
  const json = await readPack(packName, "decision");
  const pack = (await load()).open(json).description;
  if (pack.decision.questions.length === 0) throw new UsageError(`${packName}: this pack asks no questions.`);
  const catalogue = catalogueOf(pack.language) ?? "en";
  const scripts = ["decision-card.js", ...(catalogue === "en" ? [] : [`languages/decision-card.${catalogue}.js`])];
  const texts = await textsOf(json);
  return { pack: unanswered(pack, texts), json, texts, script: scripts.map(scriptText).join("") };
}

/** Nobody has answered yet: where a text names an answer, it leaves a gap. */
function unanswered(pack: Description, texts: Texts): Description {
  return placedPack(pack, new Map(), {
    figure: (value) => texts.figure(value),
    list: (items, type) => texts.list(items, type),
    say: () => "…",
  });
}

function scriptText(name: string): string {
  return readFileSync(new URL(`../${name}`, import.meta.url), "utf8").replace(/\n\/\/# .*\s*$/, "\n");
}
