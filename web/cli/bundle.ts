/** `decision-card bundle`: a pack as a page that needs no network, or as pages for a host. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type DecisionPack, load } from "../entries/decision.js";
import { PROOF_WORDS } from "../texts/proofs.js";
import { Texts } from "../texts/texts.js";
import { Html, inScript, markup, NOTHING } from "./html.js";
import { readPack, UsageError } from "./input.js";
import type { Printer } from "./output.js";
import { readable } from "./readable.js";
import { writePages } from "./pages.js";

interface Flags {
  readonly output?: string;
  readonly pages: boolean;
  readonly link: string;
}

/** What a page is made of. */
export interface Material {
  readonly pack: DecisionPack["description"];
  readonly json: string;
  readonly texts: Texts;
  /** `dist/decision-card.js`, which works from a file. */
  readonly script: string;
}

export const STYLE = `:root { color-scheme: light dark; }
body { margin: 0; padding: 1.5rem 1rem; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#fff, #16181b); color: light-dark(#1c1d1f, #e6e6e3); }
main { max-inline-size: 46rem; margin-inline: auto; }
`;

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
  const script = readFileSync(new URL("../decision-card.js", import.meta.url), "utf8").replace(/\n\/\/# .*\s*$/, "\n");
  return { pack, json, texts: new Texts(pack.language, PROOF_WORDS), script };
}

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The policy names each script and the one style by what they are, so that nothing else can run. */
export function wholePage({ pack, json, texts, script }: Material, head = NOTHING, more: readonly string[] = []): Html {
  const code = new Html(safe(script));
  const policy = `default-src 'none'; script-src ${[code.text, ...more].map(hashOf).join(" ")} 'wasm-unsafe-eval'; style-src ${hashOf(STYLE)}; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`;
  return markup`<!doctype html>
<html lang="${pack.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${pack.title}</title>
<link rel="icon" href="data:,">
${head}<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
<decision-card src="#pack">
${readable(pack, texts, null)}
</decision-card>
</main>
<script type="application/json" id="pack">${inScript(json)}</script>
<script>${code}</script>
${more.map((each) => markup`<script>${new Html(each)}</script>\n`)}</body>
</html>
`;
}

/** No text of the script may end its element; terser writes none, and an engine's bytes have no such sign. */
function safe(script: string): string {
  if (/<\/script|<!--/i.test(script)) throw new Error("decision-card.js can't stand inside a page");
  return script;
}
